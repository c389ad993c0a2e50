// @ts-check
// The words of the texts, as search/lexicon.py and search/indexing.py write them: by first letter, fetched
// when they are asked for.
import { bare, fold } from "../shared/fold.js";
import { distance } from "./distance.js";

const FEW = 500; // among more texts, a word that one holds is not what was meant
const LEAST_PART = 4;
const LEAST_WORD = 5;
const LONG = 8; // letters of a word that may have an ending that no other has
const SURE = 10; // letters of a word that is like another by no chance
const FIRST = 2; // letters in which nobody slips: simhall is no samhälle
export const LEAST_SLIP = 6; // shorter words are like too many others

/**
 * A word with its root and how common its family is, as a power of two; `seam` is where a compound is put
 * together, 0 where it is none.
 * @typedef {{ word: string, root: string, times: number, seam: number }} Known
 *
 * By root, how common it is, its seam, and its endings.
 * @typedef {Record<string, [times: number, seam: number, ...endings: string[]]>} Families
 */

/** The words with one first letter, as they are written. */
export class Shelf {
  /** @param {Families} families */
  constructor(families) {
    /** @type {Map<string, Known>} */
    this.words = new Map();
    /** @type {Map<string, Known>} */
    this.unmarked = new Map();
    for (const [root, [times, seam, ...endings]] of Object.entries(families)) {
      for (const ending of endings) this.#add({ word: root + ending, root, times, seam });
    }
  }

  /** @param {Known} known */
  #add(known) {
    this.words.set(fold(known.word), known);
    const key = bare(known.word);
    if ((this.unmarked.get(key)?.times ?? 0) <= known.times) this.unmarked.set(key, known);
  }

  /**
   * The word itself; for one without marks, else the commonest that has them: `halsa` is `hälsa`, but `lån`
   * is not `län`.
   * @param {string} word
   */
  get(word) {
    const key = fold(word);
    return this.words.get(key) ?? (key === bare(word) ? this.unmarked.get(key) : undefined);
  }
}

/** All words that the index knows. */
export class Lexicon {
  /** @param {string} folder the address of the index, with a slash at its end */
  constructor(folder) {
    this.folder = folder;
    /** @type {Map<string, Promise<Shelf>>} */
    this.read = new Map();
    /** @type {Set<string>} */
    this.common = new Set();
    /** @type {Set<string>} */
    this.endings = new Set();
    this.letters = "";
    this.texts = 0;
    this.indexes = 1;
    this.ready = this.#open();
  }

  async #open() {
    const told = await (await fetch(`${this.folder}words.json`)).json();
    this.common = new Set(told.common);
    this.endings = new Set(told.endings);
    this.letters = told.letters;
    this.texts = told.texts;
    this.indexes = told.parts;
  }

  /**
   * The shelf of a word's first letter.
   * @param {string} word
   */
  shelf(word) {
    const letter = bare(word)[0];
    if (!this.letters.includes(letter)) return Promise.resolve(NOTHING);
    const shelf = this.read.get(letter) ?? this.#fetched(letter);
    this.read.set(letter, shelf);
    return shelf;
  }

  /**
   * @param {string} letter
   * @returns {Promise<Shelf>}
   */
  async #fetched(letter) {
    const name = letter.codePointAt(0)?.toString(16);
    const answer = await fetch(`${this.folder}words/${name}.json`);
    return new Shelf(await answer.json());
  }

  /**
   * @param {string} word
   * @returns {Promise<Known | undefined>}
   */
  async known(word) {
    return (await this.shelf(word)).get(word);
  }

  /**
   * The share of the texts that hold the root, to a power of two.
   * @param {string} root
   */
  async width(root) {
    if (this.common.has(fold(root))) return 1;
    for (const known of (await this.shelf(root)).words.values()) {
      if (known.root === root) return 2 ** (known.times - 1) / this.texts;
    }
    return 0;
  }

  /**
   * A known word that this one may be an unseen inflection of: sammanfattning|ar.
   * @param {string} word
   */
  async uninflected(word) {
    for (let at = word.length - 1; at >= Math.max(LEAST_WORD, word.length - 3); at -= 1) {
      const isEnding = at >= LONG || this.endings.has(word.slice(at));
      const known = isEnding && (await this.known(word.slice(0, at)));
      if (known) return known;
    }
    return undefined;
  }

  /**
   * How the commonest word is written that begins so, as far as this goes.
   * @param {string} word
   */
  async begun(word) {
    const key = fold(word);
    const { words, unmarked } = await this.shelf(word);
    /** @type {Known | undefined} */
    let best;
    for (const [known, told] of key === bare(word) ? unmarked : words) {
      if (known.startsWith(key) && told.times > (best?.times ?? 0)) best = told;
    }
    return best?.word.slice(0, word.length);
  }

  /**
   * The known word that is most like it; among those as like, the commonest.
   * @param {string} word
   * @param {number} most
   */
  async nearest(word, most) {
    if (word.length < LEAST_SLIP) return undefined;
    const key = bare(word);
    /** @type {(Known & { far: number }) | undefined} */
    let best;
    for (const [known, found] of (await this.shelf(word)).unmarked) {
      if (!known.startsWith(key.slice(0, FIRST)) || known.length < LEAST_WORD) continue;
      if (this.common.has(fold(found.root))) continue;
      if (found.times < 2 && this.texts > FEW && word.length < SURE) continue;
      if (word.length < LONG && isOtherWord(key, known)) continue;
      const far = distance(key, known, Math.min(most, best?.far ?? most));
      const isNearer = far <= most &&
        (!best || far < best.far || (far === best.far && found.times > best.times));
      if (isNearer) best = { ...found, far };
    }
    return best;
  }

  /**
   * The roots of the words that a compound is made of; nothing where it is none.
   * @param {string} word
   * @returns {Promise<string[]>}
   */
  async parts(word) {
    const known = await this.known(word);
    if (known && !known.seam) return [];
    const length = Math.max(0, word.length - 2 * LEAST_PART + 1);
    const cuts = known ? [known.seam] : Array.from({ length }, (_, at) => at + LEAST_PART);
    /** @type {{ times: number, first: Known, last: Known } | undefined} */
    let best;
    for (const at of cuts) {
      const [first, last] = await Promise.all([this.#first(word.slice(0, at)), this.known(word.slice(at))]);
      if (!first || !last) continue;
      const times = Math.min(first.times, last.times);
      if (times > (best?.times ?? (known ? 0 : 1))) best = { times, first, last };
    }
    if (!best) return [];
    const rest = best.last.seam ? await this.parts(best.last.word) : [];
    return [best.first.root, ...(rest.length ? rest : [best.last.root])];
  }

  /**
   * The first part of a compound as a word, with or without a linking letter.
   * @param {string} part
   */
  async #first(part) {
    return (await this.known(part)) ?? this.known(part.slice(0, -1));
  }
}

/**
 * Whether they have other letters in the same number, as läkare and läsare, not the same ones in another order.
 * @param {string} one
 * @param {string} other
 */
const isOtherWord = (one, other) =>
  one.length === other.length && [...one].sort().join() !== [...other].sort().join();

const NOTHING = new Shelf({});

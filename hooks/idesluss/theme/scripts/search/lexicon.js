// @ts-check
// The words of the texts, as search/lexicon.py and search/indexing.py write them: by first letter, fetched
// when they are asked for.
import { bare } from "../shared/fold.js";
import { distance } from "./distance.js";

const FEW = 500; // among more texts, a word that one holds is not what was meant
const LEAST_PART = 4;
const LEAST_WORD = 5;

/**
 * A word with its root and how common its family is, as a power of two; `seam` is where a compound is put
 * together, 0 where it is none.
 * @typedef {{ word: string, root: string, times: number, seam: number }} Known
 */

/** All words that the index knows. */
export class Lexicon {
  /** @param {string} folder the address of the index, with a slash at its end */
  constructor(folder) {
    this.folder = folder;
    /** @type {Map<string, Promise<Map<string, Known>>>} */
    this.read = new Map();
    /** @type {Set<string>} */
    this.common = new Set();
    this.letters = "";
    this.texts = 0;
    this.indexes = 1;
    this.ready = this.#open();
  }

  async #open() {
    const told = await (await fetch(`${this.folder}words.json`)).json();
    this.common = new Set(told.common);
    this.letters = told.letters;
    this.texts = told.texts;
    this.indexes = told.shelves;
  }

  /** @param {string} letter */
  shelf(letter) {
    if (!this.letters.includes(letter)) return Promise.resolve(new Map());
    const shelf = this.read.get(letter) ?? this.#fetched(letter);
    this.read.set(letter, shelf);
    return shelf;
  }

  /**
   * @param {string} letter
   * @returns {Promise<Map<string, Known>>}
   */
  async #fetched(letter) {
    const name = letter.codePointAt(0)?.toString(16);
    const answer = await fetch(`${this.folder}words/${name}.json`);
    return spread(await answer.json());
  }

  /**
   * @param {string} word
   * @returns {Promise<Known | undefined>}
   */
  async known(word) {
    const key = bare(word);
    return (await this.shelf(key[0])).get(key);
  }

  /**
   * The share of the texts that hold the root, to a power of two.
   * @param {string} root
   */
  async width(root) {
    if (this.common.has(bare(root))) return 1;
    for (const known of (await this.shelf(bare(root)[0])).values()) {
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
      const known = await this.known(word.slice(0, at));
      if (known) return known;
    }
    return undefined;
  }

  /**
   * Whether some known word begins so.
   * @param {string} word
   */
  async isBegun(word) {
    const key = bare(word);
    for (const known of (await this.shelf(key[0])).keys()) if (known.startsWith(key)) return true;
    return false;
  }

  /**
   * The known word that is most like it; among those as like, the commonest.
   * @param {string} word
   * @param {number} most
   */
  async nearest(word, most) {
    const key = bare(word);
    /** @type {(Known & { far: number }) | undefined} */
    let best;
    const letters = new Set([key[0], key[1] ?? key[0]]);
    for (const shelf of await Promise.all([...letters].map((letter) => this.shelf(letter)))) {
      for (const [known, found] of shelf) {
        if (found.times < 2 && this.texts > FEW) continue;
        const far = distance(key, known, Math.min(most, best?.far ?? most));
        const isNearer = far <= most &&
          (!best || far < best.far || (far === best.far && found.times > best.times));
        if (isNearer) best = { ...found, far };
      }
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
 * Each word without marks, from families: a root with how common it is, its seam, and its endings.
 * @param {Record<string, [times: number, seam: number, ...endings: string[]]>} families
 */
export const spread = (families) => {
  /** @type {Map<string, Known>} */
  const words = new Map();
  for (const [root, [times, seam, ...endings]] of Object.entries(families)) {
    for (const ending of endings) words.set(bare(root + ending), { word: root + ending, root, times, seam });
  }
  return words;
};

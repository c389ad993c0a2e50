// @ts-check
// Finds pages in Pagefind's index. The reader's words are brought to the roots that the index holds,
// words that it does not hold to the nearest that it does, and words are left out where too little is found.
import { wordsIn } from "../shared/fold.js";
import { Lexicon } from "./lexicon.js";
import { openPagefind } from "./pagefind.js";
import { telling, understood } from "./question.js";
import { holdingSome } from "./wider.js";

/** @import { Answer, Counts, Filters, Pagefind, Part, Result } from "./pagefind.js" */
/** @import { Term } from "./question.js" */

const ENOUGH = 5;
const LEAST_PART = 4;
const FAR = 3;
const KINDS = ["idea", "record", "research", "call", "page"];
const OWN = "own"; // about the catalogue itself: found where it is asked for

/**
 * What is found, best first: how many each value of a filter would leave, topics of that name, the words that
 * were read as others, and whether it holds only some of the words.
 * @typedef {object} Found
 * @property {Result[]} results
 * @property {Result[]} topics
 * @property {Counts} counts
 * @property {Term[]} changed
 * @property {boolean} isWider
 *
 * A part of a page, or a page, as it is shown. Of an excerpt every other piece is what was found.
 * @typedef {{ title: string, url: string, excerpt: string[] }} ShownPart
 * @typedef {ShownPart & { note: string, kind: string, lang: string, parts: ShownPart[] }} Shown
 */

/** Asks one index of a site, in one language. */
export class Finder {
  /**
   * @param {string} folder the address of the index
   * @param {string} home that of the site's root
   */
  constructor(folder, home) {
    this.home = home;
    this.lexicon = new Lexicon(folder);
    const indexes = this.lexicon.ready.then(() => this.lexicon.indexes);
    /** @type {Promise<Pagefind>} */
    this.ready = openPagefind(folder, indexes);
  }

  /**
   * A short word alone is asked for as it is, since half of all words begin with it.
   * @param {string[]} roots
   * @param {Filters} filters
   * @returns {Promise<Answer>}
   */
  async #asked(roots, filters) {
    const pagefind = await this.ready;
    const different = [...new Set(roots)];
    const isShort = different.length === 1 && different[0].length < LEAST_PART;
    if (!isShort) return pagefind.search(different.join(" "), { filters });
    const answer = await pagefind.search(`"${different[0]}"`, { filters });
    const count = answer.results.length;
    const worth = 1.5 * Math.log(1 + (this.lexicon.texts - count + 0.5) / (count + 0.5));
    for (const result of answer.results) result.score = worth;
    return answer;
  }

  /**
   * Everything that holds all words; where that is little, then what holds the most telling of them.
   * @param {Term[]} terms
   * @param {Filters} filters
   */
  async #widened(terms, filters) {
    const first = await this.#asked(rootsOf(terms), filters);
    const results = new Map(first.results.map((result) => [result.id, result]));
    if (results.size < ENOUGH) {
      /** @type {import("./wider.js").Ask} */
      const ask = async (roots, filters) => (await this.#asked(roots, filters)).results;
      for (const result of await holdingSome(this.lexicon, terms, filters, ask)) {
        if (!results.has(result.id)) results.set(result.id, result);
      }
    }
    const isWider = results.size > first.results.length;
    return { results: [...results.values()], counts: first.filters, isWider };
  }

  /**
   * What is found for the words; `chosen` are filters with one value each.
   * @param {string} text
   * @param {Filters} [chosen]
   * @returns {Promise<Found>}
   */
  async find(text, chosen = {}) {
    await this.ready;
    const all = await understood(this.lexicon, text);
    const terms = telling(this.lexicon, all);
    if (!terms.length) return { results: [], topics: [], counts: {}, changed: [], isWider: false };
    /** @type {Filters} */
    const filters = { kind: { any: KINDS }, ...chosen };
    const [main, topics] = await Promise.all([
      this.#widened(terms, filters),
      Object.keys(chosen).length
        ? []
        : this.#asked(rootsOf(all), { kind: "topic" }).then(({ results }) => results),
    ]);
    const changed = terms.filter((term) => term.typed);
    const counts = main.isWider ? {} : await this.#counts(terms, filters, chosen, main.counts);
    return { ...main, counts, topics, changed };
  }

  /**
   * Known words that are like those of a question that finds nothing.
   * @param {string} text
   */
  async like(text) {
    const found = await Promise.all(wordsIn(text).map((word) => this.lexicon.nearest(word, FAR)));
    return found.flatMap((near) => (near ? [near.word] : []));
  }

  /**
   * For each filter, what each of its values would leave beside the other choices.
   * @param {Term[]} terms
   * @param {Filters} filters
   * @param {Filters} chosen
   * @param {Counts} first
   */
  async #counts(terms, filters, chosen, first) {
    const counts = { ...first };
    const { kind = {} } = await (await this.ready).filters();
    const names = new Set([...(OWN in kind ? ["kind"] : []), ...Object.keys(chosen)]);
    for (const name of names) {
      const { [name]: _, ...others } = filters;
      if (name === "kind") others.kind = { any: [...KINDS, OWN] };
      counts[name] = (await this.#asked(rootsOf(terms), others)).filters[name];
    }
    return counts;
  }

  /**
   * A result as it is shown.
   * @param {Result} result
   * @returns {Promise<Shown>}
   */
  async load(result) {
    const told = await result.data();
    const { kind, lang } = told.filters;
    return {
      ...this.#shown({ title: told.meta.title, url: told.url, excerpt: told.excerpt }),
      note: whole(told.meta.note ?? ""),
      kind: kind[0],
      lang: lang?.[0] ?? "",
      parts: told.sub_results.filter((part) => part.anchor).map((part) => this.#shown(part)),
    };
  }

  /**
   * @param {Part} part
   * @returns {ShownPart}
   */
  #shown({ title, url, excerpt }) {
    return {
      title: whole(title),
      url: new URL(url.replace(/^\//, ""), this.home).href,
      excerpt: pieces(excerpt),
    };
  }
}

/** @param {Term[]} terms */
const rootsOf = (terms) => terms.flatMap((term) => term.roots);

/**
 * Words without the seams that the index needs.
 * @param {string} words
 */
const whole = (words) => words.replaceAll("~", "");

/**
 * An excerpt as pieces of text, every other one found.
 * @param {string} excerpt
 */
const pieces = (excerpt) =>
  whole(excerpt)
    .split(/<\/?mark>/)
    .map((piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));

// @ts-check
// Where too little holds the whole question: what holds the most telling words of it, or parts of them.
import { isCommon } from "./question.js";

/** @import { Lexicon } from "./lexicon.js" */
/** @import { Filters, Result } from "./pagefind.js" */
/** @import { Term } from "./question.js" */

const MOST_ASKED = 4; // the words that are asked for one by one, the most telling first
const WIDE = 0.1; // a part of a compound that this share of the texts holds is not asked for
const WHOLE = 3; // how much it counts to hold more of the question

/** @typedef {(roots: string[], filters: Filters) => Promise<Result[]>} Ask */

/**
 * What holds some of the words, or some parts of those that are compounds. A page counts by the words that
 * it holds, by how much they tell and how large a part of the question they are.
 * @param {Lexicon} lexicon
 * @param {Term[]} terms
 * @param {Filters} filters
 * @param {Ask} ask
 */
export const holdingSome = async (lexicon, terms, filters, ask) => {
  const rare = terms.filter((term) => !isCommon(lexicon, term));
  const rarest = (rare.length ? rare : terms).toSorted((one, other) => one.times - other.times);
  const asked = rarest.slice(0, MOST_ASKED);
  const held = new Held(asked.length);
  await Promise.all(asked.map((term) => addHolding(lexicon, term, (roots) => ask(roots, filters), held)));
  return held.best();
};

/** The pages that hold something of a question. */
class Held {
  /** @param {number} words how many words the question has */
  constructor(words) {
    this.words = words;
    /** @type {Map<string, { result: Result, score: number, share: number }>} */
    this.pages = new Map();
  }

  /**
   * @param {Result} result
   * @param {number} part how large a part of the word it holds
   */
  add(result, part) {
    const page = this.pages.get(result.id) ?? { result, score: 0, share: 0 };
    page.score += result.score * part;
    page.share += part / this.words;
    this.pages.set(result.id, page);
  }

  best() {
    /** @param {{ score: number, share: number }} page */
    const worth = ({ score, share }) => score * share ** WHOLE;
    return [...this.pages.values()].sort((one, other) => worth(other) - worth(one)).map(({ result }) =>
      result
    );
  }
}

/**
 * Adds each page that holds the word, or each part of it that the page holds.
 * @param {Lexicon} lexicon
 * @param {Term} term
 * @param {(roots: string[]) => Promise<Result[]>} ask
 * @param {Held} held
 */
const addHolding = async (lexicon, term, ask, held) => {
  const split = term.roots.length > 1 ? term.roots : await lexicon.parts(term.word);
  const widths = await Promise.all(split.map((root) => lexicon.width(root)));
  const parts = split.filter((_, at) => widths[at] < WIDE);
  const [whole, ...each] = await Promise.all([ask(term.roots), ...parts.map((root) => ask([root]))]);
  const known = new Set(whole.map((result) => result.id));
  for (const result of whole) held.add(result, 1);
  for (const result of each.flat()) if (!known.has(result.id)) held.add(result, 1 / parts.length);
};

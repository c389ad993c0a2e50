// @ts-check
// What a reader's words are read as: the roots that the index holds.
import { fold, wordsIn } from "../shared/fold.js";

/** @import { Lexicon } from "./lexicon.js" */

const MOST_WORDS = 6;
const LEAST_PART = 4;
const LEAST_BEGUN = 6; // a shorter word begins too many others: hund, hundra
const LONG = 14; // letters of a word that may have two slips

/**
 * A word of a question, the roots that are asked for it and how common they are; none where no text holds it.
 * `typed` is what was read as another word; `isBegun` where the root is only how words begin.
 * @typedef {{ word: string, roots: string[], times: number, typed?: string, isBegun?: boolean }} Term
 */

/**
 * What each word of the question is understood as.
 * @param {Lexicon} lexicon
 * @param {string} text
 */
export const understood = (lexicon, text) =>
  Promise.all([...new Set(wordsIn(text))].map((word) => termOf(lexicon, word)));

/**
 * What the index is asked for a word: its root, that of the words that it begins, those of its parts; a word
 * that is near only where it is nothing else.
 * @param {Lexicon} lexicon
 * @param {string} word
 * @returns {Promise<Term>}
 */
const termOf = async (lexicon, word) => {
  if (/\d/.test(word)) return { word, roots: [word], times: 0, isBegun: true };
  const known = (await lexicon.known(word)) ?? (await lexicon.uninflected(word));
  if (known) return { ...known, word, roots: [known.root] };
  const begun = word.length < LEAST_BEGUN ? undefined : await lexicon.begun(word);
  if (begun) return { word, roots: [begun], times: 0, isBegun: true };
  const parts = await lexicon.parts(word);
  if (parts.length) return { word, roots: parts, times: 0 };
  const near = await lexicon.nearest(word, word.length < LONG ? 1 : 2);
  if (near) return { ...near, roots: [near.root], typed: word };
  return { word, roots: [], times: 0 };
};

/**
 * The words that tell something: a short one that stands nearly everywhere does only where it is alone.
 * @param {Lexicon} lexicon
 * @param {Term[]} terms
 */
export const telling = (lexicon, terms) => {
  const kept = terms.filter((term) => !(isCommon(lexicon, term) && term.word.length < LEAST_PART));
  if (kept.length <= MOST_WORDS) return kept.length ? kept : terms;
  const rarest = kept.toSorted((one, other) => one.times - other.times).slice(0, MOST_WORDS);
  return kept.filter((term) => rarest.includes(term));
};

/**
 * Whether the word stands nearly everywhere.
 * @param {Lexicon} lexicon
 * @param {Term} term
 */
export const isCommon = (lexicon, term) =>
  term.roots.length > 0 && term.roots.every((root) => lexicon.common.has(fold(root)));

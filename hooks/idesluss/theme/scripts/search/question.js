// @ts-check
// What a reader's words are read as: the roots that the index holds.
import { bare, wordsIn } from "../shared/fold.js";

/** @import { Lexicon } from "./lexicon.js" */

const MOST_WORDS = 6;
const LEAST_PART = 4;

/**
 * A word of a question, the roots that are asked for it and how common they are; `typed` is what was read as
 * another word.
 * @typedef {{ word: string, roots: string[], times: number, typed?: string }} Term
 */

/**
 * What each word of the question is understood as.
 * @param {Lexicon} lexicon
 * @param {string} text
 */
export const understood = (lexicon, text) =>
  Promise.all([...new Set(wordsIn(text))].map((word) => termOf(lexicon, word)));

/**
 * What the index is asked for a word: its root, or those of the word that was meant.
 * @param {Lexicon} lexicon
 * @param {string} word
 * @returns {Promise<Term>}
 */
const termOf = async (lexicon, word) => {
  const unknown = { word, roots: [word], times: 0 };
  if (/\d/.test(word) || word.length < 2) return unknown;
  const known = (await lexicon.known(word)) ?? (await lexicon.uninflected(word));
  if (known) return { ...known, roots: [known.root] };
  if (await lexicon.isBegun(word)) return unknown;
  const near = word.length > 3 ? await lexicon.nearest(word, word.length > 6 ? 2 : 1) : undefined;
  if (near?.far === 1) return { ...near, roots: [near.root], typed: word };
  const parts = await lexicon.parts(word);
  if (parts.length) return { word, roots: parts, times: 0 };
  return near ? { ...near, roots: [near.root], typed: word } : unknown;
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
export const isCommon = (lexicon, term) => term.roots.every((root) => lexicon.common.has(bare(root)));

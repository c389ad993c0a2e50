// @ts-check
// Whether a page holds what was asked for. Pagefind answers with words that begin so, and where there is none
// with words that are shorter; here a page is read, and counts by the words that it has.
import { bare, fold, wordsIn } from "../shared/fold.js";

/** @import { Lexicon, Shelf } from "./lexicon.js" */
/** @import { Told } from "./pagefind.js" */
/** @import { Term } from "./question.js" */

const SHORT = 4; // letters of a root that no other word begins with by chance
const LONG = 6;
export const WHOLE = 0.9; // as good as all

/** @typedef {{ whole: string[], parts: string[] }} Words */

/**
 * How large a part of the question a page holds, from 0 to 1; less than 1 where only compounds have it.
 * @param {Lexicon} lexicon
 * @param {Term[]} terms
 * @param {Told} told
 */
export const shareHeld = async (lexicon, terms, told) => {
  const text = `${told.meta.title} ${told.meta.note ?? ""} ${told.content}`;
  // Compounds stand there with seams: their parts are words, and they are words themselves.
  const whole = [...new Set(wordsIn(text.replaceAll("~", "")))];
  const known = new Set(whole);
  const words = { whole, parts: [...new Set(wordsIn(text))].filter((word) => !known.has(word)) };
  const shares = await Promise.all(terms.map((term) => shareOfTerm(lexicon, term, words)));
  // Two words are held where the text has them as one: kol fiber, kolfiberkomposit.
  for (let at = 1; at < terms.length; at += 1) {
    const joined = bare(terms[at - 1].word + terms[at].word);
    if (whole.some((word) => bare(word).startsWith(joined))) shares[at - 1] = shares[at] = 1;
  }
  return shares.reduce((sum, share) => sum + share, 0) / terms.length;
};

/**
 * @param {Lexicon} lexicon
 * @param {Term} term
 * @param {Words} words
 */
const shareOfTerm = async (lexicon, term, { whole, parts }) => {
  if (!term.roots.length) return 0;
  /** @type {number[]} */
  const shares = await Promise.all(term.roots.map(async (root) => {
    const shelf = await lexicon.shelf(root);
    /** @param {string} word */
    const isHeld = (word) => isForm(lexicon, shelf, term, root, word);
    if (whole.some(isHeld)) return 1;
    return parts.some((part) => isHeld(part) && !isChance(term, root, part)) ? WHOLE : 0;
  }));
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
};

/**
 * Whether a word of the text is a form of what was asked for.
 * @param {Lexicon} lexicon
 * @param {Shelf} shelf
 * @param {Term} term
 * @param {string} root
 * @param {string} word
 */
const isForm = (lexicon, shelf, term, root, word) => {
  if (term.isBegun) return fold(word).startsWith(fold(root));
  if (!bare(word).startsWith(bare(root))) return false;
  const linked = root.length < SHORT ? undefined : shelf.get(word.slice(0, -1)); // arbets|liv
  const known = shelf.get(word) ?? linked;
  if (known ? known.root !== root : !lexicon.endings.has(word.slice(root.length))) return false;
  return root.length >= SHORT || isNearForm(fold(term.word), fold(root), fold(word));
};

/**
 * Short roots are those of many words: of lärare, lärarna is a form, and lärande is none.
 * @param {string} asked
 * @param {string} root
 * @param {string} word
 */
const isNearForm = (asked, root, word) =>
  asked.length < LONG || word === root || word.startsWith(asked.slice(0, -1));

/**
 * Whether a part of a compound is only by chance what was asked for, as sam|arbete is of samer.
 * @param {Term} term
 * @param {string} root
 * @param {string} part
 */
const isChance = (term, root, part) => root.length < SHORT && fold(part) !== fold(term.word);

// @ts-check
// Words brought to the form in which they are compared. tests/scripts/cases/fold.json holds what Python
// gives for the same: search/stems.py and words/characters.py.

/**
 * Small letters without marks, but å, ä and ö, which are letters of their own.
 * @param {string} text
 */
export const fold = (text) => text.normalize("NFD").replace(OTHER_MARKS, "").normalize("NFC").toLowerCase();
// A mark that stands on no a or o, or one of these that is neither a ring nor two dots.
const OTHER_MARKS = /(?<![aAoO])[\u0300-\u036f]|[\u0300-\u0307\u0309\u030b-\u036f]/g;

/**
 * Without any marks over the letters, as the search's index has it: `hallbar`.
 * @param {string} word
 */
export const bare = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");

/**
 * The words of a text, whatever their case.
 * @param {string} text
 */
export const wordsIn = (text) => (text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? []).map(caseless);

/**
 * As Python's casefold has it: ß is ss and ς is σ. Capitals know of the former, but make i of ı as well.
 * @param {string} text
 */
const caseless = (text) =>
  text.replace(/[^ı]+/g, (part) => part.toLowerCase().toUpperCase().toLowerCase()).replaceAll("ς", "σ");

/**
 * `Behov på sikt` becomes `behov-pa-sikt`, cut to at most so many signs; a hyphen is never the last.
 * @param {string} title
 * @param {number} longest
 */
export const slug = (title, longest) => {
  const ascii = caseless(title).normalize("NFKD").replace(NOT_ASCII, "");
  const hyphened = ascii.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return hyphened.slice(0, longest).replace(/-+$/, "");
};
// deno-lint-ignore no-control-regex -- what ASCII is, from its first sign
const NOT_ASCII = /[^\x00-\x7f]/g;

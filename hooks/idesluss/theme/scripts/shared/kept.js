// @ts-check
// What the browser keeps between pages. It may be off or full: then nothing is kept, and the page works.

/** @typedef {"localStorage" | "sessionStorage"} Place */

/**
 * What was kept under that key, or nothing.
 * @param {Place} place
 * @param {string} key
 * @returns {string | null}
 */
export const kept = (place, key) => {
  try {
    return globalThis[place].getItem(key);
  } catch {
    return null;
  }
};

/**
 * Keep these words, or forget what is kept where there are none; tells whether that could be done.
 * @param {Place} place
 * @param {string} key
 * @param {string | null} words
 */
export const keep = (place, key, words) => {
  try {
    if (words === null) globalThis[place].removeItem(key);
    else globalThis[place].setItem(key, words);
    return true;
  } catch {
    return false;
  }
};

/**
 * What was kept as JSON; nothing where there is none, or it cannot be read.
 * @param {Place} place
 * @param {string} key
 */
export const keptRecord = (place, key) => {
  try {
    return JSON.parse(kept(place, key) ?? "null");
  } catch {
    return null;
  }
};

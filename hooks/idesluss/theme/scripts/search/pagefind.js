// @ts-check
// What is used of the script that Pagefind lays beside its index.

/**
 * @typedef {Record<string, string | { any: string[] } | { whole: { any: string[] } }>} Filters
 * @typedef {Record<string, Record<string, number>>} Counts
 * @typedef {{ title: string, url: string, anchor?: object, excerpt: string }} Part
 * @typedef {object} Told
 * @property {string} url
 * @property {string} excerpt
 * @property {string} content
 * @property {{ title: string, note?: string, outside?: string }} meta
 * @property {Record<string, string[]>} filters
 * @property {Part[]} sub_results
 * @typedef {{ id: string, score: number, data: () => Promise<Told> }} Result
 * @typedef {{ results: Result[], filters: Counts }} Answer
 * @typedef {object} Pagefind
 * @property {(options: object) => Promise<void>} options
 * @property {() => Promise<void>} init
 * @property {(path: string, options: object) => Promise<void>} mergeIndex
 * @property {() => Promise<Counts>} filters
 * @property {(words: string, asked: { filters: Filters }) => Promise<Answer>} search
 */

const OPTIONS = {
  baseUrl: "/",
  excerptLength: 24,
  exactDiacritics: true, // lån is not län; what is asked for is written as the texts have it
  ranking: { termSimilarity: 3, metaWeights: { title: 1, note: 0.2 } },
};

/**
 * Pagefind with all parts of the index in that folder.
 * @param {string} folder
 * @param {Promise<number>} indexes how many parts there are
 * @returns {Promise<Pagefind>}
 */
export const openPagefind = async (folder, indexes) => {
  /** @type {Pagefind} */
  const pagefind = await import(`${folder}pagefind.js`);
  await pagefind.options(OPTIONS);
  const [count] = await Promise.all([indexes, pagefind.init()]);
  const parts = Array.from({ length: count - 1 }, (_, at) => `${folder}${at + 2}/`);
  await Promise.all(parts.map((part) => pagefind.mergeIndex(new URL(part).pathname, OPTIONS)));
  return pagefind;
};

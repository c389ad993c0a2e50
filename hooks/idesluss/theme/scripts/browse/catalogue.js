// @ts-check
// The catalogue as the page's index has it (pages/lists/browse.py): a column for each thing that is known of
// an idea, in which each idea has its place. What passes the filters, and in which order.
import { fold } from "../shared/fold.js";

/**
 * `keys` and `labels` are of the facet's values, in order.
 * @typedef {{ name: string, title: string, keys: string[], labels: string[] }} Facet
 *
 * A picture's `language` is that of its words, where it is not the page's.
 * @typedef {[url: string, width: number, height: number, alt: string, language: string]} Picture
 *
 * `in` has, for each facet and idea, the places of the idea's values in that facet.
 * @typedef {object} Columns
 * @property {Facet[]} facets
 * @property {number[][][]} in
 * @property {string[]} url
 * @property {string[]} title
 * @property {string[]} titleLanguage
 * @property {string[]} summary
 * @property {string[]} summaryLanguage
 * @property {string[]} result
 * @property {string[]} resultLanguage
 * @property {string} resultWord
 * @property {(Picture | 0)[]} picture
 * @property {string[]} inLanguage
 * @property {string[]} stage
 * @property {[look: string, words: string][]} outcome
 * @property {string[]} where
 * @property {string[]} granted
 * @property {string[]} time
 * @property {number[]} late
 * @property {number[]} waiting
 * @property {number[]} grant
 * @property {string[]} decided
 *
 * `text` is what words are looked for in.
 * @typedef {Columns & { text: string[] }} Catalogue
 *
 * What is asked of it: of each facet in use the keys that pass, and words.
 * @typedef {{ facets: Map<string, Set<string>>, words: string }} Question
 */

/**
 * @param {Columns} columns
 * @returns {Catalogue}
 */
export const catalogueOf = (columns) => {
  /** @param {number} at */
  const labels = (at) =>
    columns.facets.flatMap((facet, f) => columns.in[f][at].map((place) => facet.labels[place])).join(" ");
  const text = columns.title.map((title, at) =>
    fold(`${title} ${columns.summary[at]} ${columns.granted[at]} ${labels(at)}`)
  );
  return { ...columns, text };
};

/**
 * The ideas that pass, and for each value of each facet how many would if that facet asked for nothing.
 * @param {Catalogue} catalogue
 * @param {Question} question
 */
export const passing = (catalogue, question) => {
  const words = fold(question.words).split(/\s+/).filter(Boolean);
  const wanted = catalogue.facets.map((facet) => placesOf(facet, question.facets.get(facet.name)));
  const counts = catalogue.facets.map((facet) => new Uint32Array(facet.keys.length));
  /** @type {number[]} */
  const found = [];
  for (let at = 0; at < catalogue.text.length; at++) {
    if (!words.every((word) => catalogue.text[at].includes(word))) continue;
    const failed = failures(catalogue, wanted, at);
    if (failed.length > 1) continue;
    if (!failed.length) found.push(at);
    for (const f of failed.length ? failed : counts.keys()) {
      for (const place of catalogue.in[f][at]) counts[f][place]++;
    }
  }
  return { found, counts };
};

/**
 * @param {Facet} facet
 * @param {Set<string> | undefined} keys
 */
const placesOf = (facet, keys) =>
  keys ? new Set(facet.keys.flatMap((key, at) => (keys.has(key) ? [at] : []))) : null;

/**
 * The facets by which an idea does not pass; more than two are as good as two.
 * @param {Catalogue} catalogue
 * @param {(Set<number> | null)[]} wanted
 * @param {number} at
 */
const failures = (catalogue, wanted, at) => {
  const failed = [];
  for (let f = 0; f < wanted.length && failed.length < 2; f++) {
    const places = wanted[f];
    if (places && !catalogue.in[f][at].some((place) => places.has(place))) failed.push(f);
  }
  return failed;
};

/**
 * The ideas in the order that is asked for; they come newest first.
 * @param {Catalogue} catalogue
 * @param {number[]} found
 * @param {string} sort
 * @param {string} language
 */
export const sorted = (catalogue, found, sort, language) => {
  const { waiting, grant, decided, title } = catalogue;
  const collator = new Intl.Collator(language);
  /** @type {Record<string, (one: number, other: number) => number>} */
  const orders = {
    waiting: (one, other) => waiting[other] - waiting[one],
    grant: (one, other) => grant[other] - grant[one],
    decided: (one, other) => Number(decided[one] < decided[other]) - Number(decided[one] > decided[other]),
    title: (one, other) => collator.compare(title[one], title[other]),
  };
  return sort in orders ? found.toSorted(orders[sort]) : found;
};

/**
 * A question of its own with the same in it, for what would be if it were changed.
 * @template {Question} Q
 * @param {Q} question
 * @returns {Q}
 */
export const copyOf = (question) => ({
  ...question,
  facets: new Map([...question.facets].map(([name, keys]) => [name, new Set(keys)])),
});

/**
 * Ask no longer for that value.
 * @param {Question} question
 * @param {string} name
 * @param {string} key
 */
export const drop = (question, name, key) => {
  const keys = question.facets.get(name);
  keys?.delete(key);
  if (!keys?.size) question.facets.delete(name);
};

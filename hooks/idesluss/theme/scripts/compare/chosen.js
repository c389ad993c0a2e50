// @ts-check
// Which ideas are to be compared: in the address of the comparison, and kept while the reader chooses.
import { keep, keptRecord } from "../shared/kept.js";

/**
 * An idea by its year and name, `2024/lanecykel`, its title, and the title's language where it is not the page's.
 * @typedef {[key: string, title: string, language: string]} Choice
 */

export const MOST = 3;
const KEPT = "compare";
const ASKED = "ideas";
const KEY = /^\d{4}\/[a-z0-9-]+$/;

/** @returns {Choice[]} */
export const chosen = () => {
  const list = keptRecord("sessionStorage", KEPT);
  const isChoice = (/** @type {unknown} */ choice) => Array.isArray(choice) && KEY.test(choice[0]);
  return Array.isArray(list) ? list.filter(isChoice).slice(0, MOST) : [];
};

/** @param {Choice[]} choices */
export const choose = (choices) =>
  keep("sessionStorage", KEPT, choices.length ? JSON.stringify(choices) : null);

/**
 * The keys that an address asks for, each once; `wrong` is what cannot be the key of an idea.
 * @param {string} query
 */
export const askedFor = (query) => {
  const words = (new URLSearchParams(query).get(ASKED) ?? "").split(",").map((key) => key.trim()).filter(
    Boolean,
  );
  const different = [...new Set(words)];
  return { keys: different.filter((key) => KEY.test(key)), wrong: different.filter((key) => !KEY.test(key)) };
};

/**
 * The query of the address that compares them.
 * @param {string[]} keys
 */
export const queryOf = (keys) => (keys.length ? `?${ASKED}=${keys.join(",")}` : "");

/**
 * The key of the idea whose page is at the address, below that of all ideas; nothing where it is none.
 * @param {string} address
 * @param {string} ideas
 */
export const keyOf = (address, ideas) => {
  const folder = ideas.replace(/index\.html$/, "");
  if (!address.startsWith(folder)) return "";
  const key = address.slice(folder.length).replace(/[?#].*/, "").replace(/(\/index\.html|\/)$/, "");
  return KEY.test(key) ? key : "";
};

/**
 * Where the page of an idea is, beside that of all ideas.
 * @param {string} key
 * @param {string} ideas
 */
export const pageOf = (key, ideas) => {
  const folder = ideas.replace(/index\.html$/, "");
  return `${folder}${key}/${ideas.slice(folder.length)}`;
};

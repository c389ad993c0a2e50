// @ts-check
// The list that the reader came from, as the browser keeps it from one page to the next.
import { keep, keptRecord } from "../shared/kept.js";

/**
 * Address below the root, title, and the title's language where it is not the page's.
 * @typedef {[url: string, title: string, language: string]} Row
 * @typedef {{ from: string, rows: Row[] }} List
 */

const KEY = "list";

/**
 * Remember the list that one of its ideas is opened from.
 * @param {Row[]} rows
 */
export const rememberList = (rows) =>
  keep("sessionStorage", KEY, JSON.stringify({ from: location.pathname, rows }));

/**
 * The list in which the idea stands, where the reader comes from it or from another of its ideas: a list that
 * was left long ago says nothing about this visit.
 * @param {string} root
 * @param {string} own
 * @returns {{ before?: Row, after?: Row } | null}
 */
export const besideOf = (root, own) => {
  /** @type {List | null} */
  const list = keptRecord("sessionStorage", KEY);
  const at = list?.rows?.findIndex(([url]) => url === own) ?? -1;
  if (!list || at < 0 || !comesFrom(list, root)) return null;
  return { before: list.rows[at - 1], after: list.rows[at + 1] };
};

/**
 * @param {List} list
 * @param {string} root
 */
const comesFrom = (list, root) => {
  if (!document.referrer) return false;
  const before = new URL(document.referrer);
  if (before.origin !== location.origin) return false;
  /** @param {Row} row */
  const isThere = ([url]) => new URL(root + url, location.href).pathname === before.pathname;
  return before.pathname === list.from || list.rows.some(isThere);
};

// @ts-check
// The one finder of a page, by the addresses that its link to the search brings.

/** @import { Finder } from "./finder.js" */

/** @type {Promise<Finder> | undefined} */
let finder;

/**
 * The finder, fetched when it is first asked for.
 * @param {HTMLElement} link
 */
export const finderOf = (link) => (finder ??= opened(link));

/** @param {HTMLElement} link */
const opened = async (link) => {
  const { Finder } = await import("./finder.js");
  /** @param {string | undefined} address */
  const at = (address = "") => new URL(address, document.baseURI).href;
  return new Finder(at(link.dataset.index), at(link.dataset.home));
};

// @ts-check
// Opens the search: on its own page there, on any other in a dialog.
import { openDialog } from "./dialog.js";
import { finderOf } from "./opened.js";
import { SearchPage } from "./search-page.js";

/** @type {SearchPage | undefined} */
let page;

/**
 * What the link to the search leads to, opened where the reader is.
 * @param {HTMLAnchorElement} link
 */
export const open = async (link) => {
  const root = document.querySelector("main .search");
  if (!(root instanceof HTMLElement)) return await openDialog(link);
  if (page) page.focus();
  else page = new SearchPage(root, finderOf(link));
};

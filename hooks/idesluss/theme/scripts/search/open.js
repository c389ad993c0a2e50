// @ts-check
// Opens the search over the page, from its link and from the key /. Without this the link leads to a page.

const link = document.querySelector(".top__search");

/** @type {Promise<typeof import("./search.js")> | undefined} */
let opening;

/** @param {HTMLAnchorElement} link */
const open = async (link) => {
  try {
    // Most readers never search, and those who do not are spared the rest.
    opening ??= import("./search.js");
    (await opening).open(link);
  } catch {
    location.assign(link.href);
  }
};

/** @param {HTMLAnchorElement} link */
const listen = (link) => {
  link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || isWriting(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open(link);
  });
  if (document.querySelector("main .search")) open(link);
};

/** @param {Event} event */
const isWriting = ({ target }) =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

if (link instanceof HTMLAnchorElement) listen(link);

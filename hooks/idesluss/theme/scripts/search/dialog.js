// @ts-check
// The search over any page. Its markup and words stand in the search page.
import { all, one } from "../shared/dom.js";
import { later } from "../shared/later.js";
import { finderOf } from "./opened.js";
import { Panel, WAIT } from "./panel.js";

const SHOWN = 6;

/** @type {Promise<{ root: HTMLDialogElement, input: HTMLInputElement }> | undefined} */
let dialog;

/**
 * Open the dialog, which is fetched the first time.
 * @param {HTMLAnchorElement} link
 */
export const openDialog = async (link) => {
  finderOf(link);
  dialog ??= dialogOf(link);
  const { root, input } = await dialog;
  if (!root.open) root.showModal();
  input.focus();
  input.select();
};

/** @param {HTMLAnchorElement} link */
const dialogOf = async (link) => {
  const answer = await fetch(link.href);
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  const template = one(parsed, "#search-dialog", HTMLTemplateElement);
  const root = one(document.importNode(template.content, true), "dialog", HTMLDialogElement);
  document.body.append(root);
  const words = { ...one(parsed, "main .search").dataset };
  const panel = new Panel(root, words, finderOf(link));
  one(root, "form", HTMLFormElement).action = link.href;
  for (const way of all(root, "a", HTMLAnchorElement)) {
    way.href = new URL(way.getAttribute("href") ?? "", link.href).href;
  }
  listen(root, panel, link);
  return { root, input: panel.input };
};

/**
 * @param {HTMLDialogElement} root
 * @param {Panel} panel
 * @param {HTMLAnchorElement} link
 */
const listen = (root, panel, link) => {
  const everything = one(root, ".search__all");
  const show = async () => {
    const found = await panel.show(panel.input.value, {}, SHOWN);
    if (found === null) return;
    everything.hidden = !found?.results.length;
    const question = encodeURIComponent(panel.input.value.trim());
    one(everything, "a", HTMLAnchorElement).href = `${link.href}?q=${question}`;
  };
  panel.input.addEventListener("input", later(show, WAIT));
  one(root, ".search__close").addEventListener("click", () => root.close());
  root.addEventListener("click", (event) => event.target === root && root.close());
};

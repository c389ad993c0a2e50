// @ts-check
// An idea as the list shows it: a card like that of pages/base/card.html, or a row of the table.
import { element, linkTo, one } from "../shared/dom.js";

/** @import { Catalogue } from "./catalogue.js" */

const FACTS = /** @type {const} */ (["where", "granted", "time"]);

/**
 * The card of the idea at that place; `root` leads to the site's root.
 * @param {Catalogue} catalogue
 * @param {number} at
 * @param {string} root
 */
export const card = (catalogue, at, root) =>
  element(
    "article",
    { class: "card" },
    element("h3", { class: "card__title" }, wayTo(catalogue, at, root)),
    ...picture(catalogue, at, root),
    ...label(catalogue.inLanguage[at]),
    element("p", { class: "card__state" }, ...stage(catalogue, at), outcome(catalogue, at)),
    element("p", { class: "card__summary", lang: catalogue.summaryLanguage[at] }, catalogue.summary[at]),
    ...result(catalogue, at),
    element("ul", { class: "card__facts" }, ...facts(catalogue, at)),
  );

/**
 * What says that a block has text in another language than the page's, if it has.
 * @param {string} words
 */
const label = (words) =>
  words ? [element("p", { class: "in-language", lang: document.documentElement.lang }, words)] : [];

/**
 * The table of these ideas, from the page's own template.
 * @param {Catalogue} catalogue
 * @param {number[]} shown
 * @param {string} root
 */
export const table = (catalogue, shown, root) => {
  const template = one(document, "#browse-table", HTMLTemplateElement);
  const made = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  one(made, "tbody").append(...shown.map((at) => row(catalogue, at, root)));
  made.prepend(
    ...label([...new Set(shown.map((at) => catalogue.inLanguage[at]))].filter(Boolean).join(". ")),
  );
  return made;
};

/**
 * @param {Catalogue} catalogue
 * @param {number} at
 * @param {string} root
 */
const row = (catalogue, at, root) =>
  element(
    "tr",
    {},
    element("th", { scope: "row" }, wayTo(catalogue, at, root)),
    element("td", {}, ...stage(catalogue, at)),
    element("td", {}, outcome(catalogue, at)),
    element("td", {}, catalogue.where[at]),
    element("td", { class: "number" }, catalogue.granted[at]),
    element("td", {}, element("span", { class: catalogue.late[at] ? "late" : "" }, catalogue.time[at])),
  );

/**
 * @param {Catalogue} catalogue
 * @param {number} at
 * @param {string} root
 */
const wayTo = (catalogue, at, root) =>
  linkTo(root + catalogue.url[at], catalogue.title[at], catalogue.titleLanguage[at]);

/**
 * The idea's own picture, where it has one.
 * @param {Catalogue} catalogue
 * @param {number} at
 * @param {string} root
 */
const picture = (catalogue, at, root) => {
  const shown = catalogue.picture[at];
  if (!shown) return [];
  const [url, width, height, alt, lang] = shown;
  const size = { width: String(width), height: String(height) };
  const look = { class: "card__picture", src: root + url, alt, lang, ...size };
  return [element("img", { ...look, loading: "lazy", decoding: "async" })];
};

/**
 * What came of it, where somebody has said.
 * @param {Catalogue} catalogue
 * @param {number} at
 */
const result = (catalogue, at) => {
  const words = catalogue.result[at];
  if (!words) return [];
  const told = element("span", { lang: catalogue.resultLanguage[at] }, words);
  return [element("p", { class: "card__result" }, element("b", {}, catalogue.resultWord), " ", told)];
};

/**
 * @param {Catalogue} catalogue
 * @param {number} at
 */
const stage = (catalogue, at) =>
  catalogue.stage[at] ? [element("span", { class: "stage-mark" }, catalogue.stage[at])] : [];

/**
 * @param {Catalogue} catalogue
 * @param {number} at
 */
const outcome = (catalogue, at) => {
  const [look, words] = catalogue.outcome[at];
  return element("span", { class: `badge badge--${look}` }, words);
};

/**
 * @param {Catalogue} catalogue
 * @param {number} at
 */
const facts = (catalogue, at) =>
  FACTS.filter((kind) => catalogue[kind][at]).map((kind) => {
    const isLate = kind === "time" && catalogue.late[at];
    return element("li", { class: isLate ? "late" : "" }, catalogue[kind][at]);
  });

// @ts-check
// What is found, as a row of the list.
import { element, linkTo } from "../shared/dom.js";
import { fill } from "../shared/words.js";

/** @import { Shown } from "./finder.js" */

const PARTS = 3;

/**
 * A result, with its parts where there is room.
 * @param {Shown} told
 * @param {boolean} hasParts
 * @param {string} [textIn] what is said of a language
 */
export const item = (told, hasParts, textIn) => {
  const parts = hasParts ? told.parts.slice(0, PARTS) : [];
  const way = linkTo(told.url, told.title, told.lang);
  if (told.outside) way.rel = "external noopener";
  const rows = parts.map(({ url, title, excerpt }) =>
    element("li", {}, linkTo(url, title), " ", element("span", {}, ...marked(excerpt)))
  );
  return element(
    "li",
    { class: "result" },
    element("h3", { class: "result__title" }, way),
    ...label(told.lang, textIn),
    ...(told.note ? [element("p", { class: "result__note" }, told.note)] : []),
    element("p", { class: "result__excerpt" }, ...marked(told.excerpt)),
    ...(rows.length ? [element("ul", { class: "result__parts" }, ...rows)] : []),
  );
};

/**
 * What says that the result is in another language than the page's, if it is.
 * @param {string} language
 * @param {string} [textIn]
 */
const label = (language, textIn) => {
  if (!language || !textIn) return [];
  const { lang } = document.documentElement;
  const languages = new Intl.DisplayNames([lang], { type: "language" }).of(language) ?? language;
  return [element("p", { class: "in-language", lang }, fill(textIn, { languages }))];
};

/**
 * A page that tells of a topic.
 * @param {Shown} told
 */
export const topic = (told) =>
  element("li", {}, linkTo(told.url, told.title), " ", element("span", {}, told.note));

/** @param {string[]} pieces */
const marked = (pieces) => pieces.map((piece, at) => (at % 2 ? element("mark", {}, piece) : piece));

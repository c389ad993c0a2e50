// @ts-check
// What an idea's page says of each thing that is compared, as the page itself shows it.
import { all, element } from "../shared/dom.js";
import { fill } from "../shared/words.js";

const LONG = 400; // signs of a section that stand in the comparison; the rest is a link away
const BLOCKS = "p, ul, ol, dl, table, blockquote";

/**
 * What the pieces are taken from: the page's article, its address and the words of the comparison.
 * @typedef {{ idea: Element, address: string, words: DOMStringMap }} Source
 */

/**
 * What stands in the row of that name; nothing where the page says nothing of it.
 * @param {Source} source
 * @param {string} row
 * @returns {Node[]}
 */
export const told = (source, row) => {
  if (row === "kind") return [document.createTextNode(source.idea.getAttribute("data-kind") ?? "")];
  if (row === "factors") return listOf(all(source.idea, ".factors dt").map((part) => copyOf(source, part)));
  if (row === "lessons") return lessons(source);
  if (row === "sources") return sources(source);
  const places = all(source.idea, `[data-row="${row}"]`);
  if (places.length < 2) return places.map((place) => copyOf(source, place));
  return listOf(places.map((place) => withFunder(source, place)));
};

/** @param {Node[]} items */
const listOf = (items) =>
  items.length ? [element("ul", {}, ...items.map((item) => element("li", {}, item)))] : [];

/**
 * What the element holds, in its language, with addresses that hold anywhere and no ids of another page's.
 * @param {Source} source
 * @param {Element} place
 * @param {"span" | "div" | "p" | "ul" | "ol"} [tag]
 */
const copyOf = ({ address }, place, tag) => {
  const language = place.closest("[lang]")?.getAttribute("lang") ?? "";
  const isOther = language !== document.documentElement.lang;
  const copy = element(tag ?? (place.querySelector(BLOCKS) ? "div" : "span"), {
    lang: isOther ? language : "",
  });
  copy.append(...[...place.childNodes].map((node) => document.importNode(node, true)));
  for (const part of copy.querySelectorAll("[data-apart]")) part.remove();
  for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
  for (const link of all(copy, "a[href]", HTMLAnchorElement)) {
    link.href = new URL(link.getAttribute("href") ?? "", address).href;
  }
  for (const link of all(copy, ".permalink")) link.replaceWith(...link.childNodes);
  return copy;
};

/**
 * One of several grants, with whose it is.
 * @param {Source} source
 * @param {Element} place
 */
const withFunder = (source, place) => {
  const funder = place.closest("tr")?.querySelector("th a")?.textContent?.trim();
  return element("span", {}, ...(funder ? [`${funder}: `] : []), copyOf(source, place));
};

/**
 * The beginning of what was learnt, and the way to the rest.
 * @param {Source} source
 */
const lessons = (source) => {
  const id = source.idea.getAttribute("data-lessons");
  const heading = id ? source.idea.querySelector(`[id="${CSS.escape(id)}"]`) : null;
  const parts = [];
  let length = 0;
  let rest = heading?.nextElementSibling ?? null;
  for (; rest && rest.tagName !== heading?.tagName; rest = rest.nextElementSibling) {
    if (parts.length && length + (rest.textContent ?? "").length > LONG) break;
    length += (rest.textContent ?? "").length;
    parts.push(copyOf(source, rest, tagOf(rest)));
  }
  const isCut = rest !== null && rest.tagName !== heading?.tagName;
  const more = element("a", { href: `${source.address}#${id}` }, source.words.more ?? "");
  return [...parts, ...(isCut ? [element("p", {}, more)] : [])];
};

/**
 * What the copy of a block is, so that a list stays one.
 * @param {Element} block
 */
const tagOf = (
  { tagName },
) => (tagName === "UL" ? "ul" : tagName === "OL" ? "ol" : tagName === "P" ? "p" : "div");

/**
 * How many sources there are, and when one was last read.
 * @param {Source} source
 */
const sources = (source) => {
  const read = all(source.idea, ".sources [data-day]");
  if (!read.length) return [];
  const day = (/** @type {HTMLElement} */ part) => part.dataset.day ?? "";
  const [last] = read.toSorted((one, other) => (day(one) < day(other) ? 1 : -1));
  const way = element(
    "a",
    { href: `${source.address}#sources` },
    fill(source.words.sources, { count: read.length }, read.length),
  );
  return [way, document.createTextNode(`, ${last.dataset.said}`)];
};

/**
 * The words of a cell as they are compared.
 * @param {Element} cell
 */
export const wordsOf = (cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim();

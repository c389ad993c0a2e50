// @ts-check
// Previous and next follow the list that the reader came from; without script those of the whole catalogue.
import { all, element, targetOf } from "../shared/dom.js";
import { besideOf, rememberList } from "./list.js";

/** @import { Row } from "./list.js" */

/** @param {HTMLElement} list */
const listen = (list) => {
  const root = new URL(list.dataset.root ?? "", location.href).href;
  list.addEventListener("click", (event) => {
    if (!targetOf(event, "h3 a")) return;
    const links = all(list, "h3 a", HTMLAnchorElement);
    rememberList(
      links.map((link) => [link.href.slice(root.length), link.textContent?.trim() ?? "", link.lang]),
    );
  });
};

/**
 * The way to a neighbour, as pages/base/neighbours.html draws it.
 * @param {string} root
 * @param {Row} row
 * @param {string} words
 * @param {"newer" | "older"} side
 */
const way = (root, [url, title, language], words, side) =>
  element(
    "a",
    { class: `neighbours__${side}`, rel: side === "newer" ? "prev" : "next", href: root + url },
    element("span", {}, words),
    " ",
    element("strong", { lang: language }, title),
  );

/** @param {HTMLElement} nav */
const follow = (nav) => {
  const { root = "", own = "", previous = "", next = "" } = nav.dataset;
  const beside = besideOf(root, own);
  if (!beside) return;
  const { before, after } = beside;
  nav.replaceChildren(
    ...(before ? [way(root, before, previous, "newer")] : []),
    ...(after ? [way(root, after, next, "older")] : []),
  );
};

for (const list of all(document, "[data-list]")) listen(list);
for (const nav of all(document, ".neighbours")) follow(nav);

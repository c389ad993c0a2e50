// @ts-check
// Choosing ideas to compare: a button on each card and on an idea's page, and a bar that shows what is chosen.
import { all, element, one } from "../shared/dom.js";
import { fill } from "../shared/words.js";
import { choose, chosen, keyOf, MOST, queryOf } from "./chosen.js";

/** @import { Choice } from "./chosen.js" */

const bar = one(document, ".compare-bar");
const words = bar.dataset;
const ideas = new URL(words.ideas ?? "", document.baseURI).href;
const way = one(bar, "a", HTMLAnchorElement);
const page = way.href;

const draw = () => {
  const choices = chosen();
  const isComparing = document.querySelector("#compare") !== null;
  bar.hidden = !choices.length || isComparing;
  document.documentElement.classList.toggle("has-compare-bar", !bar.hidden);
  one(bar, "ul").replaceChildren(...choices.map(item));
  way.href = page + queryOf(choices.map(([key]) => key));
  for (const button of all(document, "[data-compare]", HTMLButtonElement)) {
    const isChosen = choices.some(([key]) => key === button.dataset.compare);
    button.setAttribute("aria-pressed", String(isChosen));
    button.classList.toggle("is-chosen", isChosen);
  }
};

/** @param {Choice} choice */
const item = ([key, title, language]) => {
  const cross = element("span", { "aria-hidden": "true" }, "×");
  const button = element("button", { type: "button", "aria-label": fill(words.remove, { title }) }, cross);
  button.addEventListener("click", () => {
    toggle([key, title, language]);
    // The bar hands the focus on; where it is gone, to the page.
    (bar.hidden ? one(document, "main") : bar.querySelector("button"))?.focus();
  });
  return element("li", {}, element("span", { lang: language }, title), " ", button);
};

/** @param {Choice} choice */
const toggle = (choice) => {
  const choices = chosen();
  const others = choices.filter(([key]) => key !== choice[0]);
  const isFull = others.length === choices.length && choices.length >= MOST;
  one(bar, "[role=status]").textContent = isFull ? words.full ?? "" : "";
  bar.classList.toggle("compare-bar--full", isFull);
  if (isFull) return;
  choose(others.length === choices.length ? [...choices, choice] : others);
  draw();
};

/** @param {HTMLElement} card */
const equip = (card) => {
  const link = card.querySelector(".card__title a");
  if (!(link instanceof HTMLAnchorElement) || card.querySelector("[data-compare]")) return;
  const key = keyOf(link.href, ideas);
  if (!key) return;
  const title = link.textContent?.trim() ?? "";
  const named = element("span", { class: "visually-hidden" }, `: ${title}`);
  const button = element("button", { type: "button", class: "card__compare" }, words.choose ?? "", named);
  button.dataset.compare = key;
  button.addEventListener("click", () => toggle([key, title, link.lang]));
  card.append(button);
};

const equipAll = () => {
  for (const card of all(document, ".cards > .card")) equip(card);
  draw();
};

/** @param {HTMLElement} button on the idea's own page */
const equipIdea = (button) => {
  const title = one(document, "h1");
  button.dataset.compare = keyOf(location.href, ideas);
  button.addEventListener(
    "click",
    () => toggle([button.dataset.compare ?? "", title.textContent?.trim() ?? "", title.lang]),
  );
};

for (const button of all(document, ".idea [data-compare]")) equipIdea(button);
one(bar, "p > button").addEventListener("click", () => {
  choose([]);
  draw();
  one(document, "main").focus();
});
// The catalogue page draws its cards anew.
document.querySelector("#browse")?.addEventListener("drawn", equipAll);
addEventListener("pageshow", draw);
equipAll();

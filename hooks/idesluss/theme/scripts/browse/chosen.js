// @ts-check
// What is chosen, each with a button that takes it away again.
import { element } from "../shared/dom.js";
import { fill } from "../shared/words.js";
import { drop } from "./catalogue.js";

/** @import { Catalogue, Question } from "./catalogue.js" */

/**
 * Something that is chosen: what its button shows and is called, and the change that takes it away.
 * @typedef {{ shown: string, name: string, change: (question: Question) => void }} Choice
 */

/**
 * Everything that the question asks for.
 * @param {Catalogue} catalogue
 * @param {Question} question
 * @param {DOMStringMap} words
 * @returns {Choice[]}
 */
export const choices = (catalogue, question, words) => {
  /** @type {Choice[]} */
  const made = [];
  const typed = question.words.trim();
  if (typed) {
    const name = fill(words.removeWords, { words: typed });
    made.push({ shown: `${words.words}: ${typed}`, name, change: (asked) => void (asked.words = "") });
  }
  for (const facet of catalogue.facets) {
    for (const key of question.facets.get(facet.name) ?? []) {
      const value = facet.labels[facet.keys.indexOf(key)] ?? key;
      const name = fill(words.remove, { facet: facet.title, value });
      made.push({ shown: `${facet.title}: ${value}`, name, change: (asked) => drop(asked, facet.name, key) });
    }
  }
  return made;
};

/**
 * The list of buttons; `left` says how many ideas there would be without a choice, where that is told.
 * @param {Choice[]} chosen
 * @param {DOMStringMap} words
 * @param {(change: Choice["change"]) => void} take
 * @param {(choice: Choice) => string} [left]
 */
export const chips = (chosen, words, take, left = () => "") => {
  const made = chosen.map((choice) => {
    const cross = element("span", { "aria-hidden": "true" }, " ×");
    const name = choice.name + left(choice);
    const button = element(
      "button",
      { type: "button", "aria-label": name },
      choice.shown + left(choice),
      cross,
    );
    button.addEventListener("click", () => take(choice.change));
    return button;
  });
  if (chosen.length > 1) {
    const clear = element("button", { type: "button", class: "chips__clear" }, words.clear ?? "");
    clear.addEventListener("click", () => take(forgetAll));
    made.push(clear);
  }
  return element("ul", { class: "chips" }, ...made.map((button) => element("li", {}, button)));
};

/** @param {Question} question */
const forgetAll = (question) => {
  question.facets.clear();
  question.words = "";
};

// @ts-check
// The idea as its page will show it: the answers in the places that pages/forms/preview.html has for them.
import { element, one } from "../shared/dom.js";
import { inWords } from "./form.js";
import { line, markdown } from "./text.js";

/** @import { Fields, Form, Question } from "./form.js" */

/**
 * A paragraph or a list, with its lines or items.
 * @typedef {{ kind: "p" | "ul" | "ol", rows: string[] }} Block
 */

const PLACED = ["title", "summary", "sector", "municipalities"];
const BULLET = /^[-*+] +(.*)$/;
const NUMBERED = /^\d{1,9}[.)] +(.*)$/;
// What text.js puts before a sign so that it stays one.
const KEPT_SIGN = /\\([\\<`&\]#>~=_*-])/g;

/**
 * The paragraphs and lists of a text that was typed.
 * @param {string} typed
 * @param {Form} form
 */
export const blocksOf = (typed, form) => {
  /** @type {Block[]} */
  const blocks = [];
  let isOpen = false; // whether the next line may go on with the last block
  for (const row of markdown(typed, form).split("\n")) {
    if (!row) isOpen = false;
    else isOpen = add(blocks, row, isOpen);
  }
  const shown = (/** @type {string} */ row) => row.replace(KEPT_SIGN, "$1");
  return blocks.map(({ kind, rows }) => ({ kind, rows: rows.map(shown) }));
};

/**
 * @param {Block[]} blocks
 * @param {string} row
 * @param {boolean} isOpen
 */
const add = (blocks, row, isOpen) => {
  const last = blocks.at(-1);
  const kind = BULLET.test(row) ? "ul" : NUMBERED.test(row) ? "ol" : "p";
  const words = kind === "p" ? row : (BULLET.exec(row) ?? NUMBERED.exec(row))?.[1] ?? "";
  if (last && kind === "p" && isOpen) last.rows.push(`${last.rows.pop()}\n${words}`);
  else if (last && kind === last.kind && kind !== "p") last.rows.push(words);
  else blocks.push({ kind, rows: [words] });
  return true;
};

/** @param {Block} block */
const drawn = ({ kind, rows }) =>
  kind === "p" ? element("p", {}, ...rows) : element(kind, {}, ...rows.map((row) => element("li", {}, row)));

/** The part of the page that shows the idea as it will look. */
export class Preview {
  /**
   * @param {HTMLElement} place
   * @param {Fields} fields
   * @param {Form} form
   */
  constructor(place, fields, form) {
    this.place = place;
    this.fields = fields;
    this.form = form;
  }

  show() {
    const places = (/** @type {string} */ name) => one(this.place, `[data-preview="${name}"]`);
    const above = [this.#said("sector"), this.#said("municipalities")].filter(Boolean);
    places("kicker").textContent = above.join(" · ");
    one(this.place, ".preview__title").textContent = this.#said("title");
    places("summary").textContent = this.#said("summary");
    const asked = this.form.questions.filter(({ name }) => !PLACED.includes(name));
    const sections = asked.filter(({ kind }) => kind === "section").flatMap((each) => this.#section(each));
    places("text").replaceChildren(...sections);
    const facts = asked.filter(({ kind }) => kind !== "section").flatMap((each) => this.#fact(each));
    places("facts").replaceChildren(...facts);
  }

  /**
   * The answer to the question of that name, as it is read; empty where there is none.
   * @param {string} name
   */
  #said(name) {
    const question = this.form.questions.find((asked) => asked.name === name);
    return question ? this.#words(question) : "";
  }

  /** @param {Question} question */
  #words(question) {
    const chosen = this.fields.chosenWords(question).join(", ");
    const isChosen = question.kind === "choice" || question.kind === "choices";
    return isChosen ? chosen : line(inWords(this.fields.answerTo(question)), this.form);
  }

  /** @param {Question} question */
  #section(question) {
    const blocks = blocksOf(inWords(this.fields.answerTo(question)), this.form);
    return blocks.length ? [element("h4", {}, question.title), ...blocks.map(drawn)] : [];
  }

  /** @param {Question} question */
  #fact(question) {
    const words = this.#words(question);
    return words ? [element("div", {}, element("dt", {}, question.title), element("dd", {}, words))] : [];
  }
}

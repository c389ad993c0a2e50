// @ts-check
// What the page tells the script of the form (pages/forms/propose.py), and what somebody has answered.
import { all, one } from "../shared/dom.js";

/**
 * `kind` is how it is answered: `line`, `passage`, `section`, `choice` or `choices`.
 * @typedef {object} Question
 * @property {string} name
 * @property {string} title
 * @property {string} kind
 * @property {boolean} required
 * @property {number} shortest
 * @property {number | null} longest
 * @property {number} most
 *
 * A rule of proposal/plain_text.py: pattern, replacement, and whether ^ and $ are the ends of lines.
 * @typedef {[pattern: string, replacement: string, hasLines: boolean]} Rule
 *
 * Where a new file is written, and what the address calls its name and what it holds; the latter may be
 * empty.
 * @typedef {{ new: string, file_name: string, content: string }} Host
 *
 * @typedef {object} Form
 * @property {string} language
 * @property {string} main
 * @property {string[]} order
 * @property {Record<string, string>} given
 * @property {Question[]} questions
 * @property {Record<string, Record<string, string>>} sections
 * @property {Rule[]} rules
 * @property {number} line_rules
 * @property {string} mail
 * @property {Host | null} host
 * @property {number} longest_address
 *
 * By the questions' names: words, or the keys that are chosen.
 * @typedef {Record<string, string | string[]>} Answers
 */

/**
 * An answer in words; empty where there is none, or it is a choice of several.
 * @param {string | string[] | undefined} answer
 */
export const inWords = (answer) => (typeof answer === "string" ? answer : "");

/**
 * The keys of an answer; none where it is in words.
 * @param {string | string[] | undefined} answer
 */
export const chosenIn = (answer) => (Array.isArray(answer) ? answer : []);

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */

/** The fields of the page, by their questions. */
export class Fields {
  /**
   * @param {HTMLElement} page
   * @param {Question[]} questions
   */
  constructor(page, questions) {
    this.page = page;
    this.questions = questions;
  }

  /**
   * What holds the answer: a field, or a group of boxes.
   * @param {Question} question
   */
  holder({ name }) {
    return one(this.page, `[data-question="${CSS.escape(name)}"]`);
  }

  /**
   * The question that something in the page belongs to.
   * @param {EventTarget | null} target
   */
  questionAt(target) {
    const held = target instanceof Element ? target.closest("[data-question]") : null;
    return this.questions.find(({ name }) => held instanceof HTMLElement && name === held.dataset.question);
  }

  /**
   * @param {Question} question
   * @returns {string | string[]}
   */
  answerTo(question) {
    const held = this.holder(question);
    if (question.kind === "choices") return all(held, ":checked", HTMLInputElement).map(({ value }) => value);
    return /** @type {Field} */ (held).value;
  }

  /**
   * What the choices that are made are called.
   * @param {Question} question
   * @returns {string[]}
   */
  chosenWords(question) {
    const held = this.holder(question);
    if (held instanceof HTMLSelectElement) {
      return [...held.selectedOptions].filter(({ value }) => value).map(({ text }) => text);
    }
    return all(held, ":checked").map((box) => box.closest("label")?.textContent?.trim() ?? "");
  }

  /** @returns {Answers} */
  answers() {
    return Object.fromEntries(this.questions.map((question) => [question.name, this.answerTo(question)]));
  }

  /**
   * @param {Question} question
   * @param {string | string[] | undefined} answer
   */
  answer(question, answer) {
    const held = this.holder(question);
    if (question.kind !== "choices") {
      /** @type {Field} */ (held).value = inWords(answer);
      return;
    }
    const keys = chosenIn(answer);
    for (const box of all(held, "[type=checkbox]", HTMLInputElement)) box.checked = keys.includes(box.value);
  }
}

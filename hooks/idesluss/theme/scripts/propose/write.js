// @ts-check
// An idea's file from answers. Writes what proposal/written.py writes.
import { slug } from "../shared/fold.js";
import { chosenIn, inWords } from "./form.js";
import { line, markdown } from "./text.js";

/** @import { Answers, Form, Question } from "./form.js" */

const LONGEST_NAME = 80;

/**
 * What the idea's folder is called; empty where the title has no letter or digit to name it by.
 * @param {string} title
 */
export const nameOf = (title) => slug(title, LONGEST_NAME);

/**
 * Keys stand bare, as they are letters, digits and hyphens; words within quotation marks.
 * @param {Question} question
 * @param {string | string[]} answer
 * @param {Form} form
 */
const value = (question, answer, form) => {
  if (question.kind === "choices") return chosenIn(answer).length ? `[${chosenIn(answer).join(", ")}]` : "";
  const words = line(inWords(answer), form);
  return words && question.kind !== "choice" ? JSON.stringify(words) : words;
};

/**
 * The fields that are answered, as they are written.
 * @param {Answers} answers
 * @param {Form} form
 */
export const writtenFields = (answers, form) => {
  const asked = form.questions.filter(({ name, kind }) => kind !== "section" && name in answers);
  const pairs = asked.map((question) => /** @type {const} */ ([
    question.name,
    value(question, answers[question.name], form),
  ]));
  return new Map(pairs.filter(([, written]) => written));
};

/**
 * The section's heading in the file's language, or in the catalogue's where that is not known.
 * @param {Question} question
 * @param {string | undefined} language
 * @param {Form} form
 */
export const headingOf = ({ name }, language, form) =>
  form.sections[name][language ?? form.main] ?? form.sections[name][form.main];

/**
 * A new file, with the day that it is proposed.
 * @param {Answers} answers
 * @param {Form} form
 * @param {string} day
 */
export const write = (answers, form, day) => {
  const fields = new Map([
    ...Object.entries(form.given),
    ["submitted", day],
    ...writtenFields(answers, form),
  ]);
  const lines = form.order.filter((key) => fields.has(key)).map((key) => `${key}: ${fields.get(key)}`);
  const sections = form.questions.filter(({ kind }) => kind === "section").flatMap((question) => {
    const text = markdown(inWords(answers[question.name]), form);
    return text ? [`\n## ${headingOf(question, form.given.language, form)}\n\n${text}`] : [];
  });
  return `${["---", ...lines, "---", ...sections].join("\n")}\n`;
};

// @ts-check
// What the check would say of an answer, in its own words, which stand at the field.
import { fill } from "../shared/words.js";
import { chosenIn, inWords } from "./form.js";
import { length, line, markdown } from "./text.js";
import { nameOf } from "./write.js";

/** @import { Form, Question } from "./form.js" */

/**
 * An answer as it will stand in the file.
 * @param {Question} question
 * @param {string | string[]} answer
 * @param {Form} form
 */
export const cleaned = (question, answer, form) =>
  question.kind === "section" ? markdown(inWords(answer), form) : line(inWords(answer), form);

/**
 * The complaint, or nothing. `messages` are by what is wrong.
 * @param {Question} question
 * @param {string | string[]} answer
 * @param {DOMStringMap} messages
 * @param {Form} form
 */
export const complaint = (question, answer, messages, form) => {
  if (question.kind === "choices") {
    const size = chosenIn(answer).length;
    return size > question.most ? fill(messages.many, { length: size }) : "";
  }
  const clean = cleaned(question, answer, form);
  const size = length(clean);
  if (!size) return question.required ? messages.empty ?? "" : "";
  if (size < question.shortest) return fill(messages.short, { length: size });
  if (question.longest && size > question.longest) return fill(messages.long, { length: size });
  if (question.name === "contact" && !isMail(clean, form)) return fill(messages.mail, { given: clean });
  if (question.name === "title" && !nameOf(clean)) return messages.unnamed ?? "";
  return "";
};

/**
 * @param {string} words
 * @param {Form} form
 */
const isMail = (words, form) => new RegExp(`^(?:${form.mail})$`).test(words);

// @ts-check
// The short forms on an idea's page: their answers go into the message that a link opens.
import { all, one } from "../shared/dom.js";
import { fill } from "../shared/words.js";
import { messageOf } from "./message.js";

/** @import { Answer } from "./message.js" */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/** @param {HTMLFormElement} form */
const fieldsOf = (form) => /** @type {Field[]} */ (/** @type {unknown} */ (all(form, "[data-heading]")));

/**
 * @param {Field} field
 * @returns {Answer}
 */
const answerIn = ({ dataset, value }) => ({ heading: dataset.heading ?? "", answer: value });

/** @param {HTMLFormElement} form */
const offer = (form) => {
  const wrong = one(form, ".ask__wrong");
  const links = all(form, "[data-to]", HTMLAnchorElement);
  const write = () => {
    const message = encodeURIComponent(messageOf(form.dataset.text ?? "", fieldsOf(form).map(answerIn)));
    for (const link of links) link.href = `${link.dataset.to}${message}`;
  };
  /** @param {Event} event */
  const judge = (event) => {
    for (const field of fieldsOf(form)) field.removeAttribute("aria-invalid");
    const empty = fieldsOf(form).find((field) => field.ariaRequired === "true" && !field.value.trim());
    wrong.hidden = !empty;
    if (!empty) return;
    event.preventDefault();
    wrong.textContent = fill(form.dataset.empty, { field: empty.dataset.heading ?? "" });
    empty.setAttribute("aria-invalid", "true");
    empty.focus();
  };
  write();
  form.addEventListener("input", write);
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const link of links) link.addEventListener("click", judge);
};

for (const form of all(document, ".supplement form", HTMLFormElement)) offer(form);

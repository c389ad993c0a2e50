// @ts-check
// Text as somebody typed it, made Markdown that says the same, by the rules of proposal/plain_text.py.

/** @import { Form, Rule } from "./form.js" */

// Halves of a pair that no text can be made of.
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * @param {string} typed
 * @param {Rule[]} rules
 */
const ruled = (typed, rules) =>
  rules.reduce(
    (text, [pattern, replacement, hasLines]) =>
      text.replace(new RegExp(pattern, hasLines ? "gm" : "g"), replacement),
    typed.replace(LONE, "").normalize("NFC"),
  );

/**
 * One line without what cannot be seen.
 * @param {string} typed
 * @param {Form} form
 */
export const line = (typed, form) =>
  ruled(typed, form.rules.slice(0, form.line_rules)).split(/\s+/).filter(Boolean).join(" ");

/**
 * Paragraphs and lists as they were typed.
 * @param {string} typed
 * @param {Form} form
 */
export const markdown = (typed, form) => ruled(typed, form.rules);

/**
 * In characters, as the check counts them.
 * @param {string} text
 */
export const length = (text) => [...text].length;

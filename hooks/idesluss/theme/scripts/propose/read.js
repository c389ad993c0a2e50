// @ts-check
// Answers from an idea's file, as blocks, so that what is not changed stays as it stands.

/** @import { Answers, Form, Question } from "./form.js" */

/**
 * A field with the lines that it stands on; a line of the text that begins no section belongs to none.
 * @typedef {{ key?: string, rows: string[] }} Block
 * @typedef {{ heading: string | null, rows: string[] }} Part
 * @typedef {{ blocks: Block[], parts: Part[] }} IdeaFile
 * @typedef {{ file: IdeaFile, answers: Answers }} Read
 */

const FENCE = /^---[ \t]*$/;
const KEY = /^([A-Za-z_]\w*):/;
// A heading of the second level, without the signs that may close it.
const HEADING = /^##[ \t]+(.*?)[ \t#]*$/;
const ITEM = /^\s*-\s+(.*)$/;
const SINGLE_QUOTED = /^'(?:[^']|'')*'$/;
// What begins as something else than words, or holds what YAML would end them at.
const NOT_PLAIN = /^[[\]{}&*!|>%@`'"#,?-]|: | #/;

/**
 * What the form can show of a file; null for what is no idea.
 * @param {string} content
 * @param {Form} form
 * @returns {Read | null}
 */
export const read = (content, form) => {
  const rows = content.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").split("\n");
  const end = rows.findIndex((row, at) => at > 0 && FENCE.test(row));
  if (!FENCE.test(rows[0]) || end < 0) return null;
  const file = { blocks: blocksIn(rows.slice(1, end)), parts: partsIn(rows.slice(end + 1)) };
  return { file, answers: answersOf(file, form) };
};

/** @param {string[]} rows */
const blocksIn = (rows) => {
  /** @type {Block[]} */
  const blocks = [];
  for (const row of rows) {
    const key = KEY.exec(row)?.[1];
    const last = blocks.at(-1);
    if (key || !last) blocks.push({ key, rows: [row] });
    else last.rows.push(row);
  }
  return blocks;
};

/** @param {string[]} rows */
const partsIn = (rows) => {
  /** @type {Part[]} */
  const parts = [{ heading: null, rows: [] }];
  for (const row of rows) {
    const heading = HEADING.exec(row);
    if (heading) parts.push({ heading: heading[1], rows: [row] });
    else parts.at(-1)?.rows.push(row);
  }
  return parts;
};

/**
 * @param {IdeaFile} file
 * @param {Form} form
 */
const answersOf = (file, form) => {
  /** @type {Answers} */
  const answers = {};
  for (const question of form.questions) {
    const answer = question.kind === "section" ? textOf(file, question, form) : fieldOf(file, question);
    if (answer !== undefined) answers[question.name] = answer;
  }
  return answers;
};

/**
 * The part of the file under the section's heading, in whichever language.
 * @param {IdeaFile} file
 * @param {Question} question
 * @param {Form} form
 */
export const partOf = (file, question, form) => {
  const headings = Object.values(form.sections[question.name]).map((heading) => heading.toLowerCase());
  return file.parts.find(({ heading }) => heading && headings.includes(heading.trim().toLowerCase()));
};

/**
 * @param {IdeaFile} file
 * @param {Question} question
 * @param {Form} form
 */
const textOf = (file, question, form) => partOf(file, question, form)?.rows.slice(1).join("\n").trim();

/**
 * @param {IdeaFile} file
 * @param {Question} question
 */
const fieldOf = (file, question) => {
  const block = file.blocks.find(({ key }) => key === question.name);
  if (!block) return undefined;
  const [head, ...rest] = block.rows;
  const first = head.slice(question.name.length + 1);
  return question.kind === "choices" ? list(first, rest) : text(first, rest);
};

/**
 * A field's value where it is written in one of the usual ways; undefined where it is not.
 * @param {string} raw
 * @returns {string | undefined}
 */
const scalar = (raw) => {
  const written = raw.trim();
  if (written.startsWith('"')) return quoted(written);
  if (SINGLE_QUOTED.test(written)) return written.slice(1, -1).replaceAll("''", "'");
  return NOT_PLAIN.test(written) ? undefined : written;
};

/** @param {string} written */
const quoted = (written) => {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
};

/**
 * @param {string} first
 * @param {string[]} rest
 * @returns {string[] | undefined}
 */
const list = (first, rest) => {
  const flow = /^\[([^[\]{}"']*)\]$/.exec(first.trim());
  if (flow) return flow[1].split(",").map((item) => item.trim()).filter(Boolean);
  if (first.trim()) return undefined;
  const items = rest.filter((row) => row.trim()).map((row) => {
    const item = ITEM.exec(row);
    return item ? scalar(item[1]) : undefined;
  });
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
};

/**
 * @param {string} first
 * @param {string[]} rest
 */
const text = (first, rest) => {
  const lines = rest.map((row) => row.trim());
  // Lines that are kept, or folded into one.
  if (/^[|>][-+]?$/.test(first.trim())) return lines.join(first.includes("|") ? "\n" : " ").trim();
  return scalar([first, ...lines].join(" "));
};

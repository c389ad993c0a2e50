// @ts-check
// A file that was there already, with the answers that differ from what was read of it; all else as it was.
import { inWords } from "./form.js";
import { partOf } from "./read.js";
import { markdown } from "./text.js";
import { headingOf, writtenFields } from "./write.js";

/** @import { Answers, Form, Question } from "./form.js" */
/** @import { IdeaFile, Read } from "./read.js" */

/**
 * @param {Read} before
 * @param {Answers} answers
 * @param {Form} form
 */
export const rewrite = (before, answers, form) => {
  /** @param {Question} question */
  const isSame = ({ name, kind }) =>
    JSON.stringify(answers[name] ?? "") ===
      JSON.stringify(before.answers[name] ?? (kind === "choices" ? [] : ""));
  const changed = form.questions.filter((question) => !isSame(question));
  const fields = changed.filter(({ kind }) => kind !== "section");
  const sections = changed.filter(({ kind }) => kind === "section");
  const above = blocksWith(before.file, fields, answers, form);
  const below = partsWith(before.file, sections, answers, form);
  return `${["---", ...above, "---", ...below].join("\n").trimEnd()}\n`;
};

/**
 * @param {IdeaFile} file
 * @param {Question[]} changed
 * @param {Answers} answers
 * @param {Form} form
 */
const blocksWith = (file, changed, answers, form) => {
  const written = writtenFields(answers, form);
  const blocks = [...file.blocks];
  for (const { name } of changed) {
    const rows = written.has(name) ? [`${name}: ${written.get(name)}`] : [];
    const at = blocks.findIndex(({ key }) => key === name);
    if (at >= 0) blocks.splice(at, 1, { key: name, rows });
    else blocks.push({ key: name, rows });
  }
  return blocks.flatMap(({ rows }) => rows);
};

/**
 * @param {IdeaFile} file
 * @param {Question[]} changed
 * @param {Answers} answers
 * @param {Form} form
 */
const partsWith = (file, changed, answers, form) => {
  const language = languageOf(file);
  const parts = [...file.parts];
  for (const question of changed) {
    const part = partOf(file, question, form);
    const text = markdown(inWords(answers[question.name]), form);
    const heading = part?.heading ?? headingOf(question, language, form);
    const rows = text ? [`## ${heading}`, "", ...text.split("\n"), ""] : [];
    if (part) parts[file.parts.indexOf(part)] = { heading: null, rows };
    else parts.push({ heading: null, rows: rows.length && parts.at(-1)?.rows.at(-1) ? ["", ...rows] : rows });
  }
  return parts.flatMap(({ rows }) => rows);
};

/** @param {IdeaFile} file */
const languageOf = ({ blocks }) =>
  /^language:\s*([a-z-]+)/m.exec(blocks.flatMap(({ rows }) => rows).join("\n"))?.[1];

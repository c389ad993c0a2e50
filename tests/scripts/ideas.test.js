// @ts-check
import assert from "node:assert/strict";
import { complaint } from "../../hooks/idesluss/theme/scripts/propose/complaint.js";
import { read } from "../../hooks/idesluss/theme/scripts/propose/read.js";
import { rewrite } from "../../hooks/idesluss/theme/scripts/propose/rewrite.js";
import { blocksOf } from "../../hooks/idesluss/theme/scripts/propose/preview.js";
import { hostAddress, mailAddress } from "../../hooks/idesluss/theme/scripts/propose/sending.js";
import { line, markdown } from "../../hooks/idesluss/theme/scripts/propose/text.js";
import { nameOf, write } from "../../hooks/idesluss/theme/scripts/propose/write.js";
import { casesOf } from "./cases.js";

/** @import { Form, Question } from "../../hooks/idesluss/theme/scripts/propose/form.js" */

const cases = casesOf("ideas");
/** @type {Form} */
const form = cases.form;
/**
 * A file that was there before, as read, in whose place the form's own answers stand.
 * @param {string} content
 */
const imported = (content) => {
  const found = read(content, form);
  assert.ok(found);
  return found;
};
/** @param {string} name */
const question = (name) => /** @type {Question} */ (form.questions.find((asked) => asked.name === name));

Deno.test("the file is the one that Python writes", () => {
  for (const { answers, file, name } of cases.files) {
    assert.equal(write(answers, form, cases.day), file);
    assert.equal(nameOf(line(answers.title, form)), name);
  }
});

Deno.test("typed texts become what Python makes of them", () => {
  for (const [typed, asLine, asMarkdown] of cases.texts) {
    assert.equal(line(typed, form), asLine);
    assert.equal(markdown(typed, form), asMarkdown);
  }
});

Deno.test("half a character is no text", () => {
  assert.equal(line("a\ud800b\udc00c", form), "abc");
  assert.equal(line("\ud83d\udc9a", form), "💚");
});

Deno.test("a field is read as Python reads it, or not at all", () => {
  let known = 0;
  for (const [field, expected] of cases.fields) {
    const { title } = imported(`---\n${field}\n---\n`).answers;
    if (title === undefined) continue;
    known += 1;
    assert.equal(line(String(title), form), expected, field);
  }
  assert.ok(known > cases.fields.length / 2, `${known} of ${cases.fields.length}`);
});

Deno.test("a file is read as the answers that it was written from", () => {
  for (const { answers, file } of cases.files) {
    const told = imported(file).answers;
    assert.equal(told.title, line(answers.title, form));
    assert.equal(told["section.need"] ?? "", markdown(answers["section.need"], form).trim());
    assert.deepEqual(told.agenda_goals, answers.agenda_goals);
    assert.equal(told.themes, undefined);
  }
});

Deno.test("a file whose answers are the same stays as it was", () => {
  for (const { file } of cases.files) {
    const before = imported(file);
    assert.equal(rewrite(before, before.answers, form), `${file.trimEnd()}\n`);
  }
});

const FILE = `---
# Ours.
language: en
title: 'It''s old'   
themes:
  - one
unknown: { a: 1 }
---

Lead.

## Need

Old need.

## Own heading

Kept.
`;

Deno.test("what is changed changes, and nothing else", () => {
  const before = imported(FILE);
  assert.deepEqual([before.answers.title, before.answers.themes], ["It's old", ["one"]]);
  const after = rewrite(before, { ...before.answers, title: 'A "new" one', themes: [] }, form);
  assert.equal(
    after,
    FILE.replace(/title: .*/, 'title: "A \\"new\\" one"').replace("themes:\n  - one\n", ""),
  );
});

Deno.test("a section that is new stands last, under its heading in the file's language", () => {
  const file = FILE.replace("## Need\n\nOld need.\n\n", "");
  const before = imported(file);
  const after = rewrite(before, { ...before.answers, "section.need": "Much." }, form);
  assert.equal(after, `${file}\n## ${form.sections["section.need"].en}\n\nMuch.\n`);
});

Deno.test("what is no idea is not read", () => {
  for (const content of ["", "Hej!\n", "---\ntitle: a\n", "title: a\n---\n"]) {
    assert.equal(read(content, form), null);
  }
  assert.equal(read("\ufeff---\r\ntitle: a\r\n---\r\n", form)?.answers.title, "a");
});

Deno.test("an address for mail is one where Python says so", () => {
  for (const [words, isMail] of cases.mails) {
    if (line(words, form) !== words) continue;
    const messages = { mail: "mail", short: "", long: "long" };
    assert.equal(complaint(question("contact"), words, messages, form) === "", isMail, words);
  }
});

Deno.test("an answer is complained of in the words of its field", () => {
  const messages = {
    empty: "Tomt.",
    short: "{length} är kort.",
    long: "{length} är långt.",
    many: "{length}!",
  };
  /**
   * @param {string} name
   * @param {string | string[]} answer
   */
  const told = (name, answer) =>
    complaint(question(name), answer, { ...messages, unnamed: "Namnlös." }, form);
  assert.equal(told("title", " \u200b "), "Tomt.");
  assert.equal(told("title", "å".repeat(121)), "121 är långt.");
  assert.equal(told("title", "💚💚💚💚💚💚"), "Namnlös.");
  assert.equal(told("summary", "💚"), "1 är kort.");
  assert.equal(
    told("themes", Array.from({ length: question("themes").most + 1 }, String)).endsWith("!"),
    true,
  );
  assert.equal(told("title", "Cyklar att låna"), "");
});

Deno.test("what is too long for an address is left out of it, and what the host does not take", () => {
  const host = { new: "https://git.example.se/a/b/new/main", file_name: "filename", content: "value" };
  const path = "ideas/2026/å/idea.md";
  const start = `${host.new}?filename=ideas%2F2026%2F%C3%A5%2Fidea.md`;
  assert.deepEqual(hostAddress({ ...form, host }, path, "a&b"), {
    address: `${start}&value=a%26b`,
    isCut: false,
  });
  assert.deepEqual(hostAddress({ ...form, host }, path, "å".repeat(2000)), { address: start, isCut: true });
  const gitlab = { new: "https://gitlab.example.se/a/b/-/new/main", file_name: "file_name", content: "" };
  assert.deepEqual(hostAddress({ ...form, host: gitlab }, "a.md", "b"), {
    address: `${gitlab.new}?file_name=a.md`,
    isCut: true,
  });
});

Deno.test("the message's subject has the title, whatever signs that holds", () => {
  const address = "mailto:a@b.se?subject=Id%C3%A9%3A%20%7Btitle%7D&body=Hej";
  assert.equal(
    mailAddress(address, "Å & $&"),
    "mailto:a@b.se?subject=Id%C3%A9%3A%20%C3%85%20%26%20%24%26&body=Hej",
  );
});

Deno.test("a text is drawn as the paragraphs and lists that its page will have", () => {
  /** @type {[string, [string, string[]][]][]} */
  const drawn = [
    ["", []],
    ["Ett.\n\nTvå\ntre.", [["p", ["Ett."]], ["p", ["Två\ntre."]]]],
    ["Så här:\n- mörkt\n- långt\n\nSlut.", [["p", ["Så här:"]], ["ul", ["mörkt", "långt"]], ["p", [
      "Slut.",
    ]]]],
    ["- ett\n\n- två", [["ul", ["ett", "två"]]]],
    ["- ett\nfortsatt", [["ul", ["ett\nfortsatt"]]]],
    ["1. ett\n2. två", [["ol", ["ett", "två"]]]],
    ["# <b> & &amp; [a](b) `c` \\", [["p", ["# <b> & &amp; [a](b) `c` \\"]]]],
  ];
  for (const [typed, expected] of drawn) {
    assert.deepEqual(blocksOf(typed, form).map(({ kind, rows }) => [kind, rows]), expected, typed);
  }
});

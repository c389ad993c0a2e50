// @ts-check
// The form for a new idea: checks while one writes, keeps the draft, shows similar ideas, and writes the file.
import { isoDay } from "../shared/day.js";
import { all, element, one } from "../shared/dom.js";
import { keep, keptRecord } from "../shared/kept.js";
import { later } from "../shared/later.js";
import { fill } from "../shared/words.js";
import { cleaned, complaint } from "./complaint.js";
import { Fields, inWords } from "./form.js";
import { narrowDown } from "./narrow.js";
import { read } from "./read.js";
import { rewrite } from "./rewrite.js";
import { Preview } from "./preview.js";
import { Sending } from "./sending.js";
import { Similar } from "./similar.js";
import { length, line } from "./text.js";
import { nameOf, write } from "./write.js";

/** @import { Form, Question } from "./form.js" */
/** @import { Read } from "./read.js" */

const DRAFT = "proposal";
const WAIT = 400; // milliseconds after a letter before something is made of it
const LARGEST = 300_000; // bytes of a file that is brought in

const page = one(document, "#propose", HTMLFormElement);
/** @type {Form} */
const form = JSON.parse(one(document, "#proposal").textContent ?? "");
const words = page.dataset;
const fields = new Fields(page, form.questions);
const said = one(document, ".propose__said");
const wrong = one(page, ".propose__wrong");
const numbers = new Intl.NumberFormat(document.documentElement.lang);
const similar = new Similar(one(page, ".propose__similar"));
const done = one(document, "#done");
const sending = new Sending(done, form);
const preview = new Preview(one(done, ".preview"), fields, form);
const keptNotice = one(page, ".propose__kept");
/** The questions whose complaints are shown while one writes. @type {Set<string>} */
const touched = new Set();
/** @type {Read | null} */
let imported = null;
let isKept = true;

/** @param {string | undefined} message */
const say = (message) => (said.textContent = message ?? "");
const today = () => isoDay(new Date());
/**
 * An answer in words, by the question's name.
 * @param {string} name
 */
const told = (name) => line(inWords(fields.answers()[name]), form);

/** @param {Question} question */
const placeOfComplaint = (question) => one(document, `#${fields.holder(question).id}-wrong`);
/**
 * Shows and gives what is wrong with the answer.
 * @param {Question} question
 */
const judge = (question) => {
  const held = fields.holder(question);
  const messages = { ...held.dataset, unnamed: words.unnamed };
  const found = complaint(question, fields.answerTo(question), messages, form);
  const place = placeOfComplaint(question);
  place.textContent = found;
  place.hidden = !found;
  if (found) held.setAttribute("aria-invalid", "true");
  else held.removeAttribute("aria-invalid");
  return found;
};
/** @param {Question} question */
const recount = (question) => {
  const place = document.getElementById(`${fields.holder(question).id}-count`);
  if (!place || !question.longest) return;
  const size = length(cleaned(question, fields.answerTo(question), form));
  const values = { length: numbers.format(size), limit: numbers.format(question.longest) };
  place.textContent = fill(place.dataset.pattern, values, size);
  place.classList.toggle("ask__count--over", size > question.longest);
};
const unfold = () => {
  const more = one(page, ".propose__more", HTMLDetailsElement);
  const isAnswered = form.questions.some((question) =>
    more.contains(fields.holder(question)) && fields.answerTo(question).length
  );
  if (isAnswered) more.open = true;
};
/** @param {Record<string, string | string[]>} answers */
const fillIn = (answers) => {
  for (const question of form.questions) {
    fields.answer(question, answers[question.name]);
    recount(question);
  }
};

// The draft lies in the browser, and an imported file with it.
const keepDraft = () => {
  isKept = true;
  if (keep("localStorage", DRAFT, JSON.stringify({ answers: fields.answers(), imported }))) say(words.saved);
};
const recall = () => {
  const draft = keptRecord("localStorage", DRAFT);
  // Another version of the form may have written another draft.
  if (!draft?.answers) return;
  imported = draft.imported ?? null;
  fillIn(draft.answers);
  const isWritten = form.questions.some((question) => inWords(fields.answerTo(question)));
  keptNotice.hidden = !isWritten;
  unfold();
};
const forget = () => {
  imported = null;
  isKept = true;
  touched.clear();
  page.reset();
  fillIn({});
  for (const question of form.questions) {
    fields.holder(question).removeAttribute("aria-invalid");
    placeOfComplaint(question).hidden = true;
  }
  wrong.hidden = true;
  keptNotice.hidden = true;
  sending.hide();
  similar.hide();
  keep("localStorage", DRAFT, null);
  say(words.forgotten);
  fields.holder(form.questions[0]).focus();
};

/** @param {File} file */
const bringIn = async (file) => {
  const found = file.size < LARGEST ? read(await file.text(), form) : null;
  if (!found) {
    say(words.notImported);
    return;
  }
  fillIn(found.answers);
  // What the form shows is what later answers are compared with.
  imported = { ...found, answers: fields.answers() };
  unfold();
  keepDraft();
  say(words.imported);
  lookSoon();
};

/**
 * To the field, also where it is folded away.
 * @param {Question} question
 */
const goTo = (question) => {
  const held = fields.holder(question);
  const folded = held.closest("details");
  if (folded) folded.open = true;
  (held.matches("fieldset") ? one(held, "[type=checkbox]") : held).focus();
};
/** @param {[Question, string][]} found */
const complain = (found) => {
  const rows = found.map(([question, message]) => {
    const link = element("a", { href: `#${fields.holder(question).id}` }, message);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(question);
    });
    return element("li", {}, link);
  });
  one(wrong, "h2").textContent = fill(words.wrong, { count: found.length }, found.length);
  one(wrong, "ul").replaceChildren(...rows);
  wrong.hidden = false;
  sending.hide();
  wrong.focus();
};
const present = () => {
  const answers = fields.answers();
  const title = told("title");
  const path = `ideas/${today().slice(0, 4)}/${nameOf(title)}/idea.md`;
  const content = imported ? rewrite(imported, answers, form) : write(answers, form, today());
  wrong.hidden = true;
  say(words.ready);
  preview.show();
  one(done, "[data-more]").hidden = !imported;
  sending.show({ title, path, content });
};

const lookSoon = later(() => similar.show(`${told("title")} ${told("summary")}`.trim()), WAIT);
const keepSoon = later(() => isKept || keepDraft(), WAIT);

page.hidden = false;
for (const question of form.questions) recount(question);
recall();
addEventListener("pagehide", () => isKept || keepDraft());
page.addEventListener("input", (event) => {
  const question = fields.questionAt(event.target);
  if (!question) return;
  recount(question);
  if (touched.has(question.name)) judge(question);
  if (question.name === "title" || question.name === "summary") lookSoon();
  sending.hide();
  isKept = false;
  keepSoon();
});
page.addEventListener("focusout", (event) => {
  const question = fields.questionAt(event.target);
  if (!question || (question.kind !== "choices" && !fields.answerTo(question))) return;
  touched.add(question.name);
  judge(question);
});
page.addEventListener("submit", (event) => {
  event.preventDefault();
  for (const { name } of form.questions) touched.add(name);
  const judged = form.questions.map((
    question,
  ) => /** @type {[Question, string]} */ ([question, judge(question)]));
  const found = judged.filter(([, message]) => message);
  keepDraft();
  if (found.length) complain(found);
  else present();
});
for (const button of all(page, "[data-forget]")) button.addEventListener("click", forget);
const files = one(page, "#import", HTMLInputElement);
files.addEventListener("change", () => {
  if (files.files?.length) bringIn(files.files[0]);
});
for (const button of all(done, "[data-copy]")) {
  button.addEventListener("click", async () => {
    say("");
    say((await sending.copy()) ? words.copied : words.notCopied);
  });
}
for (const narrow of all(page, ".ask__narrow")) narrowDown(narrow);

// @ts-check
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { bare, fold, slug, wordsIn } from "../../hooks/idesluss/theme/scripts/shared/fold.js";
import { casesOf } from "./cases.js";

const cases = casesOf("fold");

Deno.test("words are those that the index is told of", () => {
  for (const [text, words] of cases.words) assert.deepEqual(wordsIn(text), words, text);
});

Deno.test("words lose the marks that they lose in the index", () => {
  for (const [word, expected] of cases.bare) assert.equal(bare(word), expected, word);
});

Deno.test("a title gives the name that Python gives it", () => {
  for (const [title, expected] of cases.slugs) assert.equal(slug(title, cases.longest), expected, title);
});

Deno.test("so does every letter", () => {
  const ends = new Map(cases.ranges.map((/** @type {[number, number]} */ [first, last]) => [first, last]));
  let last = 0;
  const wrong = [];
  for (const [first, expected] of cases.letters) {
    last = ends.get(first) ?? last;
    const count = Math.min(cases.block, last - first + 1);
    const letters = Array.from({ length: count }, (_, at) => String.fromCodePoint(first + at));
    const lines = letters.map((letter) =>
      [slug(`a${letter}b`, cases.longest), ...wordsIn(`x ${letter}`).map(bare)].join("|")
    );
    const digest = createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
    if (digest !== expected) wrong.push(first.toString(16));
  }
  assert.deepEqual(wrong, []);
});

Deno.test("å, ä and ö are letters of their own, and other marks do not matter", () => {
  assert.equal(fold("Ångström ÄPPLE Idé a\u030a"), "ångström äpple ide å");
  assert.equal(fold("naïve Łódź ñ ü ō"), "naive łodz n u o");
});

// @ts-check
import assert from "node:assert/strict";
import { isoDay } from "../../hooks/idesluss/theme/scripts/shared/day.js";
import { counted, fill } from "../../hooks/idesluss/theme/scripts/shared/words.js";
import { casesOf } from "./cases.js";

const cases = casesOf("formats");

Deno.test("numbers are written as the pages have them", () => {
  for (const [language, value, expected] of cases.numbers) {
    assert.equal(new Intl.NumberFormat(language).format(value), expected);
  }
});

Deno.test("so are days", () => {
  for (const [locale, iso, expected] of cases.days) {
    const [year, month, day] = iso.split("-").map(Number);
    const date = new Date(year, month - 1, day);
    const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
    assert.equal(format.format(date), expected);
    assert.equal(isoDay(date), iso);
  }
});

Deno.test("a pattern is filled in, with the form that the count asks for", () => {
  assert.equal(fill("{shown} idé|{shown} idéer", { shown: 1 }, 1), "1 idé");
  assert.equal(fill("{shown} idé|{shown} idéer", { shown: 0 }, 0), "0 idéer");
  assert.equal(fill("Ta bort {value}", { value: "{facet} $& $1" }), "Ta bort {facet} $& $1");
  assert.equal(fill("{unknown} kvar", {}), "{unknown} kvar");
  assert.equal(fill(undefined, {}), "");
});

Deno.test("of the forms of a language, the one for the count", () => {
  const words = { found_one: "{n} träff", found_other: "{n} träffar" };
  assert.equal(counted(words, "found", 1, "sv"), "1 träff");
  assert.equal(counted(words, "found", 2345, "sv"), "2\u00a0345 träffar");
  assert.equal(counted(words, "found", 2, "pl"), "2 träffar");
});

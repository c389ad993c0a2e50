// @ts-check
import assert from "node:assert/strict";
import { inOrder, nextWay } from "../../hooks/idesluss/theme/scripts/tables/order.js";

Deno.test("numbers go by what they are worth, words by the alphabet of the language", () => {
  assert.deepEqual(inOrder(["90000", "181294", "-200"], "number", "ascending", "sv"), [2, 0, 1]);
  assert.deepEqual(inOrder(["90000", "181294", "-200"], "number", "descending", "sv"), [1, 0, 2]);
  assert.deepEqual(inOrder(["Ö", "Z", "A"], "text", "ascending", "sv"), [2, 1, 0]);
  assert.deepEqual(inOrder(["Ö", "Z", "A"], "text", "ascending", "en"), [2, 0, 1]);
  assert.deepEqual(inOrder(["2016-09", "2015-11-02", "2015-11"], "text", "descending", "sv"), [0, 1, 2]);
});

Deno.test("nothing is no zero, and stands last whichever the way", () => {
  assert.deepEqual(inOrder(["", "0", "-5", ""], "number", "ascending", "sv"), [2, 1, 0, 3]);
  assert.deepEqual(inOrder(["", "0", "-5", ""], "number", "descending", "sv"), [1, 2, 0, 3]);
});

Deno.test("what is alike keeps its place", () => {
  assert.deepEqual(inOrder(["7", "7", "7"], "number", "ascending", "sv"), [0, 1, 2]);
  assert.deepEqual(inOrder(["7", "7", "7"], "number", "descending", "sv"), [0, 1, 2]);
});

Deno.test("numbers begin with the largest, words with the first; a second time turns them", () => {
  assert.equal(nextWay("number", null), "descending");
  assert.equal(nextWay("text", null), "ascending");
  assert.equal(nextWay("number", "descending"), "ascending");
  assert.equal(nextWay("text", "ascending"), "descending");
});

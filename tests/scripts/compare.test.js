// @ts-check
import assert from "node:assert/strict";
import { askedFor, keyOf, pageOf, queryOf } from "../../hooks/idesluss/theme/scripts/compare/chosen.js";

const ONLINE = "https://example.org/x/ideer/";
const ON_DISK = "file:///a%20b/ideer/index.html";

Deno.test("the address holds each choice once, and what is no idea apart", () => {
  const { keys, wrong } = askedFor("?ideas=2024/a,%20../b,2025/b-1,2024/a,<i>,&q=x");
  assert.deepEqual(keys, ["2024/a", "2025/b-1"]);
  assert.deepEqual(wrong, ["../b", "<i>"]);
  assert.deepEqual(askedFor("?q=x"), { keys: [], wrong: [] });
  assert.deepEqual(askedFor(queryOf(keys)).keys, keys);
  assert.equal(queryOf([]), "");
});

Deno.test("an idea is known by its page, online and on a disk", () => {
  for (const ideas of [ONLINE, ON_DISK]) {
    const page = pageOf("2024/a", ideas);
    assert.equal(keyOf(page, ideas), "2024/a");
    assert.equal(keyOf(`${page}?q=x#y`, ideas), "2024/a");
    assert.equal(keyOf(ideas, ideas), "");
  }
  assert.equal(pageOf("2024/a", ONLINE), "https://example.org/x/ideer/2024/a/");
  assert.equal(pageOf("2024/a", ON_DISK), "file:///a%20b/ideer/2024/a/index.html");
  assert.equal(keyOf("https://example.org/x/ideer/sida/2/", ONLINE), "");
  assert.equal(keyOf("https://example.org/y/2024/a/", ONLINE), "");
});

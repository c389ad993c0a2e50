// @ts-check
import assert from "node:assert/strict";
import { distance } from "../../hooks/idesluss/theme/scripts/search/distance.js";
import { Lexicon, spread } from "../../hooks/idesluss/theme/scripts/search/lexicon.js";
import { isCommon, telling, understood } from "../../hooks/idesluss/theme/scripts/search/question.js";

// Families as the index has them: a root with how common it is, where a compound is put together, and endings.
/** @type {Record<string, Record<string, [number, number, ...string[]]>>} */
const SHELVES = {
  c: { cykel: [4, 0, "", "n"] },
  h: { hemgang: [3, 3, "", "en"] },
  l: { lan: [3, 0, "", "a"], lanecykel: [1, 4, "", "n"] },
  o: { och: [9, 0, ""] },
  g: { gang: [5, 0, "", "en"] },
  s: { sammanfattning: [2, 0, "", "en"] },
};

/** @returns {Promise<Lexicon>} */
const opened = async () => {
  const first = { common: ["och"], letters: Object.keys(SHELVES).join(""), texts: 20, shelves: 1 };
  globalThis.fetch = (address) => {
    const name = String(address).slice("https://example.se/".length);
    const letter = String.fromCodePoint(Number.parseInt(name.slice("words/".length), 16) || 0);
    return Promise.resolve(Response.json(name === "words.json" ? first : SHELVES[letter]));
  };
  const lexicon = new Lexicon("https://example.se/");
  await lexicon.ready;
  return lexicon;
};

Deno.test("letters are changed, added, taken away, or change places", () => {
  assert.equal(distance("cykel", "cykel", 2), 0);
  assert.equal(distance("cykel", "cykl", 2), 1);
  assert.equal(distance("cykel", "cyykel", 2), 1);
  assert.equal(distance("cykel", "cyekl", 2), 1);
  assert.equal(distance("cykel", "nyckel", 3), 2);
  assert.equal(distance("cykel", "badhus", 2), 3);
  assert.equal(distance("", "abc", 2), 3);
});

Deno.test("each ending makes a word of the family's root", () => {
  assert.deepEqual([...spread({ cykel: [4, 0, "", "n"] }).keys()], ["cykel", "cykeln"]);
});

Deno.test("a word that is known is asked for by its root, with or without its marks", async () => {
  const terms = await understood(await opened(), "Cykeln, CYKELN och låna");
  assert.deepEqual(terms.map(({ roots }) => roots), [["cykel"], ["och"], ["lan"]]);
  assert.ok(terms.every(({ typed }) => typed === undefined));
});

Deno.test("a slip is read as the word that was meant, and told", async () => {
  const [term] = await understood(await opened(), "cykkel");
  assert.deepEqual([term.word, term.typed], ["cykel", "cykkel"]);
});

Deno.test("an unseen ending and an unseen compound are understood", async () => {
  const lexicon = await opened();
  const [ending] = await understood(lexicon, "sammanfattningar");
  assert.deepEqual(ending.roots, ["sammanfattning"]);
  const [compound] = await understood(lexicon, "cykelgången");
  assert.deepEqual(compound.roots, ["cykel", "gang"]);
});

Deno.test("what is like nothing, begins a word, or holds a figure is asked for as it stands", async () => {
  const terms = await understood(await opened(), "xylofon cyk 2026");
  assert.deepEqual(terms.map(({ roots }) => roots[0]), ["xylofon", "cyk", "2026"]);
});

Deno.test("a short word that stands everywhere tells something only where it is alone", async () => {
  const lexicon = await opened();
  const [cykel, och] = await understood(lexicon, "cykel och");
  assert.ok(isCommon(lexicon, och));
  assert.deepEqual(telling(lexicon, [cykel, och]), [cykel]);
  assert.deepEqual(telling(lexicon, [och]), [och]);
});

Deno.test("of many words the rarest are asked for, in the order in which they stood", async () => {
  const terms = Array.from(
    { length: 9 },
    (_, at) => ({ word: `word${at}`, roots: [`word${at}`], times: (at * 4) % 9 }),
  );
  const kept = telling(await opened(), terms);
  assert.deepEqual(kept, terms.filter(({ times }) => times < 6));
});

Deno.test("how many texts hold a root is known to a power of two", async () => {
  const lexicon = await opened();
  assert.deepEqual(
    await Promise.all(["och", "cykel", "xylofon"].map((root) => lexicon.width(root))),
    [1, 8 / 20, 0],
  );
});

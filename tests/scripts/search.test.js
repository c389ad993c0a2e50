// @ts-check
import assert from "node:assert/strict";
import { distance } from "../../hooks/idesluss/theme/scripts/search/distance.js";
import { Lexicon, Shelf } from "../../hooks/idesluss/theme/scripts/search/lexicon.js";
import { shareHeld } from "../../hooks/idesluss/theme/scripts/search/held.js";
import { isCommon, telling, understood } from "../../hooks/idesluss/theme/scripts/search/question.js";

// Families as the index has them: a root with how common it is, where a compound is put together, and endings.
/** @type {Record<string, Record<string, [number, number, ...string[]]>>} */
const SHELVES = {
  c: { cykel: [4, 0, "", "n"] },
  h: { hemgång: [3, 3, "", "en"] },
  l: { lån: [3, 0, "", "a"], lånecykel: [1, 4, "", "n"] },
  o: { och: [9, 0, ""] },
  g: { gång: [5, 0, "", "en"] },
  s: { sammanfattning: [2, 0, "", "en"] },
};

/** @returns {Promise<Lexicon>} */
const opened = async () => {
  const first = {
    common: ["och"],
    endings: ["ar"],
    letters: Object.keys(SHELVES).join(""),
    texts: 20,
    parts: 1,
  };
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
  assert.deepEqual([...new Shelf({ cykel: [4, 0, "", "n"] }).words.keys()], ["cykel", "cykeln"]);
});

Deno.test("a word that is known is asked for by its root, with or without its marks", async () => {
  const terms = await understood(await opened(), "Cykeln, CYKELN och låna");
  assert.deepEqual(terms.map(({ roots }) => roots), [["cykel"], ["och"], ["lån"]]);
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
  assert.deepEqual(compound.roots, ["cykel", "gång"]);
});

Deno.test("what no text holds is asked for by nothing; what begins a word or holds a figure is", async () => {
  const terms = await understood(await opened(), "xylofon cyk sammanf 2026");
  assert.deepEqual(terms.map(({ roots }) => roots), [[], [], ["sammanf"], ["2026"]]);
});

Deno.test("a word is read as another only where it is long, and begins as that one does", async () => {
  const terms = await understood(await opened(), "hemgon cykle fykkel hemgagn");
  assert.deepEqual(terms.map(({ typed, word }) => typed && word), [
    undefined,
    undefined,
    undefined,
    "hemgång",
  ]);
});

Deno.test("a letter with its ring or dots is another letter", () => {
  const shelf = new Shelf({ "lån": [3, 0, "", "et"], "län": [4, 0, "", "et"], "får": [2, 0, ""] });
  assert.equal(shelf.get("lån")?.word, "lån");
  assert.equal(shelf.get("lan")?.word, "län");
  assert.equal(shelf.get("fär"), undefined);
});

Deno.test("a page holds a question by its words, not by how they begin", async () => {
  const lexicon = await opened();
  /** @param {string} asked @param {string} content */
  const share = async (asked, content) =>
    await shareHeld(lexicon, await understood(lexicon, asked), {
      url: "/",
      excerpt: "",
      content,
      meta: { title: "" },
      filters: {},
      sub_results: [],
    });
  assert.equal(await share("cykel", "Nya cykeln."), 1);
  assert.equal(await share("cykel", "cyklamen cykelbana"), 0);
  assert.equal(await share("cykel", "en cykel~bana"), 0.9);
  assert.equal(await share("cykel lån", "cykeln"), 0.5);
  assert.equal(await share("hem gang", "hemgången"), 1);
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

// @ts-check
import assert from "node:assert/strict";
import { Finder } from "../../hooks/idesluss/theme/scripts/search/finder.js";

/** @import { Filters } from "../../hooks/idesluss/theme/scripts/search/pagefind.js" */

// What stands in Pagefind's place: it finds five pages for whatever it is asked, and keeps what it was.
const PAGEFIND = `
  export const options = () => Promise.resolve();
  export const init = options;
  export const mergeIndex = options;
  export const filters = () => Promise.resolve({ kind: globalThis.kinds });
  export const search = (_, { filters }) => {
    globalThis.asked.push(filters);
    const data = () => Promise.resolve({ meta: { title: "cykel" }, content: "cykel" });
    const results = [0, 1, 2, 3, 4].map((id) => ({ id: String(id), score: 1, data }));
    return Promise.resolve({ results, filters: { kind: { asked: globalThis.asked.length } } });
  };
  //`;
const HELD =
  /** @type {{ kinds: Record<string, number>, asked: Filters[] }} */ (/** @type {unknown} */ (globalThis));
const KINDS = ["idea", "record", "research", "call", "neighbour"];
const OF_THE_WHOLE = ["topic", "page", "help", "own"];

/**
 * What is asked of the index for a word, beside topics and pages, and the counts that come of it.
 * @param {Record<string, number>} kinds what the index holds of each
 * @param {Filters} chosen
 */
const asked = async (kinds, chosen) => {
  const first = { common: [], letters: "c", texts: 20, parts: 1 };
  globalThis.fetch = (address) =>
    Promise.resolve(Response.json(String(address).endsWith("words.json") ? first : { cykel: [4, 0, ""] }));
  Object.assign(HELD, { kinds, asked: [] });
  const finder = new Finder(`data:text/javascript,${encodeURIComponent(PAGEFIND)}`, "https://example.se/");
  const found = await finder.find("cykel", chosen);
  const before = HELD.asked.filter((filters) => !("whole" in filters));
  HELD.asked = [];
  const counts = await found.counts();
  return { before, after: HELD.asked, counts };
};

Deno.test("what is about the catalogue itself is found where it is chosen, and nowhere else", async () => {
  const unchosen = await asked({ idea: 4, own: 2 }, {});
  assert.deepEqual(unchosen.before, [{ none: { whole: { any: OF_THE_WHOLE } } }]);
  const chosen = await asked({ idea: 4, own: 2 }, { kind: "own" });
  assert.deepEqual(chosen.before, [{ kind: "own" }]);
});

Deno.test("how much of it there is to choose is counted, where there is any", async () => {
  const { after, counts } = await asked({ idea: 4, own: 2 }, {});
  assert.deepEqual(after.at(-1), { kind: { any: [...KINDS, "own"] } });
  assert.ok(counts.kind.asked > 1);
  assert.equal((await asked({ idea: 4 }, {})).after.length, 1);
});

Deno.test("a question that finds nothing is told of words like its own, and not of its own", async () => {
  const first = { common: [], letters: "c", texts: 20, parts: 1 };
  globalThis.fetch = (address) =>
    Promise.resolve(
      Response.json(String(address).endsWith("words.json") ? first : { cykelbana: [4, 0, ""] }),
    );
  const finder = new Finder(`data:text/javascript,${encodeURIComponent(PAGEFIND)}`, "https://example.se/");
  await finder.lexicon.ready;
  assert.deepEqual(await finder.like("cykelbanq"), ["cykelbana"]);
  assert.deepEqual(await finder.like("Cykelbana"), []);
});

// @ts-check
import assert from "node:assert/strict";
import { queryOf, stateOf } from "../../hooks/idesluss/theme/scripts/browse/address.js";
import {
  catalogueOf,
  copyOf,
  drop,
  passing,
  sorted,
} from "../../hooks/idesluss/theme/scripts/browse/catalogue.js";
import { choices } from "../../hooks/idesluss/theme/scripts/browse/chosen.js";

/** @import { View } from "../../hooks/idesluss/theme/scripts/browse/address.js" */
/** @import { Columns } from "../../hooks/idesluss/theme/scripts/browse/catalogue.js" */

const TITLES = ["Cykel", "Åkattraktion", "Ärende", "Zon", "Idé", "Öppet hus", "Bad"];
/** @type {Columns} */
const columns = {
  facets: [
    { name: "stage", title: "Skede", keys: ["first", "second"], labels: ["Första", "Andra"] },
    { name: "theme", title: "Tema", keys: ["a", "b", "c"], labels: ["Äldre", "Barn", "Café"] },
  ],
  in: [
    [[0], [0], [1], [1], [0], [], [1]],
    [[0, 1], [1], [2], [], [0, 2], [1, 2], [0]],
  ],
  title: TITLES,
  summary: TITLES.map((title) => `${title} för alla.`),
  url: TITLES.map((_, at) => `ideer/${at}/`),
  titleLanguage: TITLES.map(() => ""),
  summaryLanguage: TITLES.map(() => ""),
  result: TITLES.map(() => ""),
  resultLanguage: TITLES.map(() => ""),
  resultWord: "Vad blev det?",
  inLanguage: TITLES.map(() => ""),
  stage: TITLES.map(() => ""),
  outcome: TITLES.map(() => ["open", "Öppen"]),
  where: TITLES.map(() => ""),
  granted: ["500 000 kr", "", "", "", "", "", ""],
  time: TITLES.map(() => ""),
  picture: TITLES.map(() => 0),
  late: TITLES.map(() => 0),
  waiting: [3, -1, 40, -1, 3, 0, 7],
  grant: [500000, -1, -1, 10, -1, -1, -1],
  decided: ["2024-01-01", "", "2025-01-01", "", "2023-05-05", "", ""],
};
const catalogue = catalogueOf(columns);

/**
 * @param {Record<string, string[]>} facets
 * @param {string} [words]
 */
const asking = (facets, words = "") => ({
  facets: new Map(Object.entries(facets).map(([name, keys]) => [name, new Set(keys)])),
  words,
});

Deno.test("words are looked for in titles, summaries, amounts and values, whatever their case and marks", () => {
  assert.deepEqual(passing(catalogue, asking({}, "CAFE")).found, [2, 4, 5]);
  assert.deepEqual(passing(catalogue, asking({}, "  ide  alla ")).found, [4]);
  assert.deepEqual(passing(catalogue, asking({}, "500")).found, [0]);
  assert.deepEqual(passing(catalogue, asking({}, "akatt")).found, []);
});

Deno.test("values of a facet widen, facets narrow", () => {
  assert.deepEqual(passing(catalogue, asking({ theme: ["a", "b"] })).found, [0, 1, 4, 5, 6]);
  assert.deepEqual(passing(catalogue, asking({ theme: ["a", "b"], stage: ["first"] })).found, [0, 1, 4]);
  assert.deepEqual(passing(catalogue, asking({ theme: ["gone"] })).found, []);
});

Deno.test("a value is counted as what would pass if its facet asked for nothing", () => {
  const questions = [
    asking({}),
    asking({ theme: ["a"] }),
    asking({ theme: ["a", "c"], stage: ["second"] }),
    asking({ theme: ["gone"] }),
    asking({ stage: ["first"] }, "alla"),
  ];
  for (const question of questions) {
    const { counts } = passing(catalogue, question);
    for (const [f, facet] of columns.facets.entries()) {
      const free = copyOf(question);
      free.facets.delete(facet.name);
      const { found } = passing(catalogue, free);
      const expected = facet.keys.map((_, place) =>
        found.filter((at) => columns.in[f][at].includes(place)).length
      );
      assert.deepEqual([...counts[f]], expected, facet.name);
    }
  }
});

Deno.test("ideas are put in order, and those that are alike stay newest first", () => {
  const all = [...TITLES.keys()];
  /** @param {string} sort */
  const order = (sort) => sorted(catalogue, all, sort, "sv");
  assert.deepEqual(order("newest"), all);
  assert.deepEqual(order("waiting"), [2, 6, 0, 4, 5, 1, 3]);
  assert.deepEqual(order("grant"), [0, 3, 1, 2, 4, 5, 6]);
  assert.deepEqual(order("decided"), [2, 0, 4, 1, 3, 5, 6]);
  assert.deepEqual(
    order("title").map((at) => TITLES[at]),
    TITLES.toSorted((a, b) => a.localeCompare(b, "sv")),
  );
  assert.deepEqual(all, [...TITLES.keys()]);
});

/** @type {{ facets: string[], sorts: string[], view: View }} */
const page = { facets: ["stage", "theme"], sorts: ["newest", "title"], view: "cards" };

Deno.test("the address keeps what is chosen, and gives it back", () => {
  const query = "q=b%C3%A4sta%20id%C3%A9n&theme=a,b&sort=title&view=table&shown=3";
  const state = stateOf(`?${query}`, page);
  assert.deepEqual([...(state.facets.get("theme") ?? [])], ["a", "b"]);
  assert.equal(queryOf(state), query);
});

Deno.test("what an address cannot ask for is as if it were not there", () => {
  for (const query of ["", "?", "?theme=&sort=wrong&view=wrong&shown=x", "?unknown=a&shown=-4&view=cards"]) {
    assert.equal(queryOf(stateOf(query, page)), "", query);
  }
  assert.equal(stateOf("", { ...page, view: "table" }).view, "table");
});

Deno.test("each choice can be taken away, and a copy leaves the question as it was", () => {
  const words = { words: "Ord", removeWords: "Ta bort {words}", remove: "Ta bort {facet}: {value}" };
  const question = asking({ theme: ["a", "gone"] }, " cykel ");
  const made = choices(catalogue, question, words);
  assert.deepEqual(made.map(({ shown }) => shown), ["Ord: cykel", "Tema: Äldre", "Tema: gone"]);
  assert.deepEqual(made.map(({ name }) => name), [
    "Ta bort cykel",
    "Ta bort Tema: Äldre",
    "Ta bort Tema: gone",
  ]);
  const copy = copyOf(question);
  for (const { change } of made) change(copy);
  assert.deepEqual([copy.words, copy.facets.size], ["", 0]);
  assert.equal(question.facets.get("theme")?.size, 2);
  drop(question, "stage", "first");
  assert.equal(question.facets.size, 1);
});

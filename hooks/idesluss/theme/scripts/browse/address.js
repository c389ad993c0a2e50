// @ts-check
// What is chosen stands in the address, so that it can be shared and the back button works.

/** @import { Question } from "./catalogue.js" */

/** @typedef {"cards" | "table"} View */
/** @typedef {Question & { sort: string, view: View, shown: number }} State */

const FIRST_SORT = "newest";

/**
 * What the address asks for, of the facets and orders that the page has.
 * @param {string} query
 * @param {{ facets: string[], sorts: string[], view: View }} page
 * @returns {State}
 */
export const stateOf = (query, page) => {
  const asked = new URLSearchParams(query);
  const facets = new Map();
  for (const name of page.facets) {
    const keys = (asked.get(name) ?? "").split(",").filter(Boolean);
    if (keys.length) facets.set(name, new Set(keys));
  }
  const sort = asked.get("sort") ?? "";
  return {
    facets,
    words: asked.get("q") ?? "",
    sort: page.sorts.includes(sort) ? sort : FIRST_SORT,
    view: viewOf(asked.get("view") ?? page.view),
    shown: Math.max(1, Number.parseInt(asked.get("shown") ?? "1", 10) || 1),
  };
};

/**
 * @param {string | null} name
 * @returns {View}
 */
export const viewOf = (name) => (name === "table" ? "table" : "cards");

/**
 * The query of an address that asks for it; empty where nothing is chosen.
 * @param {State} state
 */
export const queryOf = (state) => {
  const parts = [...state.facets].map(([name, keys]) => [name, [...keys].join(",")]);
  if (state.words.trim()) parts.unshift(["q", state.words.trim()]);
  if (state.sort !== FIRST_SORT) parts.push(["sort", state.sort]);
  if (state.view === "table") parts.push(["view", "table"]);
  if (state.shown > 1) parts.push(["shown", String(state.shown)]);
  // A comma between keys is read more easily as it is.
  return parts.map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%2C/g, ",")}`).join("&");
};

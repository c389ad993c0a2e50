// @ts-check
// The comparison: a column for each idea that the address names, taken from the ideas' own pages.
import { all, element, linkTo, one } from "../shared/dom.js";
import { fill } from "../shared/words.js";
import { askedFor, choose, keyOf, MOST, pageOf, queryOf } from "./chosen.js";
import { told, wordsOf } from "./told.js";

/**
 * An idea's page once it has been fetched.
 * @typedef {{ key: string, address: string, idea: Element, title: string, language: string }} Fetched
 */

const place = one(document, "#compare");
const words = place.dataset;
const table = one(place, "table");
const notes = one(place, ".compare__notes");
const status = one(place, ".compare__status");
const only = one(place, "[type=checkbox]", HTMLInputElement);
const ideas = new URL(one(document, ".compare-bar").dataset.ideas ?? "", document.baseURI).href;
const otherLanguage = document.querySelector(".top__language");
const rows = all(table, "tbody tr", HTMLTableRowElement);
const columns = one(table, "thead tr", HTMLTableRowElement);

/** @param {string} said */
const note = (said) => {
  notes.append(element("li", {}, said));
  notes.hidden = false;
};

/**
 * The idea of that key; one that has changed its name is fetched under the present one.
 * @param {string} key
 * @param {boolean} [isLast]
 * @returns {Promise<Fetched | null>}
 */
const fetched = async (key, isLast = false) => {
  const address = pageOf(key, ideas);
  const answer = await answerOf(address);
  if (!answer) return (note(fill(words.failed, { key })), null);
  const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const idea = page?.querySelector("article.idea");
  if (page && idea) {
    const title = one(page, "h1");
    return { key, address, idea, title: wordsOf(title), language: title.lang };
  }
  const leads = page?.querySelector("meta[http-equiv=refresh]")?.getAttribute("content")?.split("url=")[1];
  const present = leads ? keyOf(new URL(leads, address).href, ideas) : "";
  if (!present || isLast) return (note(fill(words.unknown, { key })), null);
  note(fill(words.renamed, { key }));
  return fetched(present, true);
};

/** @param {string} address */
const answerOf = async (address) => {
  try {
    return await fetch(address);
  } catch {
    return null;
  }
};

const show = async () => {
  const { keys, wrong } = askedFor(location.search);
  for (const row of [columns, ...rows]) while (row.cells.length > 1) row.deleteCell(-1);
  notes.replaceChildren();
  notes.hidden = true;
  for (const key of wrong) note(fill(words.unknown, { key }));
  if (keys.length > MOST) note(fill(words.many, { count: keys.length }));
  status.textContent = keys.length ? words.loading ?? "" : "";
  const found = await Promise.all(keys.slice(0, MOST).map((key) => fetched(key)));
  const shown = found.filter((idea) => idea !== null);
  // Two names of one idea are one.
  fillIn(shown.filter((idea, at) => shown.findIndex(({ key }) => key === idea.key) === at));
};

/** @param {Fetched[]} shown */
const fillIn = (shown) => {
  choose(shown.map(({ key, title, language }) => [key, title, language]));
  for (const idea of shown) addColumn(idea);
  const differing = rows.filter(mark).length;
  table.hidden = one(place, ".compare__tools").hidden = !shown.length;
  one(place, ".compare__how").hidden = shown.length > 1;
  if (shown.length === 1) note(words.one ?? "");
  const values = { count: shown.length, differ: differing };
  status.textContent = shown.length > 1 ? fill(words.shown, values) : "";
  place.dataset.shown = String(shown.length);
  write(shown.map(({ key }) => key));
};

/**
 * The address as it names what is shown; the other language compares the same.
 * @param {string[]} keys
 */
const write = (keys) => {
  const query = queryOf(keys);
  if (keys.length && query !== location.search) history.replaceState(null, "", location.pathname + query);
  if (otherLanguage instanceof HTMLAnchorElement) otherLanguage.search = location.search;
};

/** @param {Fetched} column */
const addColumn = ({ key, address, idea, title, language }) => {
  const shownTitle = linkTo(address, title, language);
  const name = fill(words.remove, { title });
  const remove = element("button", { type: "button", "aria-label": name }, words.removeShort ?? "");
  remove.addEventListener("click", () => leave(key));
  columns.append(element("th", { scope: "col", role: "columnheader" }, shownTitle, " ", remove));
  for (const row of rows) {
    const cell = element("td", { role: "cell", "data-title": title });
    const parts = told({ idea, address, words }, row.dataset.row ?? "");
    cell.append(...(parts.length ? parts : [element("span", { class: "missing" }, words.missing ?? "")]));
    row.append(cell);
  }
};

/**
 * Tell whether the row's cells differ, in words and by its look.
 * @param {HTMLTableRowElement} row
 */
const mark = (row) => {
  const [head, ...cells] = row.cells;
  const differs = new Set(cells.map(wordsOf)).size > 1;
  row.classList.toggle("compare__same", !differs && cells.length > 1);
  head.querySelector("span")?.remove();
  if (differs) head.append(" ", element("span", { class: "compare__differs" }, words.differs ?? ""));
  else if (cells.length > 1) {
    head.append(" ", element("span", { class: "compare__alike" }, words.alike ?? ""));
  }
  return differs;
};

/** @param {string} key */
const leave = async (key) => {
  const { keys } = askedFor(location.search);
  history.pushState(null, "", location.pathname + queryOf(keys.filter((other) => other !== key)));
  await show();
  status.focus();
};

only.addEventListener("change", () => table.classList.toggle("compare__table--differing", only.checked));
one(place, ".compare__tools button").addEventListener("click", () => print());
addEventListener("popstate", show);
show();

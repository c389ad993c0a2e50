// @ts-check
// Filters, sorts and draws the catalogue page. Without script the page's own links do the work.
import { all, element, linkTo, one, targetOf } from "../shared/dom.js";
import { keep, kept } from "../shared/kept.js";
import { fill } from "../shared/words.js";
import { rememberList } from "../neighbours/list.js";
import { queryOf, stateOf, viewOf } from "./address.js";
import { card, table } from "./card.js";
import { catalogueOf, copyOf, drop, passing, sorted } from "./catalogue.js";
import { chips, choices } from "./chosen.js";
import { Facets } from "./facets.js";

/** @import { View } from "./address.js" */
/** @import { Catalogue } from "./catalogue.js" */
/** @import { Choice } from "./chosen.js" */
/** @import { Row } from "../neighbours/list.js" */

const PAGE = 50; // ideas that are shown at first, and more each time that more are asked for
const KEPT = 250; // ideas on each side of one that is opened, whose order is remembered
const LINKS = "h3 a, th a";

const page = one(document, "#browse");
const words = page.dataset;
const language = document.documentElement.lang;
const numbers = new Intl.NumberFormat(language);
const results = one(page, "#results");
const status = one(page, ".browse__status");
const chosen = one(page, ".browse__chosen");
const find = one(page, "[name=q]", HTMLInputElement);
const order = one(page, "[name=sort]", HTMLSelectElement);
const otherLanguage = document.querySelector(".top__language");
const untouched = [...results.childNodes];
const number = Number(words.number);

const facets = new Facets(page, (name, key, isChosen) => {
  if (isChosen) state.facets.set(name, (state.facets.get(name) ?? new Set()).add(key));
  else drop(state, name, key);
  changed(false);
});
/** @param {View} view */
const asked = (view) =>
  stateOf(location.search, {
    facets: facets.names,
    sorts: [...order.options].map(({ value }) => value),
    view,
  });
let state = asked(number === 1 ? viewOf(kept("localStorage", "view")) : "cards");
/** The ideas of the list as it is drawn; empty for the page that was sent. @type {number[]} */
let listed = [];

// The catalogue is fetched when it is first asked for, and once more where that failed.
/** @type {Promise<Catalogue> | null} */
let loading = null;
/** @type {Catalogue | null} */
let catalogue = null;
const load = () => (loading ??= loaded());
const loaded = async () => {
  try {
    const answer = await fetch(words.index ?? "");
    if (!answer.ok) throw new Error(String(answer.status));
    catalogue = catalogueOf(await answer.json());
    facets.grow(catalogue, words.findValue, () => {
      facets.check(state.facets);
      recount();
    });
    return catalogue;
  } catch (error) {
    loading = null;
    status.textContent = words.failed ?? "";
    throw error;
  }
};
// What is loaded beforehand may fail: it is asked for once more when it is needed.
const prepare = () => load().catch(() => {});
const recount = () => {
  if (catalogue) facets.count(passing(catalogue, state).counts, numbers);
};

/** @param {boolean} replaces */
const write = (replaces) => {
  const query = queryOf(state);
  const address = location.pathname + (query ? `?${query}` : "");
  turnLanguage(query);
  if (address === location.pathname + location.search) return;
  history[replaces ? "replaceState" : "pushState"](null, "", address);
};
/**
 * The same choice in the other language.
 * @param {string} query
 */
const turnLanguage = (query) => {
  if (otherLanguage instanceof HTMLAnchorElement) otherLanguage.search = query;
};

/** @param {Catalogue} catalogue */
const draw = (catalogue) => {
  const { found, counts } = passing(catalogue, state);
  listed = sorted(catalogue, found, state.sort, language);
  const shown = listed.slice(0, state.shown * PAGE);
  results.replaceChildren(listed.length ? drawn(catalogue, shown) : nothing(catalogue));
  if (listed.length > shown.length) results.append(more(catalogue, listed.length - shown.length));
  facets.count(counts, numbers);
  drawChosen(catalogue);
  const values = { shown: numbers.format(listed.length), total: numbers.format(catalogue.title.length) };
  status.textContent = fill(words.result, values, listed.length);
  page.dispatchEvent(new Event("drawn"));
};
/**
 * @param {Catalogue} catalogue
 * @param {number[]} shown
 */
const drawn = (catalogue, shown) => {
  const root = words.root ?? "";
  if (state.view === "table") return table(catalogue, shown, root);
  return element("div", { class: "cards" }, ...shown.map((at) => card(catalogue, at, root)));
};
/** @param {Catalogue} catalogue */
const drawChosen = (catalogue) => {
  const list = listed.length ? chips(choices(catalogue, state, words), words, take) : element("ul");
  list.setAttribute("aria-label", words.chosen ?? "");
  chosen.replaceChildren(...(list.children.length ? [list] : []));
};
/**
 * @param {Catalogue} catalogue
 * @param {number} left
 */
const more = (catalogue, left) => {
  const told = `${words.more} (${numbers.format(Math.min(PAGE, left))})`;
  const button = element("button", { type: "button", class: "button button--quiet" }, told);
  button.addEventListener("click", () => {
    const at = state.shown * PAGE;
    state.shown++;
    write(true);
    draw(catalogue);
    all(results, LINKS)[at]?.focus();
  });
  return element("p", { class: "browse__more" }, button);
};
/** @param {Catalogue} catalogue */
const nothing = (catalogue) => {
  const typed = state.words.trim();
  const search = linkTo(`${words.searchPage}?q=${encodeURIComponent(typed)}`, words.noneSearch ?? "");
  /** @param {Choice} choice */
  const left = ({ change }) => {
    const other = copyOf(state);
    change(other);
    return ` (${numbers.format(passing(catalogue, other).found.length)})`;
  };
  return element(
    "div",
    { class: "notice" },
    element("h3", {}, words.none ?? ""),
    element("p", {}, words.noneTry ?? ""),
    chips(choices(catalogue, state, words), words, take, left),
    ...(typed ? [element("p", {}, search)] : []),
  );
};
/** @param {Choice["change"]} change */
const take = async (change) => {
  change(state);
  await changed(false);
  // A button that removes itself hands the focus on to the next, or to the count.
  (all(page, ".chips button")[0] ?? status).focus();
};

const check = () => {
  facets.check(state.facets);
  if (find.value.trim() !== state.words.trim()) find.value = state.words;
  order.value = state.sort;
  one(page, `[name=view][value=${state.view}]`, HTMLInputElement).checked = true;
};
// Without a choice the page is the one that was sent, whose number stands in its address.
const isUntouched = () => !location.search && state.view === "cards";
/** @param {Catalogue} catalogue */
const show = (catalogue) => {
  check();
  if (isUntouched()) restore();
  else draw(catalogue);
};
const restore = () => {
  listed = [];
  results.replaceChildren(...untouched);
  chosen.replaceChildren();
  status.textContent = "";
  recount();
};
// Where the catalogue cannot be had, the page says so.
const showSoon = () => load().then(show, () => {});
/** @param {boolean} replaces */
const changed = (replaces) => {
  state.shown = 1;
  write(replaces);
  if (!catalogue) status.textContent = words.loading ?? "";
  return showSoon();
};

// The kept view is a choice too: a link to the page shows the same to everybody.
write(true);
check();
if (!isUntouched()) showSoon();

for (const event of ["focusin", "pointerenter"]) {
  one(page, ".browse__facets").addEventListener(event, prepare, { once: true });
}
find.addEventListener("focus", prepare, { once: true });
find.addEventListener("input", () => {
  const begins = !new URLSearchParams(location.search).get("q");
  state.words = find.value;
  changed(!begins);
});
order.addEventListener("change", () => {
  state.sort = order.value;
  changed(false);
});
for (const choice of all(page, "[name=view]", HTMLInputElement)) {
  choice.addEventListener("change", () => {
    state.view = viewOf(choice.value);
    if (!location.search) state.shown = number;
    keep("localStorage", "view", state.view);
    write(false);
    showSoon();
  });
}
// Neighbours follow the list as it is when one of its ideas is opened; the whole catalogue has them already.
results.addEventListener("click", (event) => {
  const opened = targetOf(event, LINKS);
  if (!opened) return;
  const at = all(results, LINKS).indexOf(opened);
  const near = listed.slice(Math.max(0, at - KEPT), at + KEPT);
  rememberList(near.flatMap((place) => (catalogue ? [rowOf(catalogue, place)] : [])));
});
/**
 * @param {Catalogue} catalogue
 * @param {number} at
 * @returns {Row}
 */
const rowOf = ({ url, title, titleLanguage }, at) => [url[at], title[at], titleLanguage[at]];
addEventListener("popstate", () => {
  state = asked("cards");
  turnLanguage(location.search);
  if (!isUntouched()) showSoon();
  else if (catalogue) show(catalogue);
  else {
    check();
    restore();
  }
});
page.querySelector(".browse__tools")?.removeAttribute("hidden");

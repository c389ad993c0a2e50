// @ts-check
// The search page: filters with counts, and the question in the address.
import { all, one } from "../shared/dom.js";
import { later } from "../shared/later.js";
import { Panel, WAIT } from "./panel.js";

/** @import { Finder, Found } from "./finder.js" */

const SHOWN = 10;
const FILTERS = ["kind", "stage", "outcome", "sector"];

/** The search on its own page. */
export class SearchPage {
  /**
   * @param {HTMLElement} root
   * @param {Promise<Finder>} ready
   */
  constructor(root, ready) {
    this.root = root;
    this.panel = new Panel(root, root.dataset, ready);
    this.selects = new Map(
      FILTERS.map((name) => [name, one(root, `select[name=${name}]`, HTMLSelectElement)]),
    );
    this.help = one(root, "input[name=help]", HTMLInputElement);
    this.more = one(root, ".search__more");
    this.count = SHOWN;
    this.#listen();
    one(root, ".search__filters").hidden = false;
    // What somebody has written before this was there to listen is a question too.
    if (this.panel.input.value.trim() && !new URLSearchParams(location.search).has("q")) {
      this.#asked("replaceState");
    } else this.#come();
  }

  #listen() {
    for (const select of this.selects.values()) {
      for (const option of select.options) option.dataset.words = option.text;
      select.addEventListener("change", () => this.#asked("pushState"));
    }
    this.help.addEventListener("change", () => this.#asked("pushState"));
    this.panel.input.addEventListener("input", later(() => this.#asked("replaceState"), WAIT));
    one(this.root, "form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#asked("pushState").then(() => this.#toAnswer());
    });
    this.more.addEventListener("click", () => this.#showMore());
    one(this.root, ".search__fewer button").addEventListener("click", () => {
      for (const select of this.selects.values()) select.value = "";
      this.#asked("pushState");
      this.panel.input.focus();
    });
    addEventListener("popstate", () => this.#read());
  }

  focus() {
    this.panel.input.focus();
    this.panel.input.select();
  }

  /** Whoever comes with a question, by keys, goes on from its answer. */
  async #come() {
    await this.#read();
    if (this.panel.status.textContent && document.activeElement === document.body) this.#toAnswer();
  }

  #toAnswer() {
    this.panel.status.focus({ preventScroll: true });
  }

  /** What the address asks. */
  #read() {
    const told = new URLSearchParams(location.search);
    this.panel.input.value = told.get("q") ?? "";
    for (const [name, select] of this.selects) {
      const value = told.get(name) ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    this.help.checked = told.has("help");
    this.count = SHOWN;
    return this.#show();
  }

  /** @param {"pushState" | "replaceState"} how */
  #asked(how) {
    const told = new URLSearchParams({ q: this.panel.input.value.trim(), ...this.#chosen() });
    if (!told.get("q")) told.delete("q");
    if (this.help.checked) told.set("help", "1");
    const address = `${location.pathname}${told.size ? `?${told}` : ""}`;
    if (address !== location.pathname + location.search) history[how](null, "", address);
    this.count = SHOWN;
    return this.#show();
  }

  #chosen() {
    const chosen = [...this.selects].filter(([, select]) => select.value);
    return Object.fromEntries(chosen.map(([name, select]) => [name, select.value]));
  }

  async #show() {
    const text = this.panel.input.value;
    this.root.classList.toggle("search--asked", Boolean(text.trim()));
    const found = await this.panel.show(text, this.#chosen(), this.count, this.help.checked);
    if (found === null) return;
    this.more.hidden = !found || found.results.length <= this.count;
    await this.#count(found);
  }

  /**
   * How much each choice would leave, which comes after what is found.
   * @param {Found | undefined} found
   */
  async #count(found) {
    const asked = this.panel.asked;
    const counts = await found?.counts();
    if (asked !== this.panel.asked) return;
    for (const [name, select] of this.selects) counted(select, counts?.[name]);
  }

  async #showMore() {
    const before = this.count;
    this.count += SHOWN;
    await this.#show();
    const first = this.panel.results.children[before];
    if (first) all(first, "a")[0]?.focus();
  }
}

/**
 * Each choice with how many it would leave.
 * @param {HTMLSelectElement} select
 * @param {Record<string, number> | undefined} counts
 */
const counted = (select, counts) => {
  for (const option of select.options) {
    const words = option.dataset.words ?? "";
    option.text = option.value && counts ? `${words} (${counts[option.value] ?? 0})` : words;
  }
};

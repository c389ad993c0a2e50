// @ts-check
// A field, and below it what is found for the words in it: over any page in a dialog, and on the search page.
import { all, element, linkTo, one } from "../shared/dom.js";
import { counted, fill } from "../shared/words.js";
import { item, topic } from "./result.js";

/** @import { Finder, Found, Shown } from "./finder.js" */

/** @typedef {Record<string, string>} Chosen */

export const WAIT = 120; // milliseconds after a letter before the words are asked for
const TOPICS = 4;
const WAYS = ".search__topics a, .search__results a, .search__like a, .search__all a";

/** What is found for a question, shown in `root`. */
export class Panel {
  /**
   * @param {HTMLElement} root
   * @param {DOMStringMap} words
   * @param {Promise<Finder>} ready
   */
  constructor(root, words, ready) {
    this.root = root;
    this.words = words;
    this.ready = ready;
    this.asked = 0;
    this.answered = 0;
    this.input = one(root, "input[type=search]", HTMLInputElement);
    this.status = one(root, ".search__status");
    this.changed = one(root, ".search__changed");
    this.topics = one(root, ".search__topics");
    this.results = one(root, ".search__results");
    this.empty = one(root, ".search__empty");
    this.isDialog = root.matches("dialog");
    root.addEventListener("keydown", (event) => this.#walk(event));
  }

  /**
   * Shows what is found; undefined where nothing could be asked. What an earlier question finds later is
   * thrown away, and told as null.
   * @param {string} text
   * @param {Chosen} chosen
   * @param {number} count
   * @param {boolean} [hasHelp]
   * @returns {Promise<Found | null | undefined>}
   */
  async show(text, chosen, count, hasHelp = false) {
    this.asked += 1;
    const asked = this.asked;
    if (!text.trim()) return this.#clear();
    this.root.setAttribute("aria-busy", "true");
    try {
      const finder = await this.ready;
      const found = await finder.find(text, chosen, hasHelp);
      const shown = await loaded(finder, found, count);
      if (asked !== this.asked) return null;
      await this.#fill(text, chosen, found, shown);
      return asked === this.asked ? found : null;
    } catch {
      if (asked !== this.asked) return null;
      this.status.textContent = this.words.broken ?? "";
      return undefined;
    } finally {
      if (asked === this.asked) this.root.removeAttribute("aria-busy");
      // How many questions have come to an end, shown or thrown away: what tests wait for.
      this.answered += 1;
      this.root.dataset.answered = String(this.answered);
    }
  }

  #clear() {
    this.status.textContent = "";
    this.results.replaceChildren();
    for (const part of [this.changed, this.topics, this.empty]) part.hidden = true;
    return undefined;
  }

  /**
   * @param {string} text
   * @param {Chosen} chosen
   * @param {Found} found
   * @param {{ results: Shown[], topics: Shown[] }} shown
   */
  async #fill(text, chosen, found, shown) {
    this.results.replaceChildren(
      ...shown.results.map((told) => item(told, !this.isDialog, this.words.textin)),
    );
    this.results.hidden = !shown.results.length;
    one(this.topics, "ul").replaceChildren(...shown.topics.map(topic));
    this.topics.hidden = !shown.topics.length;
    this.changed.textContent = this.#readOtherwise(found);
    this.changed.hidden = !this.changed.textContent;
    const count = found.results.length;
    const language = document.documentElement.lang;
    this.status.textContent = count ? counted(this.words, "found", count, language) : this.words.none ?? "";
    this.empty.hidden = count > 0;
    if (!count) await this.#suggest(text, chosen);
  }

  /** @param {Found} found */
  #readOtherwise({ changed, isWider }) {
    const read = changed.map(({ typed = "", word }) => fill(this.words.read, { typed, read: word }));
    return [...read, ...(isWider ? [this.words.wider] : [])].join(" ");
  }

  /**
   * @param {string} text
   * @param {Chosen} chosen
   */
  async #suggest(text, chosen) {
    const asked = this.asked;
    const words = await (await this.ready).like(text);
    if (asked !== this.asked) return;
    const list = one(this.empty, ".search__like");
    const page = one(this.root, "form", HTMLFormElement).action;
    const ways = words.map((word) => linkTo(`${page}?q=${encodeURIComponent(word)}`, word));
    list.replaceChildren(...ways.map((way) => element("li", {}, way)));
    list.hidden = !words.length;
    if (list.previousElementSibling instanceof HTMLElement) {
      list.previousElementSibling.hidden = !words.length;
    }
    for (const fewer of all(this.empty, ".search__fewer")) fewer.hidden = !Object.keys(chosen).length;
  }

  /**
   * Down and up go through the field and the links of the results.
   * @param {KeyboardEvent} event
   */
  #walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.altKey || event.target instanceof HTMLSelectElement) return;
    const links = all(this.root, WAYS).filter((link) => link.getClientRects().length);
    const stops = [this.input, ...links];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
  }
}

/**
 * The first results and topics, as they are shown.
 * @param {Finder} finder
 * @param {Found} found
 * @param {number} count
 */
const loaded = async (finder, found, count) => {
  const [results, topics] = await Promise.all([
    Promise.all(found.results.slice(0, count).map((result) => finder.load(result))),
    Promise.all(found.topics.slice(0, TOPICS).map((result) => finder.load(result))),
  ]);
  return { results, topics };
};

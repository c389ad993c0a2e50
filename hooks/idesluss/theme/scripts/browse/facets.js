// @ts-check
// The filters: boxes in the place of the links that the page came with, with how many each would leave.
import { all, element, one } from "../shared/dom.js";
import { fold } from "../shared/fold.js";
import { fill } from "../shared/words.js";

/** @import { Catalogue, Facet } from "./catalogue.js" */

const LONG = 10; // values; a facet with more gets a field to find among them
const MOST = 50; // boxes that a facet shows at once

/** The filters of the page; `toggled` hears which value was chosen or left. */
export class Facets {
  /**
   * @param {HTMLElement} page
   * @param {(name: string, key: string, isChosen: boolean) => void} toggled
   */
  constructor(page, toggled) {
    this.page = page;
    this.toggled = toggled;
    this.groups = new Map(
      all(page, ".facet", HTMLDetailsElement).map((group) => [group.dataset.facet ?? "", group]),
    );
    /** @type {Map<string, Set<string>>} */
    this.chosen = new Map();
    this.#equip();
  }

  get names() {
    return [...this.groups.keys()];
  }

  #equip() {
    for (const [name, group] of this.groups) {
      for (const item of all(group, "li")) {
        const words = one(item, "a").textContent ?? "";
        item.replaceWith(
          this.#box(name, item.dataset.key ?? "", words, one(item, ".count").textContent ?? ""),
        );
      }
    }
    const isNarrow = matchMedia("(max-width: 57.9rem)").matches;
    one(this.page, ".browse__facets", HTMLDetailsElement).open = !isNarrow;
    // On a wide screen the filters stay, and what would fold them is a heading only.
    if (!isNarrow) one(this.page, ".browse__facets > summary").tabIndex = -1;
  }

  /**
   * @param {string} name
   * @param {string} key
   * @param {string} label
   * @param {string} count
   */
  #box(name, key, label, count) {
    const input = element("input", { type: "checkbox", value: key });
    input.addEventListener("change", () => this.toggled(name, key, input.checked));
    const words = [element("span", {}, label), " ", element("span", { class: "count" }, count)];
    return element("li", { "data-key": key }, element("label", {}, input, ...words));
  }

  /**
   * Once the catalogue is there: facets with many values get them all, and a field to find among them.
   * `narrowed` is told when other values are shown.
   * @param {Catalogue} catalogue
   * @param {string | undefined} pattern
   * @param {() => void} narrowed
   */
  grow(catalogue, pattern, narrowed) {
    this.catalogue = catalogue;
    for (const facet of catalogue.facets.filter(({ keys }) => keys.length > LONG)) {
      const group = this.#group(facet);
      const list = one(group, "ul");
      group.querySelector(".facet__all")?.remove();
      const name = fill(pattern, { facet: facet.title });
      const field = element("input", {
        type: "search",
        "aria-label": name,
        placeholder: name,
        autocomplete: "off",
      });
      const find = this.#finding(facet, list);
      field.addEventListener("input", () => {
        find(field.value);
        narrowed();
      });
      list.before(element("p", { class: "facet__find" }, field));
    }
  }

  /**
   * Shows the values that hold what is written, or those that were offered first, and always the chosen.
   * @param {Facet} facet
   * @param {HTMLElement} list
   */
  #finding(facet, list) {
    const offered = new Set(all(list, "li").map((item) => item.dataset.key));
    const labels = facet.labels.map(fold);
    /** @param {string} typed */
    return (typed) => {
      const words = fold(typed.trim());
      const chosen = this.chosen.get(facet.name);
      const places = [...facet.keys.keys()].filter((at) => {
        const isFound = words ? labels[at].includes(words) : offered.has(facet.keys[at]);
        return isFound || chosen?.has(facet.keys[at]);
      });
      list.replaceChildren(
        ...places.slice(0, MOST).map((at) => this.#box(facet.name, facet.keys[at], facet.labels[at], "")),
      );
    };
  }

  /**
   * Check the boxes of what is chosen. One that is not among those that are shown is added.
   * @param {Map<string, Set<string>>} chosen
   */
  check(chosen) {
    this.chosen = chosen;
    for (const [name, group] of this.groups) {
      const keys = chosen.get(name) ?? new Set();
      this.#add(name, group, keys);
      for (const item of all(group, "li")) {
        one(item, "input", HTMLInputElement).checked = keys.has(item.dataset.key ?? "");
      }
      if (keys.size) group.open = true;
    }
  }

  /**
   * @param {string} name
   * @param {HTMLElement} group
   * @param {Set<string>} keys
   */
  #add(name, group, keys) {
    const facet = this.catalogue?.facets.find((other) => other.name === name);
    const shown = new Set(all(group, "li").map((item) => item.dataset.key));
    for (const key of keys) {
      const at = facet?.keys.indexOf(key) ?? -1;
      if (facet && at >= 0 && !shown.has(key)) {
        one(group, "ul").append(this.#box(name, key, facet.labels[at], ""));
      }
    }
  }

  /**
   * Say of each value how many ideas it would leave.
   * @param {Uint32Array[]} counts
   * @param {Intl.NumberFormat} numbers
   */
  count(counts, numbers) {
    for (const [f, facet] of this.catalogue?.facets.entries() ?? []) {
      for (const item of all(this.#group(facet), "li")) {
        const count = counts[f][facet.keys.indexOf(item.dataset.key ?? "")] ?? 0;
        one(item, ".count").textContent = numbers.format(count);
        item.classList.toggle("facet__none", !count);
      }
    }
  }

  /** @param {Facet} facet */
  #group(facet) {
    const group = this.groups.get(facet.name);
    if (!group) throw new Error(`The page has no facet ${facet.name}`);
    return group;
  }
}

// @ts-check
// Ideas that the search finds for the title and the summary.
import { element, linkTo, one } from "../shared/dom.js";
import { finderOf } from "../search/opened.js";
import { length } from "./text.js";

/** @import { Shown } from "../search/finder.js" */

const MOST = 3;
const NEAR = 0.5; // how good what was looked for more widely must be, of what was found best
const SHORTEST = 8; // a question that says something

/** The ideas that are like the one that is being written. */
export class Similar {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.asked = 0;
  }

  hide() {
    this.place.hidden = true;
  }

  /**
   * Show them, unless something else has been asked for meanwhile.
   * @param {string} question
   */
  async show(question) {
    this.asked += 1;
    const asked = this.asked;
    if (length(question) < SHORTEST) return this.hide();
    try {
      const ideas = await likeIdeas(question);
      if (asked !== this.asked) return;
      one(this.place, "ul").replaceChildren(...ideas.map(row));
      this.place.hidden = !ideas.length;
      // What they are similar to: tests wait for it.
      this.place.dataset.question = question;
    } catch {
      this.hide();
    }
  }
}

/** @param {string} question */
const likeIdeas = async (question) => {
  const finder = await finderOf(one(document, ".top__search"));
  const { results } = await finder.find(question, { kind: { any: ["idea", "record"] } });
  const best = Math.max(...results.map(({ score }) => score));
  const near = results.filter(({ score }) => score >= best * NEAR).slice(0, MOST);
  return await Promise.all(near.map((result) => finder.load(result)));
};

/** @param {Shown} idea */
const row = ({ url, title, lang, note }) =>
  element("li", {}, linkTo(url, title, lang), element("span", {}, ` ${note}`));

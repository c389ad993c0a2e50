// @ts-check
// Finds pages in Pagefind's index. The reader's words are brought to the roots that the index holds,
// words that it does not hold to the nearest that it does, and words are left out where too little is found.
import { fold, wordsIn } from "../shared/fold.js";
import { shareHeld, WHOLE } from "./held.js";
import { Lexicon } from "./lexicon.js";
import { openPagefind } from "./pagefind.js";
import { telling, understood } from "./question.js";
import { holdingSome } from "./wider.js";

/** @import { Answer, Counts, Filters, Pagefind, Part, Result } from "./pagefind.js" */
/** @import { Term } from "./question.js" */

const ENOUGH = 5;
const LEAST_PART = 4;
const FAR = 3;
const READ = 20; // results that are read before they are shown
const LEAST_SHARE = 0.3; // of the question, where no more is found
const KINDS = ["idea", "record", "research", "call", "neighbour"];
const OWN = "own"; // about the catalogue itself: found where it is asked for
const TOPIC = "topic";
const PAGES = ["page"]; // come after all that the catalogue is about
const HELP = ["page", "help"];
// All but what tells of the whole. Nothing need be fetched to know it of a part that holds none of that.
const MAIN = { none: { whole: { any: [TOPIC, ...HELP, OWN] } } };

/**
 * What is found, best first: topics of that name, the words that were read as others, and whether it holds only
 * some of the words. `counts` asks how many each value of a filter would leave, for which much is fetched.
 * @typedef {object} Found
 * @property {Result[]} results
 * @property {Result[]} topics
 * @property {() => Promise<Counts>} counts
 * @property {Term[]} changed
 * @property {boolean} isWider
 *
 * A part of a page, or a page, as it is shown. Of an excerpt every other piece is what was found.
 * @typedef {{ title: string, url: string, excerpt: string[] }} ShownPart
 * A page of another site is `outside`.
 * @typedef {ShownPart & { note: string, kind: string, lang: string, outside: boolean, parts: ShownPart[] }} Shown
 */

/** Asks one index of a site, in one language. */
export class Finder {
  /**
   * @param {string} folder the address of the index
   * @param {string} home that of the site's root
   */
  constructor(folder, home) {
    this.home = home;
    this.lexicon = new Lexicon(folder);
    const indexes = this.lexicon.ready.then(() => this.lexicon.indexes);
    /** @type {Promise<Pagefind>} */
    this.ready = openPagefind(folder, indexes);
  }

  /**
   * A short word alone is asked for as it is, since half of all words begin with it.
   * @param {string[]} roots
   * @param {Filters} filters
   * @returns {Promise<Answer>}
   */
  async #asked(roots, filters) {
    const pagefind = await this.ready;
    const different = [...new Set(roots)];
    if (!isShort(different)) return pagefind.search(different.join(" "), { filters });
    const answer = await pagefind.search(`"${different[0]}"`, { filters });
    const count = answer.results.length;
    const worth = 1.5 * Math.log(1 + (this.lexicon.texts - count + 0.5) / (count + 0.5));
    for (const result of answer.results) result.score = worth;
    return answer;
  }

  /**
   * Everything that holds all words; where that is little, then what holds the most telling of them.
   * @param {Term[]} terms
   * @param {Filters} filters
   */
  async #widened(terms, filters) {
    const isAskable = terms.length > 1 || terms.every(isKnown);
    const first = isAskable ? await this.#asked(rootsOf(terms), filters) : NOTHING;
    const shares = await this.#shares(first.results, terms);
    // Where few of the first hold it, those that are not read hold it hardly more often.
    const unread = shares.filter((share) => share >= WHOLE).length * 2 < shares.length ? 0 : WHOLE;
    const held = first.results.map((result, at) => ({ result, share: shares[at] ?? unread }))
      .filter(({ share }) => share >= WHOLE);
    // What is asked for as it is has no order of Pagefind's.
    if (isShort(rootsOf(terms))) held.sort((one, other) => other.share - one.share);
    const whole = held.map(({ result }) => result);
    const results = new Map(whole.map((result) => [result.id, result]));
    if (results.size < ENOUGH && terms.length > 1) {
      for (const result of await this.#some(terms, filters, first.results)) {
        results.set(result.id, results.get(result.id) ?? result);
      }
    }
    const isWhole = whole.length === first.results.length;
    const isWider = results.size > whole.length;
    return { results: [...results.values()], isWhole, isWider };
  }

  /**
   * What holds enough of the question, most of it first. Pagefind's own answer to all of it is among what is
   * read, since it leaves out words that it does not know.
   * @param {Term[]} terms
   * @param {Filters} filters
   * @param {Result[]} answer
   */
  async #some(terms, filters, answer) {
    /** @type {import("./wider.js").Ask} */
    const ask = async (roots, filters) => (await this.#asked(roots, filters)).results;
    const held = await holdingSome(this.lexicon, terms.filter(isKnown), filters, ask);
    const different = new Map(
      [...answer.slice(0, READ), ...held.slice(0, READ)].map((result) => [result.id, result]),
    );
    const read = [...different.values()];
    const shares = await this.#shares(read, terms);
    return read.map((result, at) => ({ result, share: shares[at] ?? 0 }))
      .filter(({ share }) => share >= LEAST_SHARE)
      .sort((one, other) => other.share - one.share)
      .map(({ result }) => result);
  }

  /**
   * How much of the question each of the first results holds.
   * @param {Result[]} results
   * @param {Term[]} terms
   */
  #shares(results, terms) {
    const first = results.slice(0, 2 * READ);
    return Promise.all(first.map(async (result) => shareHeld(this.lexicon, terms, await result.data())));
  }

  /**
   * What is found for the words; `chosen` are filters with one value each.
   * @param {string} text
   * @param {Filters} [chosen]
   * @param {boolean} [hasHelp] whether pages that tell how things are done are looked through too
   * @returns {Promise<Found>}
   */
  async find(text, chosen = {}, hasHelp = false) {
    await this.ready;
    const all = await understood(this.lexicon, text);
    const terms = telling(this.lexicon, all);
    if (!terms.length) return { results: [], topics: [], counts: NO_COUNTS, changed: [], isWider: false };
    /** @type {Filters} */
    const filters = chosen.kind ? chosen : { ...MAIN, ...chosen };
    const isChosen = Object.keys(chosen).length > 0;
    const [main, topics, pages] = await Promise.all([
      this.#widened(terms, filters),
      isChosen ? [] : this.#topics(all),
      isChosen ? [] : this.#whole(terms, { whole: { any: hasHelp ? HELP : PAGES } }),
    ]);
    const results = main.isWider ? [...pages, ...main.results] : [...main.results, ...pages];
    const changed = terms.filter((term) => term.typed);
    const isCounted = main.isWhole && !main.isWider;
    const counts = isCounted ? () => this.#counts(terms, filters, chosen) : NO_COUNTS;
    return { results, isWider: main.isWider, counts, topics, changed };
  }

  /**
   * The topics that all words name.
   * @param {Term[]} terms
   */
  #topics(terms) {
    return this.#whole(terms, { whole: TOPIC });
  }

  /**
   * What holds every word.
   * @param {Term[]} terms
   * @param {Filters} filters
   */
  async #whole(terms, filters) {
    if (!terms.every(isKnown)) return [];
    const { results } = await this.#asked(rootsOf(terms), filters);
    const shares = await this.#shares(results, terms);
    return results.filter((_, at) => shares[at] >= WHOLE);
  }

  /**
   * Known words that are like those of a question that finds nothing; a word of its own is not one: it may
   * be known from a page that is not asked for.
   * @param {string} text
   */
  async like(text) {
    const words = wordsIn(text);
    const own = new Set(words.map(fold));
    const found = await Promise.all(words.map((word) => this.lexicon.nearest(word, FAR)));
    return found.flatMap((near) => (near && !own.has(fold(near.word)) ? [near.word] : []));
  }

  /**
   * For each filter, what each of its values would leave beside the other choices.
   * @param {Term[]} terms
   * @param {Filters} filters
   * @param {Filters} chosen
   * @returns {Promise<Counts>}
   */
  async #counts(terms, filters, chosen) {
    const { kind = {} } = await (await this.ready).filters(); // only filters that have been fetched are counted
    const counts = { ...(await this.#asked(rootsOf(terms), filters)).filters };
    const names = new Set([...(OWN in kind ? ["kind"] : []), ...Object.keys(chosen)]);
    for (const name of names) {
      const { [name]: _, ...others } = filters;
      if (name === "kind") {
        delete others.none;
        others.kind = { any: [...KINDS, OWN] };
      }
      counts[name] = (await this.#asked(rootsOf(terms), others)).filters[name];
    }
    return counts;
  }

  /**
   * A result as it is shown.
   * @param {Result} result
   * @returns {Promise<Shown>}
   */
  async load(result) {
    const told = await result.data();
    const { whole: ofWhole, kind = ofWhole, lang } = told.filters;
    const { outside } = told.meta;
    const shown = this.#shown({ title: told.meta.title, url: outside ?? told.url, excerpt: told.excerpt });
    return {
      ...shown,
      outside: new URL(shown.url).origin !== new URL(this.home).origin,
      note: whole(told.meta.note ?? ""),
      kind: kind[0],
      lang: lang?.[0] ?? "",
      parts: told.sub_results.filter((part) => part.anchor).map((part) => this.#shown(part)),
    };
  }

  /**
   * @param {Part} part
   * @returns {ShownPart}
   */
  #shown({ title, url, excerpt }) {
    return {
      title: whole(title),
      url: new URL(url.replace(/^\//, ""), this.home).href,
      excerpt: pieces(excerpt),
    };
  }
}

/** @type {Answer} */
const NOTHING = { results: [], filters: {} };

const NO_COUNTS = () => Promise.resolve(/** @type {Counts} */ ({}));

/** @param {Term} term */
const isKnown = (term) => term.roots.length > 0;

/** @param {string[]} roots */
const isShort = (roots) => roots.length === 1 && roots[0].length < LEAST_PART;

/** @param {Term[]} terms */
const rootsOf = (terms) => terms.flatMap((term) => isKnown(term) ? term.roots : [term.word]);

/**
 * Words without the seams that the index needs.
 * @param {string} words
 */
const whole = (words) => words.replaceAll("~", "");

/**
 * An excerpt as pieces of text, every other one found.
 * @param {string} excerpt
 */
const pieces = (excerpt) =>
  whole(excerpt)
    .split(/<\/?mark>/)
    .map((piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));

// Finds pages in Pagefind's index. The reader's words are brought to the roots that the index holds,
// words that it does not hold to the nearest that it does, and words are left out where too little is found.
const ENOUGH = 5;
const FEW = 500; // among more texts, a word that one holds is not what was meant
const MOST_WORDS = 6;
const LEAST_PART = 4;
const LEAST_WORD = 5;
const FAR = 3;
const MOST_ASKED = 4; // the words that are asked for one by one, the most telling first
const WIDE = 0.1; // a part of a compound that this share of the texts holds is not asked for
const WHOLE = 3; // how much it counts to hold more of the question
const OPTIONS = {
  baseUrl: "/",
  excerptLength: 24,
  ranking: { termSimilarity: 3, metaWeights: { title: 1, note: 0.2 } },
};
const KINDS = ["idea", "research", "call", "page"];

const bare = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");
export const wordsIn = (text) => text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

// How many letters to change, add, take away or let change places; more than `most` is as good as any.
const distance = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
};

// The words of the texts, by first letter, fetched when they are asked for.
class Lexicon {
  constructor(folder) {
    this.folder = folder;
    this.read = new Map();
    this.ready = fetch(`${folder}words.json`)
      .then((answer) => answer.json())
      .then((told) => {
        this.common = new Set(told.common);
        this.letters = told.letters;
        this.texts = told.texts;
        this.indexes = told.shelves;
      });
  }

  shelf(letter) {
    if (!this.letters.includes(letter)) return Promise.resolve(new Map());
    if (!this.read.has(letter)) {
      const name = letter.codePointAt(0).toString(16);
      const answer = fetch(`${this.folder}words/${name}.json`).then((response) => response.json());
      this.read.set(letter, answer.then(Lexicon.spread));
    }
    return this.read.get(letter);
  }

  // Each word without marks, with its root and how common its family is.
  static spread(families) {
    const words = new Map();
    for (const [root, [times, seam, ...endings]] of Object.entries(families)) {
      for (const ending of endings) {
        words.set(bare(root + ending), { word: root + ending, root, times, seam });
      }
    }
    return words;
  }

  async known(word) {
    const key = bare(word);
    return (await this.shelf(key[0])).get(key);
  }

  // The share of the texts that hold the root, to a power of two.
  async width(root) {
    if (this.common.has(bare(root))) return 1;
    for (const known of (await this.shelf(bare(root)[0])).values()) {
      if (known.root === root) return 2 ** (known.times - 1) / this.texts;
    }
    return 0;
  }

  // A known word that this one may be an unseen inflection of: sammanfattning|ar.
  async uninflected(word) {
    for (let at = word.length - 1; at >= Math.max(LEAST_WORD, word.length - 3); at -= 1) {
      const known = await this.known(word.slice(0, at));
      if (known) return known;
    }
    return undefined;
  }

  async isBegun(word) {
    const key = bare(word);
    for (const known of (await this.shelf(key[0])).keys()) if (known.startsWith(key)) return true;
    return false;
  }

  // The known word that is most like it; among those as like, the commonest.
  async nearest(word, most) {
    const key = bare(word);
    let best;
    const letters = new Set([key[0], key[1] ?? key[0]]);
    for (const shelf of await Promise.all([...letters].map((letter) => this.shelf(letter)))) {
      for (const [known, found] of shelf) {
        if (found.times < 2 && this.texts > FEW) continue;
        const far = distance(key, known, Math.min(most, best?.far ?? most));
        const isNearer = far <= most && (!best || far < best.far || (far === best.far && found.times > best.times));
        if (isNearer) best = { ...found, far };
      }
    }
    return best;
  }

  // The roots of the words that a compound is made of; nothing where it is none.
  async parts(word) {
    const known = await this.known(word);
    if (known && !known.seam) return [];
    const cuts = known ? [known.seam] : Array.from({ length: Math.max(0, word.length - 2 * LEAST_PART + 1) }, (_, at) => at + LEAST_PART);
    let best;
    for (const at of cuts) {
      const [first, last] = await Promise.all([this.first(word.slice(0, at)), this.known(word.slice(at))]);
      const times = Math.min(first?.times ?? 0, last?.times ?? 0);
      if (times > (best?.times ?? (known ? 0 : 1))) best = { times, first, last };
    }
    if (!best) return [];
    const rest = best.last.seam ? await this.parts(best.last.word) : [];
    return [best.first.root, ...(rest.length ? rest : [best.last.root])];
  }

  // The first part of a compound as a word, with or without a linking letter.
  async first(part) {
    return (await this.known(part)) ?? this.known(part.slice(0, -1));
  }
}

export class Finder {
  // `folder` is the address of the index, `home` that of the site's root.
  constructor(folder, home) {
    this.home = home;
    this.lexicon = new Lexicon(folder);
    this.ready = this.#open(folder);
  }

  async #open(folder) {
    this.pagefind = await import(`${folder}pagefind.js`);
    await this.pagefind.options(OPTIONS);
    await Promise.all([this.pagefind.init(), this.lexicon.ready]);
    const parts = Array.from({ length: this.lexicon.indexes - 1 }, (_, at) => `${folder}${at + 2}/`);
    await Promise.all(parts.map((part) => this.pagefind.mergeIndex(new URL(part).pathname, OPTIONS)));
    await this.pagefind.filters(); // only filters that have been fetched are counted
  }

  // What the index is asked for a word: its root, or those of the word that was meant.
  async #understood(word) {
    if (/\d/.test(word) || word.length < 2) return { word, roots: [word], times: 0 };
    const known = await this.lexicon.known(word);
    if (known) return { ...known, roots: [known.root] };
    const shorter = await this.lexicon.uninflected(word);
    if (shorter) return { ...shorter, roots: [shorter.root] };
    if (await this.lexicon.isBegun(word)) return { word, roots: [word], times: 0 };
    const near = word.length > 3 && (await this.lexicon.nearest(word, word.length > 6 ? 2 : 1));
    if (near && near.far === 1) return { ...near, roots: [near.root], typed: word };
    const parts = await this.lexicon.parts(word);
    if (parts.length) return { word, roots: parts, times: 0 };
    if (near) return { ...near, roots: [near.root], typed: word };
    return { word, roots: [word], times: 0 };
  }

  // The words that tell something: a short one that stands nearly everywhere does only where it is alone.
  #telling(terms) {
    const kept = terms.filter((term) => !(this.#isCommon(term) && term.word.length < LEAST_PART));
    if (kept.length <= MOST_WORDS) return kept.length ? kept : terms;
    const rarest = [...kept].sort((one, other) => one.times - other.times).slice(0, MOST_WORDS);
    return kept.filter((term) => rarest.includes(term));
  }

  #isCommon(term) {
    return term.roots.every((root) => this.lexicon.common.has(bare(root)));
  }

  // A short word alone is asked for as it is, since half of all words begin with it.
  async #asked(terms, filters) {
    const roots = [...new Set(terms.flatMap((term) => term.roots))];
    const isShort = roots.length === 1 && roots[0].length < LEAST_PART;
    if (!isShort) return this.pagefind.search(roots.join(" "), { filters });
    const answer = await this.pagefind.search(`"${roots[0]}"`, { filters });
    const count = answer.results.length;
    const telling = 1.5 * Math.log(1 + (this.lexicon.texts - count + 0.5) / (count + 0.5));
    for (const result of answer.results) result.score = telling;
    return answer;
  }

  // Everything that holds all words; where that is little, then what holds the most telling of them.
  async #widened(terms, filters) {
    const first = await this.#asked(terms, filters);
    const results = new Map(first.results.map((result) => [result.id, result]));
    if (results.size < ENOUGH) {
      for (const result of await this.#some(terms, filters)) {
        if (!results.has(result.id)) results.set(result.id, result);
      }
    }
    return {
      results: [...results.values()],
      counts: first.filters,
      isWider: results.size > first.results.length,
    };
  }

  // What holds some of the words, or some parts of those that are compounds. A page counts by the words that
  // it holds, by how much they tell and how large a part of the question they are.
  async #some(terms, filters) {
    const rare = terms.filter((term) => !this.#isCommon(term));
    const asked = (rare.length ? rare : terms).toSorted((one, other) => one.times - other.times).slice(0, MOST_ASKED);
    const found = new Map();
    const add = (result, weight, share) => {
      const held = found.get(result.id) ?? { result, score: 0, share: 0 };
      held.score += result.score * weight;
      held.share += share / asked.length;
      found.set(result.id, held);
    };
    await Promise.all(asked.map((term) => this.#held(term, filters, add)));
    const order = (one) => -one.score * one.share ** WHOLE;
    return [...found.values()].sort((one, other) => order(one) - order(other)).map((held) => held.result);
  }

  // Tells of each page that holds the word, or of each part of it that the page holds.
  async #held(term, filters, add) {
    const split = term.roots.length > 1 ? term.roots : await this.lexicon.parts(term.word);
    const widths = await Promise.all(split.map((root) => this.lexicon.width(root)));
    const parts = split.filter((_, at) => widths[at] < WIDE);
    const ask = async (roots) => (await this.#asked([{ roots }], filters)).results;
    const [whole, ...each] = await Promise.all([ask(term.roots), ...parts.map((root) => ask([root]))]);
    const known = new Set(whole.map((result) => result.id));
    for (const result of whole) add(result, 1, 1);
    for (const result of each.flat()) if (!known.has(result.id)) add(result, 1 / parts.length, 1 / parts.length);
  }

  // `chosen` are filters with one value each. Gives results, best first, how many each value of a filter
  // would leave, topics of that name, and the words that were read as others.
  async find(text, chosen = {}) {
    await this.ready;
    const typed = [...new Set(wordsIn(text))];
    const understood = await Promise.all(typed.map((word) => this.#understood(word)));
    const terms = this.#telling(understood);
    if (!terms.length) return { results: [], topics: [], counts: {}, changed: [], isWider: false };
    const filters = { kind: { any: KINDS }, ...chosen };
    const [main, topics] = await Promise.all([
      this.#widened(terms, filters),
      Object.keys(chosen).length ? [] : this.#asked(understood, { kind: "topic" }).then((answer) => answer.results),
    ]);
    const changed = terms.filter((term) => term.typed);
    const counts = await this.#counts(terms, filters, chosen, main);
    return { ...main, counts, topics, changed };
  }

  // Known words that are like those of a question that finds nothing.
  async like(text) {
    const found = await Promise.all(wordsIn(text).map((word) => this.lexicon.nearest(word, FAR)));
    return found.filter(Boolean).map((near) => near.word);
  }

  // For each filter, what each of its values would leave beside the other choices.
  async #counts(terms, filters, chosen, main) {
    if (main.isWider) return {};
    const counts = { ...main.counts };
    for (const name of Object.keys(chosen)) {
      const { [name]: _, ...others } = filters;
      if (name === "kind") others.kind = { any: KINDS };
      counts[name] = (await this.#asked(terms, others)).filters[name];
    }
    return counts;
  }

  // A result as it is shown.
  async load(result) {
    const told = await result.data();
    const address = (url) => new URL(url.replace(/^\//, ""), this.home).href;
    const { title, note = "" } = told.meta;
    const { kind, lang } = told.filters;
    const parts = told.sub_results.filter((part) => part.anchor);
    return {
      title: whole(title),
      url: address(told.url),
      note: whole(note),
      kind: kind[0],
      lang: lang?.[0] ?? "",
      excerpt: pieces(told.excerpt),
      parts: parts.map((part) => ({ title: whole(part.title), url: address(part.url), excerpt: pieces(part.excerpt) })),
    };
  }
}

// Words without the seams that the index needs.
const whole = (words) => words.replaceAll("~", "");

// An excerpt as pieces of text, every other one found.
const pieces = (excerpt) =>
  whole(excerpt)
    .split(/<\/?mark>/)
    .map((piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));

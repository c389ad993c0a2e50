// Shows what is found: over any page in a dialog, and on the search page, whose address keeps the question.
const SHOWN = 10;
const SHOWN_IN_DIALOG = 6;
const TOPICS = 4;
const PARTS = 3;
const WAIT = 120;
const FILTERS = ["kind", "stage", "outcome", "sector"];

let finder;
const opened = (link) => {
  const at = (address) => new URL(address, document.baseURI).href;
  finder ??= import(at(link.dataset.find)).then(
    ({ Finder }) => new Finder(at(link.dataset.index), at(link.dataset.home)),
  );
  return finder;
};

const made = (tag, name, ...inside) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...inside);
  return element;
};

const linked = (url, words, lang = "") => {
  const link = made("a", "", words);
  link.href = url;
  if (lang) link.lang = lang;
  return link;
};

const excerpt = (pieces) => pieces.map((piece, at) => (at % 2 ? made("mark", "", piece) : piece));

const item = (told, hasParts) => {
  const inside = [made("h3", "result__title", linked(told.url, told.title, told.lang))];
  if (told.note) inside.push(made("p", "result__note", told.note));
  inside.push(made("p", "result__excerpt", ...excerpt(told.excerpt)));
  const parts = hasParts ? told.parts.slice(0, PARTS) : [];
  const rows = parts.map((part) => made("li", "", linked(part.url, part.title), " ", made("span", "", ...excerpt(part.excerpt))));
  if (rows.length) inside.push(made("ul", "result__parts", ...rows));
  return made("li", "result", ...inside);
};

// A field, and below it what is found for the words in it.
class Panel {
  constructor(root, words, ready) {
    this.root = root;
    this.words = words;
    this.ready = ready;
    this.asked = 0;
    this.answered = 0;
    const one = (name) => root.querySelector(`.search__${name}`);
    this.input = root.querySelector("input[type=search]");
    this.status = one("status");
    this.changed = one("changed");
    this.topics = one("topics");
    this.results = one("results");
    this.empty = one("empty");
    this.isDialog = root.matches("dialog");
    root.addEventListener("keydown", (event) => this.#walk(event));
  }

  said(key, count) {
    const form = new Intl.PluralRules(document.documentElement.lang).select(count);
    return (this.words[`${key}_${form}`] ?? this.words[`${key}_other`]).replace("{n}", count.toLocaleString(document.documentElement.lang));
  }

  // Shows what is found. What an earlier question finds later is thrown away, and told as null.
  async show(text, chosen, count) {
    this.asked += 1;
    const asked = this.asked;
    if (!text.trim()) return this.#clear();
    this.root.setAttribute("aria-busy", "true");
    try {
      const found = await (await this.ready).find(text, chosen);
      const shown = await this.#loaded(found, count);
      if (asked !== this.asked) return null;
      await this.#fill(text, chosen, found, shown);
      return asked === this.asked ? found : null;
    } catch {
      if (asked !== this.asked) return null;
      this.status.textContent = this.words.broken;
      return undefined;
    } finally {
      if (asked === this.asked) this.root.removeAttribute("aria-busy");
      // How many questions have come to an end, shown or thrown away: what tests wait for.
      this.answered += 1;
      this.root.dataset.answered = this.answered;
    }
  }

  async #loaded(found, count) {
    const load = async (results) => Promise.all(results.map(async (one) => (await this.ready).load(one)));
    const [results, topics] = await Promise.all([
      load(found.results.slice(0, count)),
      load(found.topics.slice(0, TOPICS)),
    ]);
    return { results, topics };
  }

  #clear() {
    this.status.textContent = "";
    this.results.replaceChildren();
    for (const part of [this.changed, this.topics, this.empty]) part.hidden = true;
  }

  async #fill(text, chosen, found, shown) {
    this.results.replaceChildren(...shown.results.map((told) => item(told, !this.isDialog)));
    this.results.hidden = !shown.results.length;
    const list = this.topics.querySelector("ul");
    const rows = shown.topics.map((told) => made("li", "", linked(told.url, told.title), " ", made("span", "", told.note)));
    list.replaceChildren(...rows);
    this.topics.hidden = !rows.length;
    const read = found.changed.map((term) => this.words.read.replace("{typed}", term.typed).replace("{read}", term.word));
    this.changed.textContent = [...read, ...(found.isWider ? [this.words.wider] : [])].join(" ");
    this.changed.hidden = !this.changed.textContent;
    this.status.textContent = found.results.length ? this.said("found", found.results.length) : this.words.none;
    this.empty.hidden = found.results.length > 0;
    if (!found.results.length) await this.#suggest(text, chosen);
  }

  async #suggest(text, chosen) {
    const asked = this.asked;
    const words = await (await this.ready).like(text);
    if (asked !== this.asked) return;
    const list = this.empty.querySelector(".search__like");
    const page = this.root.querySelector("form").action;
    list.replaceChildren(...words.map((word) => made("li", "", linked(`${page}?q=${encodeURIComponent(word)}`, word))));
    list.hidden = list.previousElementSibling.hidden = !words.length;
    const fewer = this.empty.querySelector(".search__fewer");
    if (fewer) fewer.hidden = !Object.keys(chosen).length;
  }

  // Down and up go through the field and the links of the results.
  #walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target.matches("select") || event.altKey) return;
    const shown = (link) => link.getClientRects().length;
    const links = [...this.root.querySelectorAll(".search__topics a, .search__results a, .search__like a, .search__all a")];
    const stops = [this.input, ...links.filter(shown)];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
  }
}

const later = (what) => {
  let waiting;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(what, WAIT);
  };
};

// The search page: filters with counts, and the question in the address.
class SearchPage {
  constructor(root, ready) {
    this.root = root;
    this.panel = new Panel(root, root.dataset, ready);
    this.form = root.querySelector("form");
    this.selects = Object.fromEntries(FILTERS.map((name) => [name, root.querySelector(`select[name=${name}]`)]));
    this.more = root.querySelector(".search__more");
    this.count = SHOWN;
    root.querySelector(".search__filters").hidden = false;
    for (const select of Object.values(this.selects)) {
      for (const option of select.options) option.dataset.words = option.text;
      select.addEventListener("change", () => this.#asked("pushState"));
    }
    this.panel.input.addEventListener("input", later(() => this.#asked("replaceState")));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#asked("pushState");
    });
    this.more.addEventListener("click", () => this.#showMore());
    root.querySelector(".search__fewer button").addEventListener("click", () => {
      for (const select of Object.values(this.selects)) select.value = "";
      this.#asked("pushState");
      this.panel.input.focus();
    });
    addEventListener("popstate", () => this.#read());
    // What somebody has written before this was there to listen is a question too.
    if (this.panel.input.value.trim() && !new URLSearchParams(location.search).has("q")) this.#asked("replaceState");
    else this.#read();
  }

  focus() {
    this.panel.input.focus();
    this.panel.input.select();
  }

  #read() {
    const told = new URLSearchParams(location.search);
    this.panel.input.value = told.get("q") ?? "";
    for (const [name, select] of Object.entries(this.selects)) {
      const isThere = [...select.options].some((option) => option.value === told.get(name));
      select.value = isThere ? told.get(name) : "";
    }
    this.count = SHOWN;
    this.#show();
  }

  #asked(how) {
    const told = new URLSearchParams({ q: this.panel.input.value.trim(), ...this.#chosen() });
    if (!told.get("q")) told.delete("q");
    const address = `${location.pathname}${told.size ? `?${told}` : ""}`;
    if (address !== location.pathname + location.search) history[how](null, "", address);
    this.count = SHOWN;
    this.#show();
  }

  #chosen() {
    const chosen = Object.entries(this.selects).filter(([, select]) => select.value);
    return Object.fromEntries(chosen.map(([name, select]) => [name, select.value]));
  }

  async #show() {
    const text = this.panel.input.value;
    this.root.classList.toggle("search--asked", Boolean(text.trim()));
    const found = await this.panel.show(text, this.#chosen(), this.count);
    if (found === null) return;
    this.more.hidden = !found || found.results.length <= this.count;
    for (const [name, select] of Object.entries(this.selects)) this.#counted(select, found?.counts?.[name]);
  }

  // Each choice with how many it would leave.
  #counted(select, counts) {
    for (const option of select.options) {
      const count = counts?.[option.value];
      option.text = option.value && counts ? `${option.dataset.words} (${count ?? 0})` : option.dataset.words;
    }
  }

  async #showMore() {
    const before = this.count;
    this.count += SHOWN;
    await this.#show();
    this.panel.results.children[before]?.querySelector("a").focus();
  }
}

let page;
let dialog;

// The dialog's markup and words stand in the search page.
const dialogOf = async (link) => {
  const answer = await fetch(link.href);
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  const template = document.importNode(parsed.querySelector("#search-dialog").content, true);
  const root = template.querySelector("dialog");
  document.body.append(root);
  const panel = new Panel(root, { ...parsed.querySelector("main .search").dataset }, opened(link));
  const form = root.querySelector("form");
  form.action = link.href;
  for (const way of root.querySelectorAll("a")) way.href = new URL(way.getAttribute("href"), link.href).href;
  const all = root.querySelector(".search__all");
  const show = async () => {
    const found = await panel.show(panel.input.value, {}, SHOWN_IN_DIALOG);
    if (found === null) return;
    all.hidden = !found?.results.length;
    all.firstElementChild.href = `${link.href}?q=${encodeURIComponent(panel.input.value.trim())}`;
  };
  panel.input.addEventListener("input", later(show));
  root.querySelector(".search__close").addEventListener("click", () => root.close());
  root.addEventListener("click", (event) => event.target === root && root.close());
  return { root, input: panel.input };
};

export const open = async (link) => {
  const root = document.querySelector("main .search");
  if (root) {
    if (page) page.focus();
    else page = new SearchPage(root, opened(link));
    return;
  }
  opened(link);
  dialog ??= dialogOf(link);
  const { root: shown, input } = await dialog;
  if (!shown.open) shown.showModal();
  input.focus();
  input.select();
};

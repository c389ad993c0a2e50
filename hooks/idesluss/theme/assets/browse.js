// Filters, sorts and draws the catalogue page. Without script the page's own links do the work.
(() => {
  const PAGE = 50;
  const KEPT = 250;
  const LONG = 10;
  const FACTS = ["where", "granted", "time"];
  const page = document.getElementById("browse");
  if (!page) return;
  const words = page.dataset;
  const language = document.documentElement.lang;
  const results = document.getElementById("results");
  const status = page.querySelector(".browse__status");
  const chosen = page.querySelector(".browse__chosen");
  const find = page.querySelector("[name=q]");
  const order = page.querySelector("[name=sort]");
  const collator = new Intl.Collator(language);
  const numbers = new Intl.NumberFormat(language);
  const untouched = [...results.childNodes];
  let index = null;
  let loading = null;
  let state = null;
  let listed = [];
  const number = Number(words.number);
  const other = document.querySelector(".top__language");

  const fill = (pattern, values, count) => {
    const [one, other] = pattern.split("|");
    const form = other && count === 1 ? one : other ?? one;
    return form.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
  const element = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== "" && value !== false) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  // Å, ä and ö are letters of their own; other marks on letters do not matter.
  const fold = (text) =>
    text.normalize("NFD").replace(/(?<![aAoO])[\u0300-\u036f]|[\u0300-\u0307\u0309\u030b-\u036f]/g, "").normalize("NFC").toLowerCase();

  // What is chosen stands in the address, so that it can be shared and the back button works.
  const read = (view) => {
    const asked = new URLSearchParams(location.search);
    const facets = new Map();
    for (const group of page.querySelectorAll(".facet")) {
      const keys = (asked.get(group.dataset.facet) ?? "").split(",").filter(Boolean);
      if (keys.length) facets.set(group.dataset.facet, new Set(keys));
    }
    return {
      facets,
      words: asked.get("q") ?? "",
      sort: [...order.options].some((o) => o.value === asked.get("sort")) ? asked.get("sort") : "newest",
      view: asked.get("view") ?? view,
      shown: Math.max(1, Number.parseInt(asked.get("shown") ?? "1", 10) || 1),
    };
  };
  const remembered = () => {
    try {
      return localStorage.getItem("view") === "table" ? "table" : "cards";
    } catch {
      return "cards";
    }
  };
  const write = (replaces) => {
    const parts = [...state.facets].map(([name, keys]) => [name, [...keys].join(",")]);
    if (state.words.trim()) parts.unshift(["q", state.words.trim()]);
    if (state.sort !== "newest") parts.push(["sort", state.sort]);
    if (state.view === "table") parts.push(["view", "table"]);
    if (state.shown > 1) parts.push(["shown", state.shown]);
    const query = parts.map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%2C/g, ",")}`).join("&");
    const address = location.pathname + (query ? `?${query}` : "");
    if (other) other.search = query;
    if (address === location.pathname + location.search) return;
    history[replaces ? "replaceState" : "pushState"](null, "", address);
  };

  const load = () => {
    loading ??= fetch(words.index)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
      .then((found) => {
        index = found;
        index.text = found.title.map((title, at) =>
          fold(`${title} ${found.summary[at]} ${found.granted[at]} ${labelsOf(found, at)}`),
        );
        grow();
      })
      .catch((error) => {
        loading = null;
        status.textContent = words.failed;
        throw error;
      });
    return loading;
  };
  const labelsOf = (found, at) =>
    found.facets.flatMap((facet, f) => found.in[f][at].map((place) => facet.labels[place])).join(" ");

  // Which entries pass, and how many would for each value if its own facet asked for nothing.
  const pass = () => {
    const asked = fold(state.words).split(/\s+/).filter(Boolean);
    const wanted = index.facets.map((facet) => {
      const keys = state.facets.get(facet.name);
      return keys ? new Set(facet.keys.flatMap((key, at) => (keys.has(key) ? [at] : []))) : null;
    });
    const counts = index.facets.map((facet) => new Uint32Array(facet.keys.length));
    const found = [];
    for (let at = 0; at < index.title.length; at++) {
      const text = index.text[at];
      if (!asked.every((word) => text.includes(word))) continue;
      let failed = -1;
      let failures = 0;
      for (let f = 0; f < wanted.length && failures < 2; f++) {
        if (wanted[f] && !index.in[f][at].some((place) => wanted[f].has(place))) {
          failed = f;
          failures++;
        }
      }
      if (failures > 1) continue;
      if (failures === 0) found.push(at);
      const counted = failures ? [failed] : counts.keys();
      for (const f of counted) for (const place of index.in[f][at]) counts[f][place]++;
    }
    return { found, counts };
  };
  const sorted = (found) => {
    const by = {
      newest: null,
      waiting: (a, b) => index.waiting[b] - index.waiting[a],
      grant: (a, b) => index.grant[b] - index.grant[a],
      decided: (a, b) => (index.decided[a] < index.decided[b] ? 1 : index.decided[a] > index.decided[b] ? -1 : 0),
      title: (a, b) => collator.compare(index.title[a], index.title[b]),
    }[state.sort];
    return by ? found.sort(by) : found;
  };

  const link = (at) => element("a", { href: words.root + index.url[at], lang: index.titleLanguage[at] }, index.title[at]);
  const badge = (at) => element("span", { class: `badge badge--${index.outcome[at][0]}` }, index.outcome[at][1]);
  const mark = (at) => (index.stage[at] ? [element("span", { class: "stage-mark" }, index.stage[at])] : []);
  const late = (kind, at) => (kind === "time" && index.late[at] ? "late" : "");
  const facts = (at) =>
    FACTS.filter((kind) => index[kind][at]).map((kind) => element("li", { class: late(kind, at) }, index[kind][at]));
  const card = (at) =>
    element(
      "article",
      { class: "card" },
      element("h3", { class: "card__title" }, link(at)),
      element("p", { class: "card__state" }, ...mark(at), badge(at)),
      element("p", { class: "card__summary", lang: index.summaryLanguage[at] }, index.summary[at]),
      element("ul", { class: "card__facts" }, ...facts(at)),
    );
  const row = (at) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, link(at)),
      element("td", {}, ...mark(at)),
      element("td", {}, badge(at)),
      element("td", {}, index.where[at]),
      element("td", { class: "number" }, index.granted[at]),
      element("td", {}, element("span", { class: late("time", at) }, index.time[at])),
    );
  const table = (shown) => {
    const made = document.getElementById("browse-table").content.cloneNode(true);
    made.querySelector("tbody").append(...shown.map(row));
    return made;
  };

  const draw = () => {
    const { found, counts } = pass();
    const list = sorted(found);
    const shown = list.slice(0, state.shown * PAGE);
    const cards = state.view === "table" ? table(shown) : element("div", { class: "cards" }, ...shown.map(card));
    results.replaceChildren(list.length ? cards : nothing());
    if (list.length > shown.length) results.append(more(list.length - shown.length));
    count(counts);
    chips(list.length > 0);
    const values = { shown: numbers.format(list.length), total: numbers.format(index.title.length) };
    status.textContent = fill(words.result, values, list.length);
    listed = list;
    page.dispatchEvent(new Event("drawn"));
  };
  const more = (left) => {
    const button = element("button", { type: "button", class: "button button--quiet" }, `${words.more} (${numbers.format(Math.min(PAGE, left))})`);
    button.addEventListener("click", () => {
      const at = state.shown * PAGE;
      state.shown++;
      write(true);
      draw();
      results.querySelectorAll("h3 a, th a")[at]?.focus();
    });
    return element("p", { class: "browse__more" }, button);
  };
  const nothing = () => {
    const search = element("a", { href: `${words.searchPage}?q=${encodeURIComponent(state.words.trim())}` }, words.noneSearch);
    return element(
      "div",
      { class: "notice" },
      element("h3", {}, words.none),
      element("p", {}, words.noneTry),
      cleared(chipList(true)),
      ...(state.words.trim() ? [element("p", {}, search)] : []),
    );
  };
  const without = (change) => {
    const before = state;
    state = { ...state, facets: new Map([...state.facets].map(([name, keys]) => [name, new Set(keys)])) };
    change(state);
    const left = pass().found.length;
    state = before;
    return left;
  };
  const removals = () => {
    const made = [];
    if (state.words.trim()) {
      made.push([`${words.words}: ${state.words.trim()}`, fill(words.removeWords, { words: state.words.trim() }), (s) => { s.words = ""; }]);
    }
    for (const facet of index.facets) {
      for (const key of state.facets.get(facet.name) ?? []) {
        const value = facet.labels[facet.keys.indexOf(key)] ?? key;
        made.push([`${facet.title}: ${value}`, fill(words.remove, { facet: facet.title, value }), (s) => drop(s, facet.name, key)]);
      }
    }
    return made;
  };
  const drop = (target, name, key) => {
    const keys = target.facets.get(name);
    keys.delete(key);
    if (!keys.size) target.facets.delete(name);
  };
  const chipList = (tells) => {
    const list = element("ul", { class: "chips" });
    for (const [told, name, change] of removals()) {
      const left = tells ? ` (${numbers.format(without(change))})` : "";
      const button = element("button", { type: "button", "aria-label": name + left }, told + left, element("span", { "aria-hidden": "true" }, " ×"));
      button.addEventListener("click", () => {
        change(state);
        changed(false).then(stay);
      });
      list.append(element("li", {}, button));
    }
    return list;
  };
  const cleared = (list) => {
    if (list.children.length > 1) {
      const clear = element("button", { type: "button", class: "chips__clear" }, words.clear);
      clear.addEventListener("click", () => {
        state.facets.clear();
        state.words = "";
        changed(false).then(stay);
      });
      list.append(element("li", {}, clear));
    }
    return list;
  };
  // A button that removes itself hands the focus on to the next, or to the count.
  const stay = () => (page.querySelector(".chips button") ?? status).focus();
  const chips = (hasFound) => {
    const list = hasFound ? cleared(chipList(false)) : element("ul");
    list.setAttribute("aria-label", words.chosen);
    chosen.replaceChildren(...(list.children.length ? [list] : []));
  };
  // Neighbours follow the list as it is when one of its ideas is opened; the whole catalogue has them already.
  results.addEventListener("click", (event) => {
    const opened = event.target.closest("h3 a, th a");
    if (!opened) return;
    const at = [...results.querySelectorAll("h3 a, th a")].indexOf(opened);
    const near = listed.slice(Math.max(0, at - KEPT), at + KEPT);
    window.rememberList(near.map((place) => [index.url[place], index.title[place], index.titleLanguage[place]]));
  });

  const count = (counts) => {
    for (const [f, facet] of index.facets.entries()) {
      const group = page.querySelector(`[data-facet="${facet.name}"]`);
      for (const item of group.querySelectorAll("li")) {
        const at = facet.keys.indexOf(item.dataset.key);
        item.querySelector(".count").textContent = numbers.format(counts[f][at] ?? 0);
        item.classList.toggle("facet__none", !counts[f][at]);
      }
    }
  };

  const box = (facet, key, label, told) => {
    const input = element("input", { type: "checkbox", value: key });
    input.addEventListener("change", () => {
      const keys = state.facets.get(facet) ?? new Set();
      if (input.checked) state.facets.set(facet, keys.add(key));
      else drop(state, facet, key);
      changed(false);
    });
    return element("li", { "data-key": key }, element("label", {}, input, element("span", {}, label), " ", element("span", { class: "count" }, told)));
  };
  const equip = () => {
    for (const group of page.querySelectorAll(".facet")) {
      for (const item of group.querySelectorAll("li")) {
        const told = item.querySelector(".count").textContent;
        item.replaceWith(box(group.dataset.facet, item.dataset.key, item.querySelector("a").textContent, told));
      }
    }
    page.querySelector(".browse__tools").hidden = false;
    const isNarrow = matchMedia("(max-width: 57.9rem)").matches;
    page.querySelector(".browse__facets").open = !isNarrow;
    // On a wide screen the filters stay, and what would fold them is a heading only.
    if (!isNarrow) page.querySelector(".browse__facets > summary").tabIndex = -1;
  };
  // Facets with many values get them all, and a field to find among them.
  const grow = () => {
    for (const facet of index.facets) {
      if (facet.keys.length <= LONG) continue;
      const group = page.querySelector(`[data-facet="${facet.name}"]`);
      const list = group.querySelector("ul");
      group.querySelector(".facet__all")?.remove();
      const offered = new Set([...list.children].map((item) => item.dataset.key));
      const name = fill(words.findValue, { facet: facet.title });
      const field = element("input", { type: "search", "aria-label": name, placeholder: name, autocomplete: "off" });
      const folded = facet.labels.map(fold);
      field.addEventListener("input", () => {
        const asked = fold(field.value.trim());
        const kept = new Set(state.facets.get(facet.name));
        const places = facet.keys.map((key, at) => at).filter((at) => (asked ? folded[at].includes(asked) : offered.has(facet.keys[at])) || kept.has(facet.keys[at]));
        list.replaceChildren(...places.slice(0, PAGE).map((at) => box(facet.name, facet.keys[at], facet.labels[at], "")));
        check();
        count(pass().counts);
      });
      list.before(element("p", { class: "facet__find" }, field));
    }
  };
  const check = () => {
    for (const group of page.querySelectorAll(".facet")) {
      const keys = state.facets.get(group.dataset.facet) ?? new Set();
      const facet = index?.facets.find((f) => f.name === group.dataset.facet);
      for (const key of keys) {
        if (facet && facet.keys.includes(key) && !group.querySelector(`li[data-key="${CSS.escape(key)}"]`)) {
          group.querySelector("ul").append(box(facet.name, key, facet.labels[facet.keys.indexOf(key)], ""));
        }
      }
      for (const item of group.querySelectorAll("li")) item.querySelector("input").checked = keys.has(item.dataset.key);
      if (keys.size) group.open = true;
    }
    if (find.value.trim() !== state.words.trim()) find.value = state.words;
    order.value = state.sort;
    page.querySelector(`[name=view][value=${state.view === "table" ? "table" : "cards"}]`).checked = true;
  };

  const show = () => {
    check();
    if (isUntouched()) restore();
    else draw();
  };
  const changed = (replaces) => {
    state.shown = 1;
    write(replaces);
    status.textContent = index ? status.textContent : words.loading;
    return load().then(show, () => {});
  };
  // Without a choice the page is the one that was sent, whose number stands in its address.
  const isUntouched = () => !location.search && state.view === "cards";
  const restore = () => {
    listed = [];
    results.replaceChildren(...untouched);
    chosen.replaceChildren();
    status.textContent = "";
    if (index) count(pass().counts);
  };

  equip();
  state = read(number === 1 ? remembered() : "cards");
  // The kept view is a choice too: a link to the page shows the same to everybody.
  write(true);
  check();
  if (!isUntouched()) load().then(show, () => {});
  for (const event of ["focusin", "pointerenter"]) page.querySelector(".browse__facets").addEventListener(event, () => load().catch(() => {}), { once: true });
  find.addEventListener("focus", () => load().catch(() => {}), { once: true });
  find.addEventListener("input", () => {
    const begins = !new URLSearchParams(location.search).get("q");
    state.words = find.value;
    changed(!begins);
  });
  order.addEventListener("change", () => {
    state.sort = order.value;
    changed(false);
  });
  for (const choice of page.querySelectorAll("[name=view]")) {
    choice.addEventListener("change", () => {
      state.view = choice.value;
      if (!location.search) state.shown = number;
      try {
        localStorage.setItem("view", choice.value);
      } catch {
        // Storage is off: the choice holds for this page.
      }
      write(false);
      load().then(show, () => {});
    });
  }
  addEventListener("popstate", () => {
    state = read("cards");
    if (other) other.search = location.search;
    if (isUntouched()) show();
    else load().then(show, () => {});
  });
})();

// Previous and next follow the list that the reader came from; without script those of the whole catalogue.
(() => {
  const KEY = "list";
  // Rows are address below the root, title, and the title's language where it is not the page's.
  window.rememberList = (rows) => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ from: location.pathname, rows }));
    } catch {
      // Storage is off: the neighbours are those of the whole catalogue.
    }
  };
  const recalled = () => {
    try {
      return JSON.parse(sessionStorage.getItem(KEY));
    } catch {
      return null;
    }
  };

  const listen = (list) => {
    const root = new URL(list.dataset.root, location.href).href;
    list.addEventListener("click", (event) => {
      if (!event.target.closest("h3 a")) return;
      const links = [...list.querySelectorAll("h3 a")];
      window.rememberList(links.map((link) => [link.href.slice(root.length), link.textContent.trim(), link.lang]));
    });
  };

  const step = (root, row, words, side, rel) => {
    if (!row) return [];
    const [url, title, language] = row;
    const link = document.createElement("a");
    link.className = `neighbours__${side}`;
    link.rel = rel;
    link.href = root + url;
    const label = document.createElement("span");
    label.textContent = words;
    const told = document.createElement("strong");
    told.textContent = title;
    if (language) told.lang = language;
    link.append(label, " ", told);
    return [link];
  };
  const follow = (nav) => {
    const { root, own, previous, next } = nav.dataset;
    const list = recalled();
    const at = list?.rows?.findIndex(([url]) => url === own) ?? -1;
    if (at < 0 || !comesFrom(list, root)) return;
    nav.replaceChildren(
      ...step(root, list.rows[at - 1], previous, "newer", "prev"),
      ...step(root, list.rows[at + 1], next, "older", "next"),
    );
  };
  // A list that was left long ago says nothing about this visit.
  const comesFrom = (list, root) => {
    if (!document.referrer) return false;
    const before = new URL(document.referrer);
    if (before.origin !== location.origin) return false;
    return before.pathname === list.from || list.rows.some(([url]) => new URL(root + url, location.href).pathname === before.pathname);
  };

  addEventListener("DOMContentLoaded", () => {
    const list = document.querySelector("[data-list]");
    if (list) listen(list);
    const nav = document.querySelector(".neighbours");
    if (nav) follow(nav);
  });
})();

// Previous and next follow the list that the reader came from; without script those of the whole catalogue.
addEventListener("DOMContentLoaded", () => {
  const nav = document.querySelector(".neighbours");
  if (!nav) return;
  let list = null;
  try {
    list = JSON.parse(sessionStorage.getItem("list"));
  } catch {
    return;
  }
  const { root } = nav.dataset;
  const at = list?.url?.indexOf(nav.dataset.own) ?? -1;
  if (at < 0) return;
  const step = (to, words, side, rel) => {
    if (to < 0 || to >= list.url.length) return [];
    const link = document.createElement("a");
    link.className = `neighbours__${side}`;
    link.rel = rel;
    link.href = root + list.url[to];
    const label = document.createElement("span");
    label.textContent = words;
    const title = document.createElement("strong");
    title.textContent = list.title[to];
    if (list.titleLanguage[to]) title.lang = list.titleLanguage[to];
    link.append(label, " ", title);
    return [link];
  };
  nav.replaceChildren(
    ...step(at - 1, nav.dataset.previous, "newer", "prev"),
    ...step(at + 1, nav.dataset.next, "older", "next"),
  );
});

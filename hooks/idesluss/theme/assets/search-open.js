// Opens the search over the page, from its link and from the key /. Without this the link leads to a page.
(() => {
  const link = document.querySelector(".top__search");
  let opening;

  const open = async () => {
    try {
      opening ??= import(new URL(link.dataset.script, document.baseURI).href);
      (await opening).open(link);
    } catch {
      location.assign(link.href);
    }
  };

  link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });

  document.addEventListener("keydown", (event) => {
    const isWriting = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });

  if (document.querySelector("main .search")) open();
})();

// @ts-check
// Light or dark, as the reader chose, before anything is drawn. All other scripts are modules.
(() => {
  const page = document.documentElement;
  // A browser without modules gets the page that readers without script get.
  if ("noModule" in HTMLScriptElement.prototype) page.classList.remove("no-js");
  const stored = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null;
    }
  };
  const prefers = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (page.dataset.theme ?? (prefers.matches ? "dark" : "light")) === "dark";
  const chosen = stored();
  if (chosen === "dark" || chosen === "light") page.dataset.theme = chosen;

  /** @param {HTMLButtonElement} button */
  const listen = (button) => {
    const label = /** @type {HTMLElement} */ (button.querySelector("span"));
    const show = () => {
      label.textContent = (isDark() ? button.dataset.light : button.dataset.dark) ?? "";
      button.title = label.textContent;
    };
    button.hidden = false;
    button.addEventListener("click", () => {
      page.dataset.theme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("theme", page.dataset.theme);
      } catch {
        // Storage is off: the choice holds for this page.
      }
      show();
    });
    prefers.addEventListener("change", show);
    show();
  };
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme-button");
    if (button instanceof HTMLButtonElement) listen(button);
  });
})();

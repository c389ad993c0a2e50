// Light or dark, as the reader chose. Everything else works without script.
(() => {
  const page = document.documentElement;
  page.classList.remove("no-js");
  const stored = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null;
    }
  };
  const prefers = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (page.dataset.theme ?? (prefers.matches ? "dark" : "light")) === "dark";
  if (stored() === "dark" || stored() === "light") page.dataset.theme = stored();

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme-button");
    const label = button.querySelector("span");
    const show = () => {
      label.textContent = isDark() ? button.dataset.light : button.dataset.dark;
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
  });
})();

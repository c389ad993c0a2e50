// Copies, prints, and fills in the reader's own address and day. Everything else works without script.
(() => {
  const section = document.querySelector(".use");
  const said = section.querySelector("[role=status]");
  const canonical = document.querySelector("link[rel=canonical]");
  const address = canonical ? canonical.href : location.href.split("#")[0];
  const now = new Date();
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const pad = (number) => String(number).padStart(2, "0");
  const language = document.querySelector("meta[property='og:locale']").content.replace("_", "-");
  const days = {
    words: new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric" }).format(now),
    iso: `${year}-${pad(month)}-${pad(day)}`,
    parts: `${year}, ${month}, ${day}`,
  };

  const show = (element) => {
    element.hidden = false;
    const item = element.closest("li");
    if (item) item.hidden = false;
  };

  for (const part of section.querySelectorAll("[data-address]")) part.textContent = address;
  for (const part of section.querySelectorAll("[data-read]")) part.textContent = days[part.dataset.read];

  const mail = section.querySelector("[data-mail]");
  const [subject, body] = [document.querySelector("h1").textContent, address].map(encodeURIComponent);
  mail.href = `mailto:?subject=${subject}&body=${body}`;
  show(mail);

  const copied = async (element) => {
    try {
      await navigator.clipboard.writeText(element.textContent);
      return true;
    } catch {
      // An old browser, or a page that is not served safely: copy what is selected.
      getSelection().selectAllChildren(element);
      return document.execCommand("copy");
    }
  };
  for (const button of section.querySelectorAll("[data-copy]")) {
    show(button);
    button.addEventListener("click", async () => {
      said.textContent = "";
      const isCopied = await copied(document.getElementById(button.dataset.copy));
      said.textContent = isCopied ? said.dataset.copied : said.dataset.notCopied;
    });
  }

  const print = section.querySelector("[data-print]");
  show(print);
  print.addEventListener("click", () => window.print());
})();

// @ts-check
// Copies, prints, and fills in the reader's own address and day. Everything else works without script.
import { copied } from "../shared/copied.js";
import { isoDay } from "../shared/day.js";
import { all, one } from "../shared/dom.js";

const section = one(document, ".use");
const said = one(section, "[role=status]");
const canonical = document.querySelector("link[rel=canonical]");
const address = canonical instanceof HTMLLinkElement ? canonical.href : location.href.split("#")[0];

/** @param {HTMLElement} way */
const show = (way) => {
  way.hidden = false;
  const item = way.closest("li");
  if (item) item.hidden = false;
};

const fillIn = () => {
  const now = new Date();
  const language = one(document, "meta[property='og:locale']", HTMLMetaElement).content.replace("_", "-");
  /** @type {Record<string, string>} */
  const days = {
    words: new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric" }).format(now),
    iso: isoDay(now),
    parts: `${now.getFullYear()}, ${now.getMonth() + 1}, ${now.getDate()}`,
  };
  for (const part of all(section, "[data-address]")) part.textContent = address;
  for (const part of all(section, "[data-read]")) part.textContent = days[part.dataset.read ?? ""];
};

const offerMail = () => {
  const mail = one(section, "[data-mail]", HTMLAnchorElement);
  const [subject, body] = [one(document, "h1").textContent ?? "", address].map(encodeURIComponent);
  mail.href = `mailto:?subject=${subject}&body=${body}`;
  show(mail);
};

const offerCopies = () => {
  for (const button of all(section, "[data-copy]")) {
    show(button);
    button.addEventListener("click", async () => {
      said.textContent = "";
      const isCopied = await copied(one(document, `#${button.dataset.copy}`));
      said.textContent = (isCopied ? said.dataset.copied : said.dataset.notCopied) ?? "";
    });
  }
};

const offerPrint = () => {
  const print = one(section, "[data-print]");
  show(print);
  print.addEventListener("click", () => globalThis.print());
};

fillIn();
offerMail();
offerCopies();
offerPrint();

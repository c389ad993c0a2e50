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

/** @param {Element} part */
const unfold = (part) => {
  const folded = part.closest("details");
  if (folded) folded.open = true;
};

/** What is folded on the screen is printed, also by browsers that let no style unfold it. */
const unfoldOnPaper = () => {
  /** @type {HTMLDetailsElement[]} */
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll(".idea details:not([open])")].filter((part) =>
      part instanceof HTMLDetailsElement
    );
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of folded) part.open = false;
  });
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
      const text = one(document, `#${button.dataset.copy}`);
      const isCopied = await copied(text);
      if (!isCopied) unfold(text);
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
unfoldOnPaper();

// @ts-check
// Elements: found as what they are, and made.

/**
 * The first that matches; a page that lacks it, or has another kind of element there, is at fault.
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => E} [kind]
 * @returns {E}
 */
export const one = (root, selector, kind = /** @type {any} */ (HTMLElement)) => {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${selector}`);
};

/**
 * All that match, in the order of the page.
 * @template {Element} [E=HTMLElement]
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => E} [kind]
 * @returns {E[]}
 */
export const all = (root, selector, kind = /** @type {any} */ (HTMLElement)) =>
  [...root.querySelectorAll(selector)].flatMap((found) => (found instanceof kind ? [found] : []));

/**
 * The element that an event began in, or the nearest round it that matches.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export const targetOf = (event, selector) => {
  const found = event.target instanceof Element ? event.target.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
};

/**
 * A new element. An attribute without a value is left out, so that none stands there empty.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value);
  made.append(...children);
  return made;
};

/**
 * The way to an address, in words of that language where it is not the page's.
 * @param {string} url
 * @param {string} words
 * @param {string} [lang]
 */
export const linkTo = (url, words, lang = "") => element("a", { href: url, lang }, words);

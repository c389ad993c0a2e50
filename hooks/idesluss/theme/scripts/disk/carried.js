// @ts-check
// Files in place of what is fetched, where the site is opened from a disk: there a page may load scripts, and
// nothing else. So each file that is asked for lies there as a script that hands it over.

/**
 * A file's words, or its bytes as base64; or a module, which is given what fetches and its own address.
 * @typedef {(fetched: (address: string) => Promise<Response>, address: string) => object} Module
 * @typedef {{ content: string | Module, isBinary?: boolean }} Carried
 */

const script = document.currentScript;
const root = new URL((script instanceof HTMLElement && script.dataset.root) || "./", document.baseURI).href;

/** @type {Map<string, (carried: Carried) => void>} */
const asked = new Map();
/** @type {Map<string, Promise<Carried>>} */
const kept = new Map();

/**
 * What each of those scripts calls.
 * @param {string} path
 * @param {string | Module} content
 * @param {boolean} [isBinary]
 */
const carry = (path, content, isBinary) => asked.get(path)?.({ content, isBinary });
Object.assign(globalThis, { carry });

/**
 * The file at that path below the root, by the script in which it lies.
 * @param {string} path
 * @param {string} name
 * @returns {Promise<Carried>}
 */
const loaded = (path, name) =>
  new Promise((told, failed) => {
    asked.set(path, told);
    const element = document.createElement("script");
    element.addEventListener("error", () => failed(new Error(`There is no ${name}`)));
    element.addEventListener("load", () => element.remove());
    element.src = new URL(name, root).href;
    document.head.append(element);
  });

/**
 * @param {string} address
 * @param {string} ending of the script that it lies in
 */
const carried = (address, ending) => {
  const name = new URL(address, document.baseURI).href.slice(root.length).replace(/[?#].*/, "");
  const path = decodeURIComponent(name);
  const found = kept.get(path) ?? loaded(path, name + ending);
  kept.set(path, found);
  return found;
};

/**
 * Answers as `fetch` does.
 * @param {string} address
 */
export const fetched = async (address) => {
  const { content, isBinary } = await carried(address, ".js");
  const words = String(content);
  return new Response(isBinary ? Uint8Array.from(atob(words), (sign) => sign.charCodeAt(0)) : words);
};

/**
 * Answers as `import` does of a module that is none of the site's.
 * @param {string} address
 */
export const outside = async (address) => {
  const { content } = await carried(address, "");
  if (typeof content === "string") throw new Error(`${address} is no module`);
  return content(fetched, address);
};

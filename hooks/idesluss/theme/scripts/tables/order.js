// @ts-check
// The order of a table's rows by one of its columns. What a cell does not tell stands last, whichever the way.

/** @typedef {"number" | "text"} Sort */
/** @typedef {"ascending" | "descending"} Way */

/**
 * The places of these values in the order that is asked for; those that are alike keep theirs.
 * @param {string[]} values
 * @param {Sort} sort
 * @param {Way} way
 * @param {string} language
 */
export const inOrder = (values, sort, way, language) => {
  const collator = new Intl.Collator(language, { numeric: true });
  const turned = way === "descending" ? -1 : 1;
  /** @type {(one: string, other: string) => number} */
  const compare = sort === "number" ? (one, other) => Number(one) - Number(other) : collator.compare;
  return [...values.keys()].sort((one, other) => {
    const [first, second] = [values[one], values[other]];
    if (!first || !second) return Number(!first) - Number(!second);
    return turned * compare(first, second);
  });
};

/**
 * What a column is sorted by next: numbers the largest first, words from the beginning.
 * @param {Sort} sort
 * @param {string | null} now what its heading says of the order
 * @returns {Way}
 */
export const nextWay = (sort, now) => {
  if (now === "ascending") return "descending";
  if (now === "descending") return "ascending";
  return sort === "number" ? "descending" : "ascending";
};

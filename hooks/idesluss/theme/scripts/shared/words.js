// @ts-check
// Words that the page brings, filled in: patterns such as `{shown} idé|{shown} idéer`.

/**
 * The pattern with its values; of two forms the first where the count is one.
 * @param {string | undefined} pattern
 * @param {Record<string, string | number>} values
 * @param {number} [count]
 */
export const fill = (pattern = "", values, count) => {
  const [one, other] = pattern.split("|");
  const form = other && count === 1 ? one : other ?? one;
  return form.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
};

/**
 * Of forms under `key_one`, `key_other` and what else the language has, the one for the count.
 * @param {DOMStringMap} words
 * @param {string} key
 * @param {number} count
 * @param {string} language
 */
export const counted = (words, key, count, language) => {
  const form = words[`${key}_${new Intl.PluralRules(language).select(count)}`] ?? words[`${key}_other`];
  return fill(form, { n: count.toLocaleString(language) });
};

// @ts-check

/**
 * Does something once nobody has asked for it again for so many milliseconds.
 * @param {() => unknown} what
 * @param {number} wait
 */
export const later = (what, wait) => {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(what, wait);
  };
};

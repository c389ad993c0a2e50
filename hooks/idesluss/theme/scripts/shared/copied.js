// @ts-check

/**
 * Copy what an element says; tells whether that could be done.
 * @param {HTMLElement} place
 */
export const copied = async (place) => {
  try {
    await navigator.clipboard.writeText(place.textContent ?? "");
    return true;
  } catch {
    // An old browser, or a page that is not served safely: copy what is selected.
    getSelection()?.selectAllChildren(place);
    return document.execCommand("copy");
  }
};

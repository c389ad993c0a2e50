// @ts-check
import { all, one } from "../shared/dom.js";
import { fold } from "../shared/fold.js";

/**
 * A long list shows what is chosen, and what holds the letters that are typed.
 * @param {HTMLElement} narrow
 */
export const narrowDown = (narrow) => {
  narrow.hidden = false;
  const field = one(narrow, "input", HTMLInputElement);
  const choices = narrow.closest("fieldset");
  const rows = choices ? all(choices, ".ask__choices li") : [];
  field.addEventListener("input", () => {
    const wanted = fold(field.value.trim());
    for (const row of rows) {
      const isFound = fold(row.textContent ?? "").includes(wanted);
      row.hidden = !isFound && !one(row, "input", HTMLInputElement).checked;
    }
  });
  field.addEventListener("keydown", (event) => {
    // Return would send the form.
    if (event.key === "Enter") event.preventDefault();
  });
};

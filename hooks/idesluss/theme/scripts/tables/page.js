// @ts-check
// Tables whose headings sort the rows; without script they stand as they were written.
import { all, element, one } from "../shared/dom.js";
import { inOrder, nextWay } from "./order.js";

/** @import { Sort } from "./order.js" */

/**
 * @param {HTMLTableElement} table
 * @param {HTMLTableCellElement} heading
 */
const sortBy = (table, heading) => {
  const body = one(table, "tbody", HTMLTableSectionElement);
  const rows = [...body.rows];
  const sort = /** @type {Sort} */ (heading.dataset.sort);
  const way = nextWay(sort, heading.getAttribute("aria-sort"));
  const values = rows.map(({ cells }) => valueOf(cells[heading.cellIndex]));
  for (const other of all(table, "th[aria-sort]")) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", way);
  body.append(...inOrder(values, sort, way, document.documentElement.lang).map((at) => rows[at]));
};

/** @param {HTMLTableCellElement} cell */
const valueOf = (cell) => cell.dataset.value ?? cell.textContent?.trim() ?? "";

for (const table of all(document, "table[data-sortable]", HTMLTableElement)) {
  for (const heading of all(table, "th[data-sort]", HTMLTableCellElement)) {
    const button = element("button", { type: "button", class: "sorts" }, ...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sortBy(table, heading));
  }
}

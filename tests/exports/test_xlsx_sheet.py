"""Rows written at once hold what the documented methods of XlsxWriter would have written."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from idesluss.exports.xlsx_sheet import TableSheet

if TYPE_CHECKING:
    from collections.abc import Callable

Row = tuple[Any, ...]
PLAIN = [("nyckel", 12, True), (None, "två  ord", None)]
ODD = [
    ("<r><t>rik</t></r>", ' "a" & <b> ', "_x0041_"),
    ("\ta\nb\r\n", "\x00\x0b\x1f\ufffe\uffff", False),
    (["a", "b"], -7, "=1+1"),
    (None, None, None),
    ("x" * 40_000, "😀" * 20_000, 0),
]


def written(rows: list[Row], write: Callable[[TableSheet, list[Row]], None]) -> list[list[Any]]:
    """The cells of a workbook of one sheet, as another program reads them."""
    file = io.BytesIO()
    book = Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("rows", TableSheet)
    for at in range(3):
        sheet.write_string(0, at, f"column {at}")
    write(sheet, rows)
    book.close()
    return CalamineWorkbook.from_filelike(io.BytesIO(file.getvalue())).get_sheet_by_index(0).to_python()


def by_cell(sheet: TableSheet, rows: list[Row]) -> None:
    for number, row in enumerate(rows, 1):
        sheet.write_cells(number, row)


@pytest.mark.parametrize("rows", [PLAIN, ODD, [], [ODD[3]], [*PLAIN, *ODD, *PLAIN]])
def test_rows_are_those_of_the_documented_methods(rows: list[Row]) -> None:
    told = written(rows, TableSheet.write_rows)
    assert told == [[shown(cell) for cell in row] for row in written(rows, by_cell)]
    assert len(told[0]) == 3


def shown(cell: object) -> object:
    """Without the space that keeps the documented methods from reading markup of their own."""
    return cell.removeprefix(" ") if isinstance(cell, str) and cell.startswith(" <r>") else cell


cells = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=9)


@given(st.lists(st.tuples(cells, cells, cells), max_size=5))
def test_any_text_and_number_is_kept(rows: list[Row]) -> None:
    told = written(rows, TableSheet.write_rows)
    assert told == [[shown(cell) for cell in row] for row in written(rows, by_cell)]

"""Rows put into a sheet hold what the methods of XlsxWriter would have written."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from idesluss.exports.columns import listed
from idesluss.exports.xlsx_rows import sheet_with_rows
from tests.support import exported, sheets

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Row = tuple[Any, ...]
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
PLAIN = [("nyckel", 12, True), (None, "två  ord", None)]
ODD = [
    ("<r><t>rik</t></r>", ' "a" & <b> ', "_x0041_"),
    ("\ta\nb\r\n", "\x00\x0b\x1f\ufffe\uffff", False),
    (["a", "b"], -7, "=1+1"),
    (None, None, None),
    ("x" * 40_000, "😀" * 20_000, 0),
]


def put(rows: list[Row]) -> list[list[Any]]:
    """The cells of a sheet that the rows are put into, as another program reads them."""

    def with_rows(sheet: str) -> str:
        return sheet_with_rows(sheet.encode(), rows).decode()

    heads = of_methods([(None, None, None)] * (len(rows) - 1) + [(None, None, 0)])
    return read(sheets.repacked(heads, "xl/worksheets/sheet1.xml", with_rows))


def of_methods(rows: list[Row]) -> bytes:
    """A workbook with a head and these rows, by the documented methods alone."""
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate([("a", "b", "c"), *rows]):
        for at, value in enumerate(row):
            write(sheet, number, at, value)
    book.close()
    return written.getvalue()


def write(sheet: Worksheet, number: int, at: int, value: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(number, at, value)
    elif isinstance(value, int):
        sheet.write_number(number, at, value)
    elif value is not None:
        words = NOT_IN_XML.sub("\ufffd", listed(value) if isinstance(value, list) else value)
        # Else they would be taken for markup of the library's own.
        sheet.write_string(number, at, f" {words}" if words.startswith("<r>") else words)


def read(book: bytes) -> list[list[Any]]:
    (rows,) = exported.sheets_of(book).values()
    return rows


def shown(cell: object) -> object:
    """Without the space that keeps the documented methods from reading markup of their own."""
    return cell.removeprefix(" ") if isinstance(cell, str) and cell.startswith(" <r>") else cell


@pytest.mark.parametrize("rows", [PLAIN, ODD, [*PLAIN, *ODD, *PLAIN]])
def test_rows_are_those_of_the_documented_methods(rows: list[Row]) -> None:
    told = put(rows)
    assert told == [[shown(cell) for cell in row] for row in read(of_methods(rows))]
    assert len(told[0]) == 3


def test_what_looks_like_the_number_of_a_sign_is_kept() -> None:
    """Also where two of them share a line between them, of which the documented methods keep the first."""
    assert put([("_x0041_x0042_", "_x0041__x0042_", "x0041_")])[1] == [
        "_x0041_x0042_",
        "_x0041__x0042_",
        "x0041_",
    ]


cells = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=9)


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=5))
def test_any_text_and_number_is_kept(rows: list[Row]) -> None:
    assert put(rows) == [[shown(cell) for cell in row] for row in read(of_methods(rows))]

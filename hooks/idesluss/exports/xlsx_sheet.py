"""A sheet of XlsxWriter's that takes whole rows: a cell by its own methods costs seven times as much.

This is the one place that leans on what XlsxWriter does not document: that with constant memory each row is
written to `fh` as soon as the next begins. A test compares its sheets with those of the documented methods.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from .csv_tables import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# What XML has no room for.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# What has to be written in another way, or with its spaces kept.
_NOT_AS_IT_IS = re.compile('["&<>\x00-\x1f\ufffe\uffff]|_x[0-9a-fA-F]{4}_|^\\s|\\s$')
_LONGEST = 32_767 // 2  # letters; a text that is longer may be more than Excel's cells hold


class TableSheet(Worksheet):  # type: ignore[misc]  # it ships no types
    """A sheet with a head, and rows of plain values below it."""

    def write_rows(self, rows: Sequence[Sequence[Any]]) -> None:
        """Write the rows below the first one, which has to be written already."""
        for number, cells in enumerate(zip(*_columns_of_cells(rows), strict=True), 1):
            if None in cells:
                self.write_cells(number, rows[number - 1])
            else:
                self._write_single_row(number)
                self.fh.write(f'<row r="{number + 1}">{"".join(cells)}</row>')
        if rows:
            self._write_single_row(len(rows))
            self._check_dimensions(len(rows), len(rows[0]) - 1)

    def write_cells(self, number: int, row: Iterable[Any]) -> None:
        """Write a row by the documented methods, which shorten what no cell holds."""
        for at, value in enumerate(row):
            if isinstance(value, bool):
                self.write_boolean(number, at, value)
            elif isinstance(value, int):
                self.write_number(number, at, value)
            elif value is not None:
                self.write_string(number, at, storable(listed(value) if isinstance(value, list) else value))


def _columns_of_cells(rows: Sequence[Sequence[Any]]) -> Iterable[list[str | None]]:
    """Of each column its cells as XML, None for what the documented methods have to shorten."""
    for at, column in enumerate(zip(*rows, strict=True)):
        name = xl_col_to_name(at)
        yield [_cell(f"{name}{number}", value) for number, value in enumerate(column, 2)]


def _cell(place: str, value: Any) -> str | None:
    if value is None:
        return ""
    if isinstance(value, list):
        value = listed(value)
    if isinstance(value, str):
        if len(value) > _LONGEST:
            return None
        return f'<c r="{place}" t="inlineStr"><is>{_text(value)}</is></c>'
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{value:d}</v></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def _text(words: str) -> str:
    if not _NOT_AS_IT_IS.search(words):
        return f"<t>{words}</t>"
    written = Worksheet._escape_control_characters(_NOT_IN_XML.sub("\ufffd", words))  # noqa: SLF001
    return f'<t xml:space="preserve">{escape(written)}</t>'


def storable(words: str) -> str:
    """Without what XML has no room for; and no text that XlsxWriter would take for markup of its own."""
    words = _NOT_IN_XML.sub("\ufffd", words)
    return f" {words}" if words.startswith("<r>") else words

"""All tables as one workbook, a sheet each, in which every text is a text and never a formula."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook

from .csv_tables import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.worksheet import Worksheet

    from .source import ExportSource
    from .table_rows import Rows
    from .tables import DataTable

# What XML has no room for.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDE, _NARROW = 30, 14
_LONGEST_NAME = 31  # of a sheet, by Excel


def xlsx_bytes(source: ExportSource, tables: Mapping[str, DataTable], rows: Rows) -> bytes:
    """The workbook; the same tables on the same day give the same bytes."""
    written = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(written, options)
    midnight = dt.datetime.combine(source.catalogue.today, dt.time(), dt.timezone.utc)  # noqa: UP017
    book.set_properties({"title": source.settings.name, "created": midnight})
    bold = book.add_format({"bold": True})
    for table in tables.values():
        sheet = book.add_worksheet(table.name[:_LONGEST_NAME])
        _write_sheet(sheet, table, rows[table.name], bold)
    book.close()
    return written.getvalue()


def _write_sheet(sheet: Worksheet, table: DataTable, rows: list[tuple[Any, ...]], bold: Any) -> None:
    sheet.freeze_panes(1, len(table.keys[:1]))
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, _WIDE if column.kind.name == "text" else _NARROW)
        sheet.write_string(0, at, column.name, bold)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(table.columns) - 1)
    for number, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            if value is not None:
                _write_cell(sheet, number, at, value)


def _write_cell(sheet: Worksheet, row: int, at: int, value: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, at, value if value.isprintable() and value[0] != "<" else _storable(value))
    elif isinstance(value, list):
        sheet.write_string(row, at, _storable(listed(value)))
    elif isinstance(value, bool):
        sheet.write_boolean(row, at, value)
    else:
        sheet.write_number(row, at, value)


def _storable(words: str) -> str:
    """Without what XML has no room for; and no text that XlsxWriter would take for markup of its own."""
    words = _NOT_IN_XML.sub("\ufffd", words)
    return f" {words}" if words.startswith("<r>") else words

"""All tables as one workbook, a sheet each, in which every text is a text and never a formula.

XlsxWriter makes the workbook with the heads alone; the rows are put into its sheets where they are packed.
A cell by its methods costs seven times as much, and it packs at a level that costs four times as much.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

from .xlsx_rows import sheet_with_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .source import ExportSource
    from .table_rows import Rows
    from .tables import DataTable

_WIDE, _NARROW = 30, 14
_LONGEST_NAME = 31  # of a sheet, by Excel
_LEVEL = 1  # of compression: a third larger than by the usual one, in a quarter of the time


def xlsx_bytes(source: ExportSource, tables: Mapping[str, DataTable], rows: Rows) -> bytes:
    """The workbook; the same tables on the same day give the same bytes."""
    sheets = {f"xl/worksheets/sheet{number}.xml": rows[name] for number, name in enumerate(tables, 1)}
    written = io.BytesIO()
    with ZipFile(_without_rows(source, tables, rows)) as heads, ZipFile(written, "w", ZIP_DEFLATED) as book:
        for part in heads.infolist():
            content = heads.read(part)
            if sheets.get(part.filename):
                content = sheet_with_rows(content, sheets[part.filename])
            book.writestr(part, content, compresslevel=_LEVEL)
    return written.getvalue()


def _without_rows(source: ExportSource, tables: Mapping[str, DataTable], rows: Rows) -> io.BytesIO:
    """The workbook with the head of each table, and a number where its last row ends."""
    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True})
    midnight = dt.datetime.combine(source.catalogue.today, dt.time(), dt.timezone.utc)  # noqa: UP017
    book.set_properties({"title": source.settings.name, "created": midnight})
    bold = book.add_format({"bold": True})
    for table in tables.values():
        sheet = book.add_worksheet(table.name[:_LONGEST_NAME])
        sheet.freeze_panes(1, len(table.keys[:1]))
        for at, column in enumerate(table.columns):
            sheet.set_column(at, at, _WIDE if column.kind.name == "text" else _NARROW)
            sheet.write_string(0, at, column.name, bold)
        if rows[table.name]:
            end = len(rows[table.name]), len(table.columns) - 1
            sheet.autofilter(0, 0, *end)
            sheet.write_number(*end, 0)
    book.close()
    return written

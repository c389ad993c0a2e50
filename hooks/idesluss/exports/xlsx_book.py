"""All tables as one workbook, a sheet each, in which every text is a text and never a formula."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

from xlsxwriter import Workbook

from .xlsx_sheet import TableSheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .source import ExportSource
    from .table_rows import Rows
    from .tables import DataTable

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
        sheet = book.add_worksheet(table.name[:_LONGEST_NAME], TableSheet)
        _write_sheet(sheet, table, rows[table.name], bold)
    book.close()
    return written.getvalue()


def _write_sheet(sheet: TableSheet, table: DataTable, rows: list[tuple[Any, ...]], bold: Any) -> None:
    sheet.freeze_panes(1, len(table.keys[:1]))
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, _WIDE if column.kind.name == "text" else _NARROW)
        sheet.write_string(0, at, column.name, bold)
    if rows:
        sheet.autofilter(0, 0, len(rows), len(table.columns) - 1)
    sheet.write_rows(rows)

"""Tables as CSV by RFC 4180, and as Excel opens them with a double click where commas part decimals.

The writer of the standard library goes through every sign of every cell, once for each of the two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from .columns import by_column, listed
from .formulas import is_harmless, protected

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .tables import DataTable
    from .value_kinds import ValueKind

_MARK = "\ufeff"  # by which Excel knows UTF-8
# What has to stand between quotation marks where commas part cells, and where semicolons do.
_QUOTED, _QUOTED_FOR_EXCEL = re.compile(r'[,"\r\n]'), re.compile(r'[;"\r\n]')


class CsvFiles(NamedTuple):
    """A table as RFC 4180 has it, and the same with semicolons and a mark for UTF-8."""

    plain: bytes
    excel: bytes


def csv_files(table: DataTable, rows: Sequence[Sequence[Any]]) -> CsvFiles:
    """The table with a head; lines end in CRLF, and no text begins a formula."""
    plain, excel = [], []
    for column, values in zip(table.columns, by_column(rows, len(table.columns)), strict=True):
        cells, cells_for_excel = _cells(column.kind, values)
        plain.append([column.name, *cells])
        excel.append([column.name, *cells_for_excel])
    return CsvFiles(_lines(plain, ","), _lines(excel, ";", _MARK))


def _lines(columns: Iterable[Sequence[str]], delimiter: str, mark: str = "") -> bytes:
    lines = map(delimiter.join, zip(*columns, strict=True))
    return b"".join([mark.encode(), *(f"{line}\r\n".encode() for line in lines)])


def _cells(kind: ValueKind, values: Sequence[Any]) -> tuple[Sequence[str], Sequence[str]]:
    """How the values of a column stand between commas, and between semicolons."""
    if kind.is_list:
        values = [value and listed(value) for value in values]
    elif kind.name not in {"text", "url"}:
        cells = ["" if value is None else str(value) for value in values]
        if kind.name == "boolean":
            cells = list(map(str.lower, cells))
        return cells, cells
    known = {text: _cells_of(text or "") for text in set(values)}
    plain = {text: cells[0] for text, cells in known.items()}
    excel = {text: cells[1] for text, cells in known.items()}
    return [plain[text] for text in values], [excel[text] for text in values]


def _cells_of(text: str) -> tuple[str, str]:
    if is_harmless(text):
        return text, text
    safe = protected(text)
    quoted = '"' + safe.replace('"', '""') + '"'
    return quoted if _QUOTED.search(safe) else safe, quoted if _QUOTED_FOR_EXCEL.search(safe) else safe

"""Tables as CSV by RFC 4180, and as Excel opens them with a double click where commas part decimals."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, NamedTuple

from .formulas import protected

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .tables import DataTable
    from .value_kinds import ValueKind

BETWEEN = ";"  # between the values of a list
_MARK = "\ufeff"  # by which Excel knows UTF-8


class CsvTexts(NamedTuple):
    """A table as RFC 4180 has it, and the same with semicolons and a mark for UTF-8."""

    plain: str
    excel: str


def csv_texts(table: DataTable, rows: Iterable[tuple[Any, ...]]) -> CsvTexts:
    """The table with a head; lines end in CRLF, and no text begins a formula."""
    kinds, head = [column.kind for column in table.columns], [column.name for column in table.columns]
    columns = map(_cells, kinds, zip(*rows, strict=True))
    lines = [head, *zip(*columns, strict=True)]
    return CsvTexts(_written(lines, ","), _MARK + _written(lines, ";"))


def _written(lines: Iterable[Iterable[Any]], delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(lines)
    return text.getvalue()


def _cells(kind: ValueKind, values: Iterable[Any]) -> Iterable[Any]:
    """How the values of a column stand in its cells."""
    if kind.is_list:
        return [value and protected(listed(value)) for value in values]
    if kind.name == "boolean":
        return [value if value is None else str(value).lower() for value in values]
    return [value and protected(value) for value in values] if kind.name in {"text", "url"} else values


def listed(values: Iterable[Any]) -> str:
    """The values of a list in one cell."""
    return BETWEEN.join(map(str, values))

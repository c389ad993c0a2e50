"""Tables as CSV by RFC 4180, and as Excel opens them with a double click where commas part decimals."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, NamedTuple

from .formulas import protected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
    cells = [_cell(column.kind) for column in table.columns]
    head = tuple(column.name for column in table.columns)
    lines = [head, *(tuple(cell(value) for cell, value in zip(cells, row, strict=True)) for row in rows)]
    return CsvTexts(_written(lines, ","), _MARK + _written(lines, ";"))


def _written(lines: list[tuple[Any, ...]], delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(lines)
    return text.getvalue()


def _cell(kind: ValueKind) -> Callable[[Any], Any]:
    """How a value of the kind stands in a cell."""
    if kind.is_list:
        return lambda values: values and protected(listed(values))
    if kind.name == "boolean":
        return lambda value: value if value is None else str(value).lower()
    return (lambda value: value and protected(value)) if kind.name in {"text", "url"} else _same


def _same(value: Any) -> Any:
    return value


def listed(values: Iterable[Any]) -> str:
    """The values of a list in one cell."""
    return BETWEEN.join(map(str, values))

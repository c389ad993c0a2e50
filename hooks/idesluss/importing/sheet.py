"""A sheet as it was read: rows of named cells, each with the number that the spreadsheet shows beside it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from ..words.characters import fold
from ..words.spoken_forms import forms_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_MOST_ROWS = 200_000
Scalar = str | int | float | dt.date
Cell = Scalar | tuple[Scalar, ...]
MOST_BYTES = 200_000_000
_LONGEST_HEADING, _FEW = 40, 3  # characters, columns
_HEADER_WITHIN = 20  # rows in which a header is looked for, below a title and remarks


class UnreadableSheet(Exception):  # noqa: N818  # it is the sheet that is told of
    """A file that no rows can be read from; `key` names the words, and `values` fill them."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


class FailedCell(str):
    """A cell whose formula has no value: its error, or the formula itself."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Lost:
    """What stands in a row and is no value of it: `key` names the words that tell why."""

    key: Literal["formula", "name_twice"]
    column: str
    before: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet, its filled cells by the names of their columns, and what was lost."""

    number: int
    cells: Mapping[str, Cell]
    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceSheet:
    """The rows that hold something, and what was taken for granted in reading: key of words to a value."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    taken: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetForm:
    """What a map says of how the sheet is to be read; what it does not say is found out."""

    sheet: str | None = None
    header: int | None = None
    separator: str | None = None
    encoding: str | None = None
    records: str | None = None


def sheet_of_lines(
    lines: Sequence[Sequence[Cell]], reading: SheetForm, taken: Mapping[str, object]
) -> SourceSheet:
    """The sheet in lines of cells, the first of which may be a title or empty."""
    at = (reading.header or _header(lines)) - 1
    if at >= len(lines):
        raise UnreadableSheet("no_rows")
    refuse_many(len(lines))
    names = _named([cell_text(cell) for cell in lines[at]], max(map(len, lines), default=0))
    rows = tuple(_rows(lines, at, names))
    used = {name for row in rows for name in row.cells}
    written = {name for name, cell in zip(names, lines[at], strict=False) if cell_text(cell)}
    columns = tuple(name for name in names if name in used or name in written)
    return SourceSheet(columns, rows, {**taken, "header": at + 1} if at else taken)


def refuse_large(size: int) -> None:
    """Raise UnreadableSheet where there are more bytes than are read at once."""
    if size > MOST_BYTES:
        raise UnreadableSheet("too_large", size=size // 10**6, limit=MOST_BYTES // 10**6)


def refuse_many(count: int) -> None:
    """Raise UnreadableSheet where there are more rows than are read at once."""
    if count > _MOST_ROWS:
        raise UnreadableSheet("many_rows", count=count, limit=_MOST_ROWS)


def _rows(lines: Sequence[Sequence[Cell]], header: int, names: Sequence[str]) -> Iterator[Row]:
    for number, line in enumerate(lines[header + 1 :], header + 2):
        filled = {name: cell for name, cell in zip(names, line, strict=False) if is_filled(cell)}
        failed = [name for name, cell in filled.items() if has_failed(cell)]
        lost = tuple(Lost("formula", name, cell_text(filled.pop(name))) for name in failed)
        if filled or lost:
            yield Row(number, filled, lost)


def has_failed(cell: Cell) -> bool:
    """Whether a spreadsheet shows an error in the cell, in any language that it is used in."""
    return isinstance(cell, FailedCell) or (
        isinstance(cell, str) and cell[:1] == "#" and fold(cell) in forms_of("importing.failed_cell")
    )


def _header(lines: Sequence[Sequence[Cell]]) -> int:
    """The number of the first line with at least half as many words as the widest has cells."""
    first = lines[:_HEADER_WITHIN]
    counts = [sum(isinstance(cell, str) and bool(cell.strip()) for cell in line) for line in first]
    widest = max((sum(map(is_filled, line)) for line in first), default=0)
    at = next((at for at, count in enumerate(counts, 1) if count and count * 2 >= widest), 1)
    return at + 1 if at < len(first) and _are_groups(first[at - 1], first[at]) else at


def _are_groups(line: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """Whether a line stands above the headings, a word for some of them: `Tid` above `Start` and `Slut`."""
    groups, words = ([cell_text(cell).strip() for cell in cells] for cells in (line, below))
    filled = [group for group in groups if group]
    return (
        len(words) > _FEW
        and len(filled) * 2 <= len(words) + 1
        and len(set(filled)) == len(filled)
        and len(set(words)) == len(words)
        and all(0 < len(word) <= _LONGEST_HEADING and not re.search("[0-9]", word) for word in words)
    )


def _named(written: Sequence[str], width: int) -> list[str]:
    """A name for each column: its own, its number where it has none, and a number after one that is taken."""
    names: list[str] = []
    for at in range(width):
        own = " ".join(written[at].split()) if at < len(written) else ""
        name, number = own or str(at + 1), 2
        while name in names:
            name, number = f"{own or at + 1} ({number})", number + 1
        names.append(name)
    return names


def is_filled(cell: Cell) -> bool:
    """Whether a cell holds more than space."""
    return bool(cell.strip()) if isinstance(cell, str) else cell != ()


def cell_text(cell: Cell) -> str:
    """A cell as a person would write it; several values with commas between."""
    if isinstance(cell, tuple):
        return ", ".join(map(cell_text, cell))
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime):
        return str(cell.date()) if cell.time() == dt.time() else str(cell)
    return str(cell)

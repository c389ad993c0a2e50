"""Vocabularies as tables that a spreadsheet opens: a row for each term, a named column for each value."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..words.characters import plain
from .document import Document, take_text
from .problem import Place, one_of
from .table_columns import KEY, TableCell, columns_of, lacking_fields, term_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MOST_PROBLEMS = 20
# A cell: all between quotation marks, where those within are doubled, or all up to the next separator.
_CELL = {sign: re.compile(rf'"(?:[^"]|"")*"|[^{sign}\n]*') for sign in ",;"}
_FORMULA = ("=", "+", "-", "@")


@dataclass
class TermTable(Document):
    """A vocabulary that was read from a table; `cells` are the columns' names by line and column.

    `former` are the cells of the first row that name columns as they were called before.
    """

    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    former: list[TableCell] = field(default_factory=list)
    adds: bool = False

    def lacking(self, vocabulary: str, named: Mapping[str, object]) -> list[str]:
        """The fields that a term must have and no column of these names gives."""
        return [] if self.adds else lacking_fields(vocabulary, named)

    def place(self, line: int = 0, column: int = 0, length: int = 1) -> Place:
        """A spot in the file, with the name of the column that begins there."""
        spot = super().place(line, column, length)
        return replace(spot, cell=self.cells.get((line, column), ""))

    def refuse(self, key: str, cell: TableCell, /, **values: object) -> None:
        """Keep what is wrong with a cell, or with what begins there."""
        place = self.place(cell.line, cell.column, cell.length)
        self.problems.append(self.problem(place, "vocabulary", key, **values))


def parse_table(
    path: str,
    content: bytes,
    vocabulary: str,
    columns: Mapping[str, str] = MappingProxyType({}),
    *,
    adds: bool = False,
) -> TermTable:
    """The terms in these bytes, as fields of a file would say them. Nothing is raised.

    `columns` are what columns are called now, by their former names. One that `adds` to a list of the
    program's need not say again what stands there.
    """
    table = TermTable(path, adds=adds)
    text = take_text(table, content)
    if text is None:
        return table
    rows = _rows(table, ";" if ";" in table.lines[0] else ",")
    first = [_named_now(table, cell, columns) for cell in next(rows, [])]
    if not table.problems and _is_header(table, first, vocabulary):
        _read_terms(table, rows, first, vocabulary)
    return table


def _named_now(table: TermTable, cell: TableCell, columns: Mapping[str, str]) -> TableCell:
    """The cell of the first row with what its column is called now."""
    if cell.value not in columns:
        return cell
    table.former.append(cell)
    return cell._replace(value=columns[cell.value])


def _rows(table: TermTable, sign: str) -> Iterator[list[TableCell]]:
    """The rows that hold something, as far as they can be read."""
    lines = [f"{line}\n" for line in table.lines]
    reader = csv.reader(lines, delimiter=sign, strict=True)
    first = 0
    while True:
        try:
            values = next(reader, None)
        except csv.Error as error:
            _refuse_quotes(table, error, first + 1, reader.line_num)
            return
        if values is None:
            return
        if any(value.strip() for value in values):
            written = "".join(lines[first : reader.line_num])
            yield list(_placed(values, written, first + 1, _CELL[sign]))
        first = reader.line_num


def _refuse_quotes(table: TermTable, error: csv.Error, first: int, last: int) -> None:
    """Only quotation marks make rows that cannot be read: something follows one, or none ends the cell."""
    is_after = "expected after" in str(error)
    line, key = (last, "vocabulary.after_quote") if is_after else (first, "vocabulary.quote")
    table.refuse(key, TableCell("", line, 1, len(table.line(line))))


def _placed(values: Sequence[str], written: str, line: int, pattern: re.Pattern[str]) -> Iterator[TableCell]:
    """The cells of a row, found again in what is written, as the reader of rows tells no columns."""
    at = start = 0
    for value in values:
        match = pattern.match(written, at)
        end = match.end() if match else at
        breaks = written.count("\n", at, end)
        yield TableCell(value.strip(), line, at - start + 1, 1 if breaks else max(1, end - at))
        if breaks:
            line, start = line + breaks, written.rindex("\n", at, end) + 1
        at = end + 1


def _is_header(table: TermTable, cells: Sequence[TableCell], vocabulary: str) -> bool:
    """Whether the first row names the columns: each that must be there, once, and no other."""
    known, names = [KEY, *columns_of(vocabulary)], [cell.value for cell in cells]
    for at, cell in enumerate(cells):
        if cell.value and cell.value not in known:
            name = plain(cell.value, 60)
            table.refuse("vocabulary.column", cell, name=name, choices=one_of(known))
        elif cell.value and cell.value in names[:at]:
            table.refuse("vocabulary.column_twice", cell, name=cell.value)
        if len(table.problems) == MOST_PROBLEMS:
            break
    lacking = [] if KEY in names else [KEY]
    for name in [] if table.problems else [*lacking, *table.lacking(vocabulary, dict.fromkeys(names))]:
        table.refuse("vocabulary.no_column", TableCell("", 1, 1, 1), name=name, choices=one_of(known))
    return not table.problems


def _read_terms(
    table: TermTable, rows: Iterator[list[TableCell]], header: Sequence[TableCell], vocabulary: str
) -> None:
    for cells in rows:
        if len(table.problems) >= MOST_PROBLEMS:
            return
        if len(cells) > len(header):
            table.refuse("vocabulary.wide", cells[len(header)])
            continue
        # Spreadsheets leave out separators after which nothing follows in a row.
        columns = list(zip((cell.value for cell in header), cells, strict=False))
        unnamed = next((cell for name, cell in columns if cell.value and not name), None)
        if unnamed:
            table.refuse("vocabulary.no_name", unnamed)
        row = {name: cell for name, cell in columns if name}
        table.cells |= {(cell.line, cell.column): name for name, cell in row.items()}
        if _is_sound(table, row, vocabulary):
            key = row[KEY]
            table.front.value[key.value] = term_of(vocabulary, _filled(row))
            if table.front.keys is not None:
                table.front.keys[key.value] = (key.line, key.column)


def _filled(row: Mapping[str, TableCell]) -> dict[str, TableCell]:
    return {name: cell for name, cell in row.items() if cell.value}


def _is_sound(table: TermTable, row: Mapping[str, TableCell], vocabulary: str) -> bool:
    """Whether a row has a key of its own, all that a term needs, and nothing that a spreadsheet would run."""
    count, filled = len(table.problems), _filled(row)
    formula = next((cell for cell in filled.values() if cell.value.startswith(_FORMULA)), None)
    if formula:
        table.refuse("vocabulary.formula", formula, sign=formula.value[0])
    key = filled.get(KEY)
    if key is None:
        table.refuse("vocabulary.no_key", row.get(KEY, next(iter(row.values()))))
    elif key.value in table.front.value:
        before = table.front.value[key.value].line
        table.refuse("vocabulary.key_twice", key, name=plain(key.value, 60), first=before)
    elif lacking := table.lacking(vocabulary, filled):
        columns = columns_of(vocabulary)
        empty = {
            name: cell for name, cell in row.items() if name in columns and columns[name].field in lacking
        }
        table.refuse("vocabulary.empty", next(iter(empty.values()), key), columns=one_of([*empty] or lacking))
    return len(table.problems) == count

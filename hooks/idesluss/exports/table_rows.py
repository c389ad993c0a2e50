"""The rows of every table, taken out of what the JSON holds, so that the two cannot tell different things."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ..model import Call, Idea, Plan, Settings
from .derived_columns import BESIDE
from .layout import NUMBER, TERMS, layout_of
from .plain_values import plain_value
from .tables import FILE, ROOTS, all_tables, column_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from .catalogue_json import PlainCatalogue
    from .derived_columns import Row
    from .layout import Branch
    from .source import ExportSource

Rows = dict[str, list[tuple[Any, ...]]]
_Emitted = tuple[str, "Row"]
_FACTS = "facts"


def rows_of_tables(source: ExportSource, whole: PlainCatalogue) -> Rows:
    """DataTable to its rows, each with a value for every column; None where nothing is said."""
    tables = all_tables()
    rows: Rows = {name: [] for name in tables}
    columns = {name: tuple(column.name for column in table.columns) for name, table in tables.items()}
    for name, row in _emitted(source, whole):
        rows[name].append(tuple(map(row.get, columns[name])))
    return rows


def _emitted(source: ExportSource, whole: PlainCatalogue) -> Iterator[_Emitted]:
    for entry in whole.entries:
        keys = {"idea": entry["slug"]}
        yield from _rows_of_file({**entry["idea"], _FACTS: entry[_FACTS]}, Idea, keys)
        if "plan" in entry:
            yield from _rows_of_file(entry["plan"], Plan, keys)
    for call in whole.calls:
        yield from _rows_of_file(call["call"], Call, {"call": call["slug"]})
    yield from _rows_of_file(whole.settings, Settings, {})
    for beside in BESIDE:
        yield from ((beside.name, plain_value(row)) for row in beside.rows(source))


def _rows_of_file(record: Row, kind: type[BaseModel], keys: Row) -> Iterator[_Emitted]:
    yield from _rows_of_record(record, kind, ROOTS[kind][0], keys, kind.__name__.lower())


def _rows_of_record(
    record: Row, kind: type[BaseModel], table: str, keys: Row, file: str
) -> Iterator[_Emitted]:
    """The record's row, and those of the records within it."""
    row = {FILE: file, **keys}
    branches: list[tuple[Branch, Any]] = []
    _fill(row, branches, record, _places(kind, tuple(keys)))
    yield table, row
    for branch, within in branches:
        yield from _rows_of_branch(within, branch, keys, file)


def _rows_of_branch(within: Any, branch: Branch, keys: Row, file: str) -> Iterator[_Emitted]:
    for named, record in _named(within, branch):
        yield from _rows_of_record(record, branch.record, branch.table, {**keys, **named}, file)


def _named(within: Any, branch: Branch) -> Iterable[tuple[Row, Row]]:
    """Each record of a branch with what tells it apart from the others."""
    if isinstance(within, list):
        return (({NUMBER: number}, record) for number, record in enumerate(within, 1))
    if branch.table == TERMS:
        return (({"vocabulary": branch.field, "key": key}, record) for key, record in within.items())
    return (({branch.keys[0]: key}, record) for key, record in within.items())


class _Places(NamedTuple):
    """Where each field of a record goes: into a column, into other columns by its own fields, or beside."""

    columns: dict[str, str]
    within: dict[str, _Places]
    branches: dict[str, Branch]


def _fill(row: Row, branches: list[tuple[Branch, Any]], record: Row, places: _Places) -> None:
    columns, within, beside = places
    for name, value in record.items():
        if name in columns:
            row[columns[name]] = value
        elif name in within:
            _fill(row, branches, value, within[name])
        elif name in beside:
            branches.append((beside[name], value))
        elif name == _FACTS:
            row |= value


@cache
def _places(kind: type[BaseModel], keys: tuple[str, ...]) -> _Places:
    """Those of a record; `keys` are the columns that the row has already."""
    layout = layout_of(kind)
    places = _Places({}, {}, {})
    for path, column in layout.columns:
        _inner(places, path).columns[path[-1]] = column_name(column.name, keys)
    for branch in layout.branches:
        _inner(places, branch.path).branches[branch.field] = branch
    return places


def _inner(places: _Places, path: tuple[str, ...]) -> _Places:
    """The places of the record that the last field of a way lies in."""
    for name in path[:-1]:
        places = places.within.setdefault(name, _Places({}, {}, {}))
    return places

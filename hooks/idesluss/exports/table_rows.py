"""The rows of every table, taken out of what the JSON holds, so that the two cannot tell different things."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ..model import Call, Idea, Plan, Settings
from .beside_tables import BESIDE
from .layout import NUMBER, TERMS, layout_of
from .tables import FILE, ROOTS, all_tables, column_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

    from .catalogue_json import PlainCatalogue
    from .derived_columns import Row
    from .layout import Branch

Rows = dict[str, list[tuple[Any, ...]]]
_FACTS = "facts"


def rows_of_tables(whole: PlainCatalogue) -> Rows:
    """Table to its rows, each with a value for every column; None where nothing is said."""
    rows: Rows = {name: [] for name in all_tables()}
    for entry in whole.entries:
        keys = {"idea": entry["slug"]}
        _add_file(rows, {**entry["idea"], _FACTS: entry[_FACTS]}, Idea, keys)
        if "plan" in entry:
            _add_file(rows, entry["plan"], Plan, keys)
    for call in whole.calls:
        _add_file(rows, call["call"], Call, {"call": call["slug"]})
    _add_file(rows, whole.settings, Settings, {})
    for beside in BESIDE:
        columns = [column.name for column in beside.columns]
        rows[beside.name] = [tuple(map(row.get, columns)) for row in beside.rows(whole)]
    return rows


def _add_file(rows: Rows, record: Row, kind: type[BaseModel], keys: Row) -> None:
    _add(rows, record, kind, ROOTS[kind][0], {FILE: kind.__name__.lower(), **keys})


def _add(rows: Rows, record: Row, kind: type[BaseModel], table: str, keys: Row) -> None:
    """The record's row, and those of the records within it."""
    places = _places(kind, table, tuple(keys))
    row: list[Any] = [None] * places.width
    for name, value in keys.items():
        if name in places.keys:
            row[places.keys[name]] = value
    branches: list[tuple[Branch, Any]] = []
    _fill(row, branches, record, places)
    rows[table].append(tuple(row))
    for branch, within in branches:
        for named, inner in _named(within, branch):
            _add(rows, inner, branch.record, branch.table, {**keys, **named})


def _named(within: Any, branch: Branch) -> Iterable[tuple[Row, Row]]:
    """Each record of a branch with what tells it apart from the others."""
    if isinstance(within, list):
        return (({NUMBER: number}, record) for number, record in enumerate(within, 1))
    if branch.table == TERMS:
        return (({"vocabulary": branch.field, "key": key}, record) for key, record in within.items())
    return (({branch.keys[0]: key}, record) for key, record in within.items())


class _Places(NamedTuple):
    """Where each field of a record goes: into a column, into other columns by its own fields, or beside.

    Columns are told by their number in the table, also those of what follows from the record and of its keys.
    """

    width: int
    keys: dict[str, int]
    facts: dict[str, int]
    columns: dict[str, int]
    within: dict[str, _Places]
    branches: dict[str, Branch]


def _fill(row: list[Any], branches: list[tuple[Branch, Any]], record: Row, places: _Places) -> None:
    columns, within, beside = places.columns, places.within, places.branches
    for name, value in record.items():
        if name in columns:
            row[columns[name]] = value
        elif name in within:
            _fill(row, branches, value, within[name])
        elif name in beside:
            branches.append((beside[name], value))
        elif name == _FACTS:
            for fact, followed in value.items():
                row[places.facts[fact]] = followed


@cache
def _places(kind: type[BaseModel], table: str, keys: tuple[str, ...]) -> _Places:
    """Those of a record in its table; `keys` are what is known of whose it is and which."""
    at = {column.name: number for number, column in enumerate(all_tables()[table].columns)}
    own = set(keys) - {FILE}
    layout = layout_of(kind)
    places = _Places(len(at), {key: at[key] for key in keys if key in at}, at, {}, {}, {})
    for path, column in layout.columns:
        _inner(places, path).columns[path[-1]] = at[column_name(column.name, own)]
    for branch in layout.branches:
        _inner(places, branch.path).branches[branch.field] = branch
    return places


def _inner(places: _Places, path: tuple[str, ...]) -> _Places:
    """The places of the record that the last field of a way lies in."""
    for name in path[:-1]:
        places = places.within.setdefault(name, places._replace(columns={}, within={}, branches={}))
    return places

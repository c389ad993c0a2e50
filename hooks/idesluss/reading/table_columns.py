"""The columns that a vocabulary's table may have: what the model says of its terms, on one line."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, get_origin

from ..model import Localised, Settings, record_in
from ..words import LANGUAGES
from .strict_yaml import Node

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..words import Language

KEY = "key"


class TableCell(NamedTuple):
    """What stands in a cell, and where it begins."""

    value: str
    line: int
    column: int
    length: int

    def node(self) -> Node:
        """The cell as a value of a file."""
        return Node(self.value, self.line, self.column, self.length)


class Column(NamedTuple):
    """A field that cells fill. What they say without a language holds in those that have no column."""

    field: str
    language: Language | None = None
    is_required: bool = True
    is_list: bool = False


@cache
def columns_of(vocabulary: str) -> dict[str, Column]:
    """The columns beside the key, by name."""
    record = record_in(Settings.model_fields[vocabulary].annotation)
    columns: dict[str, Column] = {}
    for name, field in record.model_fields.items() if record else ():
        is_list, is_required = get_origin(field.annotation) is tuple, field.is_required()
        within = record_in(field.annotation)
        if within and issubclass(within, Localised):
            columns |= {f"{name}_{own}": Column(name, own, is_required) for own in LANGUAGES}
        columns[name] = Column(name, None, is_required, is_list)
    return columns


def lacking_fields(vocabulary: str, named: Mapping[str, object]) -> list[str]:
    """The fields that a term must have, where no column of these names gives them."""
    columns = columns_of(vocabulary)
    given = {columns[name].field for name in named if name in columns}
    return [field for field in {c.field: c for c in columns.values() if c.is_required} if field not in given]


def term_of(vocabulary: str, named: Mapping[str, TableCell]) -> Node:
    """The term as the fields of a file would say it, of the cells that hold something by column."""
    key, columns = named[KEY], columns_of(vocabulary)
    term = Node({}, key.line, key.column, key.length, keys={})
    fields: dict[str, dict[Language | None, TableCell]] = {}
    for name, column in columns.items():
        if name in named:
            fields.setdefault(column.field, {})[column.language] = named[name]
    for field, cells in fields.items():
        term.value[field] = _value(cells, is_list=columns[field].is_list)
        if term.keys is not None:
            first = next(iter(cells.values()))
            term.keys[field] = (first.line, first.column)
    return term


def _value(cells: Mapping[Language | None, TableCell], *, is_list: bool) -> Node:
    first = next(iter(cells.values()))
    if is_list:
        items = [Node(word, *first[1:]) for word in first.value.split()]
        return Node(items, *first[1:])
    if None in cells and len(cells) == 1:
        return first.node()
    spoken = {own: cell for own in LANGUAGES if (cell := cells.get(own) or cells.get(None))}
    keys = {own: (cell.line, cell.column) for own, cell in spoken.items()}
    return Node({own: cell.node() for own, cell in spoken.items()}, *first[1:], keys=keys)

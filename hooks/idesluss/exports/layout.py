"""How a record lies in tables: its own values as columns, and the records that it holds as tables beside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from ..model import Settings, VocabularyTerm, record_in
from ..model.vocabulary import vocabulary_of
from .value_kinds import TEXT, ValueKind, value_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

# Fields that do not say what a row of their table is, or whose name another table has.
_TABLE_NAMES = {("Plan", "budget"): "budget_lines", ("Plan", "roles"): "plan_roles"} | {
    ("Call", "figures"): "call_figures",
    ("Accessibility", "untested"): "accessibility_untested",
    ("Accessibility", "deficiencies"): "accessibility_deficiencies",
    ("Accessibility", "burdens"): "accessibility_burdens",
    ("Accessibility", "outside"): "accessibility_outside",
}
TERMS = "terms"
NUMBER = "number"


class RecordField(NamedTuple):
    """A field of a record of the model."""

    record: type[BaseModel]
    name: str


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column of a table, and the fields that lead to its value from the record that the row is of.

    A column that holds no field of the model has none. `vocabulary` is where the value is a key.
    """

    name: str
    kind: ValueKind
    fields: tuple[RecordField, ...] = ()
    vocabulary: str | None = None
    is_required: bool = False


class PlacedColumn(NamedTuple):
    """A column, and the way to its value from the record that the row is of."""

    path: tuple[str, ...]
    column: DataColumn


class Branch(NamedTuple):
    """Records within a record that have a table of their own, and the way to them.

    `keys` are the names of the columns that tell its rows apart, besides those of the record that holds them.
    """

    path: tuple[str, ...]
    table: str
    keys: tuple[str, ...]
    record: type[BaseModel]
    owner: type[BaseModel]

    @property
    def field(self) -> str:
        """The field that holds the records."""
        return self.path[-1]


class Layout(NamedTuple):
    """The columns and branches of a record, in the order of its fields."""

    columns: tuple[PlacedColumn, ...]
    branches: tuple[Branch, ...]


@cache
def layout_of(record: type[BaseModel]) -> Layout:
    """Where each field of the record lies, those of single records within it included."""
    placed = list(_placed(record, (), is_required=True))
    columns = (item for item in placed if isinstance(item, PlacedColumn))
    return Layout(tuple(columns), tuple(item for item in placed if isinstance(item, Branch)))


def _placed(
    record: type[BaseModel], way: tuple[RecordField, ...], *, is_required: bool
) -> Iterator[PlacedColumn | Branch]:
    for name, field in record.model_fields.items():
        here, within = (*way, RecordField(record, name)), record_in(field.annotation)
        path = tuple(at.name for at in here)
        needed = is_required and field.is_required()
        if within is None:
            yield PlacedColumn(path, _column(here, is_required=needed))
        elif _is_single(field.annotation):
            yield from _placed(within, here, is_required=needed)
        else:
            yield _branch(record, path, within)


def _column(way: tuple[RecordField, ...], *, is_required: bool) -> DataColumn:
    record, name = way[-1]
    kind = value_kind(record.model_fields[name])
    joined = "_".join(at.name for at in way)
    return DataColumn(joined, kind, way, vocabulary_of(record, name), is_required)


def _is_single(annotation: Any) -> bool:
    """Whether the annotation is of one record, or none, rather than of several."""
    origins = {get_origin(annotation), *map(get_origin, get_args(annotation))}
    return not origins & {tuple, dict}


def _branch(owner: type[BaseModel], path: tuple[str, ...], record: type[BaseModel]) -> Branch:
    field = path[-1]
    if get_origin(owner.model_fields[field].annotation) is not dict:
        return Branch(path, _TABLE_NAMES.get((owner.__name__, field), field), (NUMBER,), record, owner)
    if owner is Settings and issubclass(record, VocabularyTerm):
        return Branch(path, TERMS, ("vocabulary", "key"), record, owner)
    return Branch(path, field, (_one_of(field),), record, owner)


def _one_of(plural: str) -> str:
    """The key of an item of a collection: `stage` of `stages`; translations are known by their language."""
    if plural == "translations":
        return "language"
    return plural.removesuffix("ies") + "y" if plural.endswith("ies") else plural.removesuffix("s")


def key_column(name: str, vocabulary: str | None = None) -> DataColumn:
    """A column that tells rows apart and is no field of the record."""
    kind = ValueKind("integer") if name == NUMBER else TEXT
    return DataColumn(name, kind, vocabulary=vocabulary)

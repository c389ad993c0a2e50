"""All tables of the open data with their columns: those of the model, and what follows from the catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from ..model import Call, Idea, Plan, Settings, field_help, field_title
from ..words import Text, in_every, keys, language_name, text
from ..words.language import SOURCE
from .beside_tables import BESIDE
from .derived_columns import OF_DECISIONS, OF_GRANTS, OF_IDEAS
from .layout import NUMBER, TERMS, key_column, layout_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from pydantic import BaseModel

    from .layout import DataColumn

# The tables of whole files, with the column that tells whose a row is.
ROOTS: dict[type[BaseModel], tuple[str, str | None]] = {
    Idea: ("ideas", "idea"),
    Plan: ("plans", "idea"),
    Call: ("calls", "call"),
    Settings: ("catalogue", None),
}
FILE = "file"
# What most people come for, in the order that they are listed; the others follow.
_FIRST = (
    "ideas",
    "plans",
    "budget_lines",
    "decisions",
    "grants",
    "effects",
    "relations",
    "milestones",
    "organisations",
    "figures",
)
FIRST_TABLES = len(_FIRST)
_VOCABULARIES = {"idea": "ideas", "call": "calls"}


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table: `keys` come first among its `columns`, and tell whose a row is and which.

    `origin` is a record and its field where the rows lie in such a field of the model.
    """

    name: str
    keys: tuple[DataColumn, ...]
    columns: tuple[DataColumn, ...]
    origin: tuple[type[BaseModel], str] | None = None

    @property
    def is_told_by_keys(self) -> bool:
        """Whether each row has a value in every key, so that they tell it apart from all others."""
        return bool(self.keys) and sum(key.name not in {FILE, NUMBER} for key in self.keys) <= (
            2 if self.name == TERMS else 1
        )

    @property
    def title(self) -> Text:
        """What the table is called."""
        key = f"data.table.{self.name}.title"
        return field_title(*self.origin) if self.origin and key not in keys(SOURCE) else text(key)

    @property
    def help(self) -> Text:
        """What a row is."""
        return text(f"data.table.{self.name}.row")


@dataclass(slots=True)
class _Draft:
    """A table while records are walked through: each column once, in the order that it is met."""

    origin: tuple[type[BaseModel], str] | None
    keys: dict[str, DataColumn] = field(default_factory=dict)
    columns: dict[str, DataColumn] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)

    def table(self, name: str) -> DataTable:
        """The finished table; with a column for the file where its rows come from several."""
        known = dict(self.keys)
        if len(self.files) > 1:
            known |= {FILE: key_column(FILE)}
        order = {key: known.pop(key) for key in (*_VOCABULARIES, FILE) if key in known} | known
        if NUMBER in order:
            order[NUMBER] = order.pop(NUMBER)
        ordered = tuple(order.values())
        own = [column for column in self.columns.values() if column.name not in order]
        return DataTable(name, ordered, (*ordered, *own), self.origin)


@cache
def all_tables() -> dict[str, DataTable]:
    """Every table by its name, in order."""
    drafts: dict[str, _Draft] = {}
    for record, (name, key) in ROOTS.items():
        own = (key,) if key else ()
        _walk(drafts, record, name, own, record.__name__.lower())
    derived = {"ideas": OF_IDEAS, "grants": OF_GRANTS, "decisions": OF_DECISIONS}
    for name, columns in derived.items():
        drafts[name].columns |= {column.name: column for column in columns}
    tables = {name: draft.table(name) for name, draft in drafts.items()}
    tables |= {beside.name: DataTable(beside.name, beside.keys, beside.columns) for beside in BESIDE}
    return {name: tables[name] for name in dict.fromkeys((*_FIRST, *tables))}


def _walk(  # noqa: PLR0913, PLR0917  # what a walk is at
    drafts: dict[str, _Draft],
    record: type[BaseModel],
    name: str,
    own: tuple[str, ...],
    file: str,
    origin: tuple[type[BaseModel], str] | None = None,
) -> None:
    draft = drafts.setdefault(name, _Draft(origin))
    draft.files.add(file)
    draft.keys |= {key: key_column(key, _VOCABULARIES.get(key)) for key in own}
    layout = layout_of(record)
    for _, column in layout.columns:
        named = column_name(column.name, own)
        draft.columns.setdefault(named, _renamed(column, named))
    for branch in layout.branches:
        within = own if branch.table != TERMS else ()
        _walk(
            drafts, branch.record, branch.table, (*within, *branch.keys), file, (branch.owner, branch.field)
        )


def column_name(name: str, own: Collection[str]) -> str:
    """The field's name; where a column that tells whose the row is has it already, it is of the other."""
    return f"other_{name}" if name in own else name


def _renamed(column: DataColumn, name: str) -> DataColumn:
    if name == column.name:
        return column
    return replace(column, name=name)


def column_title(column: DataColumn) -> Text:
    """What a column is called, by the fields that lead to its value."""
    if not column.fields:
        return _own_words(column, "title")
    titles = [field_title(*at) for at in column.fields]
    return in_every(lambda language: ": ".join(title.in_(language) for title in titles))


def column_help(column: DataColumn) -> Text:
    """What stands in a column."""
    return field_help(*column.fields[-1]) if column.fields else _own_words(column, "help")


def _own_words(column: DataColumn, what: str) -> Text:
    """Of a column that holds no field; those for pages are one for each language that there is."""
    name, _, language = column.name.partition("_")
    if name == "page":
        return text(f"data.column.page.{what}", language=language_name(language))
    return text(f"data.column.{column.name}.{what}")

"""What follows from the catalogue and stands in no file of it: of ideas, decisions and grants."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from ..catalogue.outcome import last_read, outcome_of
from ..derived.figures.answers import days_to_answer
from ..derived.grants import grant_difference, grant_holder
from ..derived.stages_entered import stages_entered
from ..model.process import STANDINGS
from ..words import LANGUAGES
from .layout import DataColumn
from .value_kinds import DATE, DAY, INTEGER, TEXT, TEXTS, URL, ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.entry import Entry
    from ..model import Grant
    from ..words import Language
    from .source import ExportSource

Row = dict[str, Any]
OfEntry = Callable[["ExportSource", "Entry"], Any]


def _page(language: Language, source: ExportSource, entry: Entry) -> str | None:
    return source.page_of(entry, language)


def _standing(_: ExportSource, entry: Entry) -> str | None:
    """Its outcome; else whether work elsewhere runs, as far as is known."""
    outcome = outcome_of(entry)
    return STANDINGS.get(outcome or "", outcome)


def _wait_value(name: str, source: ExportSource, entry: Entry) -> Any:
    wait = source.derived.of(entry).wait
    return getattr(wait, name) if wait else None


# In the order of the table's columns, after those of the model.
_OF_IDEA: dict[str, tuple[ValueKind, OfEntry]] = {
    "year": (TEXT, lambda _, entry: entry.year),
    "path": (TEXT, lambda _, entry: entry.path),
    **{f"page_{language}": (URL, partial(_page, language)) for language in LANGUAGES},
    "json": (URL, lambda source, entry: source.full(source.json_path(entry))),
    "pictures": (TEXTS, lambda _, entry: entry.pictures),
    "organisations": (TEXTS, lambda _, entry: tuple(entry.organisations)),
    "standing": (TEXT, _standing),
    "first_date": (DATE, lambda _, entry: entry.first_date),
    "ends": (DATE, lambda _, entry: entry.period_end),
    "closed_on": (
        DATE,
        lambda source, entry: source.derived.of(entry).closed_on if entry.is_closed else None,
    ),
    "last_read": (DATE, lambda _, entry: last_read(entry)),
    "granted": (INTEGER, lambda _, entry: entry.granted),
    "budgeted": (INTEGER, lambda _, entry: entry.amounts[0] or None),
    "waiting_at": (TEXT, partial(_wait_value, "gate")),
    "waiting_for": (TEXT, partial(_wait_value, "role")),
    "waiting_since": (DATE, partial(_wait_value, "since")),
    "answer_due": (DAY, partial(_wait_value, "due")),
    "running_until": (DATE, partial(_wait_value, "running_until")),
}
OF_IDEAS = tuple(DataColumn(name, kind) for name, (kind, _) in _OF_IDEA.items())
OF_GRANTS = (DataColumn("difference", INTEGER), DataColumn("holder", TEXT, vocabulary="organisations"))
OF_DECISIONS = (DataColumn("days", INTEGER),)


def facts_of_idea(source: ExportSource, entry: Entry) -> Row:
    """What follows from an entry alone, by the names of the columns."""
    return {name: value(source, entry) for name, (_, value) in _OF_IDEA.items()}


def facts_of_grant(entry: Entry, grant: Grant) -> Row:
    """What a grant grew or shrank by, and who holds it."""
    return {"difference": grant_difference(grant), "holder": grant_holder(entry, grant)}


def facts_of_decisions(entry: Entry) -> Iterator[Row]:
    """Of each decision, in the file's order, how many days it took."""
    taken = dict(zip(map(id, entry.decisions), days_to_answer(entry), strict=True))
    return ({"days": taken[id(decision)][1]} for decision in entry.idea.decisions)


def stage_history(entry: Entry) -> list[Row]:
    """The stages that it has been at, in order."""
    return [{"stage": at.stage, "entered": at.entered, "gate": at.gate} for at in stages_entered(entry)]


def relations_from_others(source: ExportSource, entry: Entry) -> list[Row]:
    """The relations that other entries state to this one."""
    return [
        {"kind": relation.kind, "other_idea": other.slug}
        for relation, other in source.catalogue.relations_to(entry)
    ]

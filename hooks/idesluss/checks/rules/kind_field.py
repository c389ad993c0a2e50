"""An entry holds only what its kind may: a record of work elsewhere decides nothing here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import Grant, Idea, Plan, field_title
from ...reading.problem import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...model import PartialDate, Record
    from ...reading.document import Document
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "process"
MAY_BE_EXEMPTED = False
MEANS = {"name": "field"}

# What is said or promised by those who handle an idea here.
_ONLY_IDEAS = ("about", "decisions", "assessments", "resume_on", "next_follow_up", "waivers")
_ONLY_RECORDS = ("gaps", "period")


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    if "idea.kind" not in entry.unread:
        yield from _judge(entry)


def _judge(entry: Entry) -> Iterator[Problem]:
    document, kind = entry.document, entry.idea.kind
    barred = _ONLY_RECORDS if kind == "idea" else _ONLY_IDEAS if kind == "record" else ()
    for name in barred:
        if document.node(name):
            yield _problem(entry, document, name, field_title(Idea, name))
    if kind == "idea":
        yield from _years_alone(entry)
    plan = entry.plan_document
    if kind == "record" and plan and plan.node("waivers"):
        yield _problem(entry, plan, "waivers", field_title(Plan, "waivers"))
    if entry.is_record and entry.idea.outcome and entry.outcome_kind and not entry.is_closed:
        finals = [key for key, rule in entry.process.outcomes.items() if rule.is_final]
        place = document.place_of("outcome")
        values = {"outcome": entry.label("outcomes", entry.idea.outcome), "choices": one_of(_marked(finals))}
        yield document.problem(place, "kind_field", "kind_field.outcome", **values)


def _years_alone(entry: Entry) -> Iterator[Problem]:
    """Dates of which a source tells only the year, where no source is told from."""
    dates: list[tuple[tuple[str | int, ...], type[Record], str, PartialDate | None]]
    dates = [(("submitted",), Idea, "submitted", entry.idea.submitted)]
    for at, grant in enumerate(entry.idea.grants):
        dates += [(("grants", at, name), Grant, name, getattr(grant, name)) for name in ("start", "end")]
    for where, record, name, date in dates:
        if date and not date.month:
            values = {"field": field_title(record, name), "name": name, "date": str(date)}
            place = entry.document.place_of(*where)
            yield entry.document.problem(place, "kind_field", "kind_field.year", **values)


def _marked(keys: list[str]) -> list[str]:
    return [f"`{key}`" for key in keys]


def _problem(entry: Entry, document: Document, name: str, field: object) -> Problem:
    place = document.place_of(name, at_key=True)
    key = f"kind_field.{entry.idea.kind}"
    return document.problem(place, "kind_field", key, field=field, name=name)

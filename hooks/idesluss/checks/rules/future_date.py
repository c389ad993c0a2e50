"""What has happened has happened: its date is not yet to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...model import field_title
from ..judged import judged_records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...model import Record
    from ...reading.document import Document
    from ...reading.problem import Problem

GROUP = "money_and_time"
MAY_BE_EXEMPTED = True

# Lists and what is dated in their items. Dates of decisions are judged where their order is.
_DATED = {
    "sources": "read",
    "grants": "read",
    "effects": "measured",
    "assessments": "date",
    "milestones": "done",
}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for document, record in judged_records(catalogue):
        yield from _judge(catalogue, document, record)


def _judge(catalogue: Catalogue, document: Document, record: Record) -> Iterator[Problem]:
    yield from _problem(catalogue, document, record, "submitted")
    for name, part in _DATED.items():
        for at, item in enumerate(getattr(record, name, ())):
            yield from _problem(catalogue, document, item, part, name, at)


def _problem(
    catalogue: Catalogue, document: Document, record: Record, name: str, *where: str | int
) -> Iterator[Problem]:
    date: Any = getattr(record, name, None)
    if date and date.first_day > catalogue.today:
        place = document.place_of(*where, name)
        values = {"field": field_title(type(record), name), "date": str(date), "today": str(catalogue.today)}
        yield document.problem(place, "future_date", "future_date", **values)

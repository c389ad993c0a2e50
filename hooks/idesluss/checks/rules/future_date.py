"""What has happened has happened: its date is not yet to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...model import field_title
from ..judged import records_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...model import Record
    from ...reading.document import Document
    from ...reading.problem import Problem
    from ..beside import Beside

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


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    for document, record in records_of(entry):
        yield from _judge(entry.today, document, record)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for page in catalogue.calls.values():
        yield from _judge(catalogue.today, page.document, page.call)


def _judge(today: dt.date, document: Document, record: Record) -> Iterator[Problem]:
    yield from _problem(today, document, record, "submitted")
    for name, part in _DATED.items():
        for at, item in enumerate(getattr(record, name, ())):
            yield from _problem(today, document, item, part, name, at)


def _problem(
    today: dt.date, document: Document, record: Record, name: str, *where: str | int
) -> Iterator[Problem]:
    date: Any = getattr(record, name, None)
    if date and date.first_day > today:
        place = document.place_of(*where, name)
        values = {"field": field_title(type(record), name), "date": str(date), "today": str(today)}
        yield document.problem(place, "future_date", "future_date", **values)

"""No date that was promised has passed without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...derived.dates import EntryDate
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "money_and_time"
MAY_BE_EXEMPTED = False

_FIELDS = {"follow_up": "next_follow_up", "resume": "resume_on"}


def check_entry(entry: Entry, beside: Beside) -> Iterator[Problem]:
    for date in beside.facts_of(entry).overdue:
        yield from _problem(entry, date)


def _problem(entry: Entry, date: EntryDate) -> Iterator[Problem]:
    passed = str(date.date)
    if date.kind == "milestone" and entry.plan and entry.plan_document:
        place = entry.plan_document.place_of("milestones", date.at, "due")
        values = {"name": entry.plan.milestones[date.at].name, "date": passed}
        yield entry.plan_document.warning(place, "overdue", "overdue.milestone", **values)
    elif date.kind in _FIELDS:
        place = entry.document.place_of(_FIELDS[date.kind])
        yield entry.document.warning(place, "overdue", f"overdue.{date.kind}", date=passed)

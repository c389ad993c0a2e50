"""Days that somebody counts on, of all entries and calls: what comes, and what has passed lately."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.call_page import CallPage
    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..model import PartialDate
    from .facts import Facts

DeadlineKind = Literal["answer", "opens", "closes", "milestone", "period", "follow_up", "resume"]
RECENT = dt.timedelta(days=92)  # three months


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day that somebody counts on, of an entry or of a call. `what` is a milestone's name or a gate.

    `is_done` is known of milestones alone.
    """

    date: PartialDate
    kind: DeadlineKind
    entry: Entry | None = None
    call: CallPage | None = None
    what: str = ""
    is_done: bool = False


def deadlines_of(catalogue: Catalogue, facts: Facts) -> list[Deadline]:
    """Every deadline, the earliest first; a month whose day is not known stands last in its month."""
    deadlines = [due for entry in catalogue.ideas for due in deadlines_of_entry(entry, facts)]
    deadlines += [due for page in catalogue.calls.values() for due in _call_deadlines(page)]
    return sorted(deadlines, key=_order)


def _order(due: Deadline) -> tuple[dt.date, bool, str, str]:
    page = due.entry or due.call
    return due.date.last_day, due.date.day is None, page.slug if page else "", due.what


def coming_deadlines(catalogue: Catalogue, deadlines: list[Deadline]) -> list[Deadline]:
    """What has not passed, the next first."""
    return [due for due in deadlines if due.date.last_day >= catalogue.today and not due.is_done]


def passed_deadlines(catalogue: Catalogue, deadlines: list[Deadline]) -> list[Deadline]:
    """What has passed in the last three months, the latest first."""
    first = catalogue.today - RECENT
    return [due for due in reversed(deadlines) if first <= due.date.last_day < catalogue.today]


def deadlines_of_entry(entry: Entry, facts: Facts) -> list[Deadline]:
    """Those of one entry, in the same order; only what is handled here has any."""
    return sorted(_deadlines(entry, facts), key=_order) if entry.is_in_process else []


def _deadlines(entry: Entry, facts: Facts) -> Iterator[Deadline]:
    wait = facts[entry].wait
    for date in facts[entry].dates:
        match date.kind:
            case "answer":
                yield Deadline(date.date, "answer", entry, what=(wait and wait.gate) or "")
            case "milestone" if date.is_done or entry.goes_on:
                what = entry.plan.milestones[date.at].name if entry.plan else ""
                yield Deadline(date.date, "milestone", entry, what=what, is_done=date.is_done)
            case "follow_up" | "resume":
                yield Deadline(date.date, date.kind, entry)
    if entry.period_end and entry.goes_on:
        yield Deadline(entry.period_end, "period", entry)


def _call_deadlines(page: CallPage) -> Iterator[Deadline]:
    if page.call.opens:
        yield Deadline(page.call.opens, "opens", call=page)
    if page.call.closes:
        yield Deadline(page.call.closes, "closes", call=page)

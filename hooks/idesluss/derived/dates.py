"""Days that somebody counts on: promised answers, calls, milestones, ends of periods, follow-ups."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..model import PartialDate
from .waiting import wait_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.catalogue import CallPage, Catalogue
    from ..catalogue.entry import Entry

DeadlineKind = Literal["answer", "opens", "closes", "milestone", "period", "follow_up", "resume"]
RECENT = dt.timedelta(days=92)  # three months


@dataclass(frozen=True, slots=True)
class Deadline:
    """A date of an entry or of a call. `what` is a milestone's name or an answer's gate.

    `is_done` is known of milestones alone.
    """

    date: PartialDate
    kind: DeadlineKind
    entry: Entry | None = None
    call: CallPage | None = None
    what: str = ""
    is_done: bool = False


def deadlines_of(catalogue: Catalogue) -> list[Deadline]:
    """Every date, the earliest first; a month whose day is not known stands last in its month."""
    found = [due for entry in catalogue.ideas for due in _of_entry(entry)]
    found += [due for page in catalogue.calls.values() for due in _of_call(page)]
    return sorted(found, key=_order)


def _order(due: Deadline) -> tuple[dt.date, bool, str, str]:
    page = due.entry or due.call
    return due.date.last_day, due.date.day is None, page.slug if page else "", due.what


def coming_deadlines(catalogue: Catalogue, dues: list[Deadline]) -> list[Deadline]:
    """What has not passed, the next first."""
    return [due for due in dues if due.date.last_day >= catalogue.today and not due.is_done]


def passed_deadlines(catalogue: Catalogue, dues: list[Deadline]) -> list[Deadline]:
    """What has passed in the last three months, the latest first."""
    first = catalogue.today - RECENT
    return [due for due in reversed(dues) if first <= due.date.last_day < catalogue.today]


def _of_entry(entry: Entry) -> Iterator[Deadline]:
    idea = entry.idea
    rule = entry.process.outcomes.get(idea.outcome or "")
    goes_on = rule is not None and not rule.is_final
    wait = wait_of(entry)
    if wait and wait.due:
        day = PartialDate(wait.due.year, wait.due.month, wait.due.day)
        yield Deadline(day, "answer", entry, what=wait.gate or "")
    for milestone in entry.plan.milestones if entry.plan else ():
        if milestone.done or goes_on:
            day, is_done = milestone.done or milestone.due, milestone.done is not None
            yield Deadline(day, "milestone", entry, what=milestone.name, is_done=is_done)
    if entry.period_end and goes_on:
        yield Deadline(entry.period_end, "period", entry)
    if idea.next_follow_up:
        yield Deadline(idea.next_follow_up, "follow_up", entry)
    if idea.resume_on and idea.outcome == "on_hold":
        yield Deadline(idea.resume_on, "resume", entry)


def _of_call(page: CallPage) -> Iterator[Deadline]:
    if page.call.opens:
        yield Deadline(page.call.opens, "opens", call=page)
    if page.call.closes:
        yield Deadline(page.call.closes, "closes", call=page)

"""The one list of an entry's dates, and of those the days that somebody counts on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..model import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..catalogue.catalogue import CallPage, Catalogue
    from ..catalogue.entry import Entry
    from ..model import Decision, Grant
    from ..model.parts import Activity, Effect
    from ..model.plan import Milestone
    from .facts import Facts
    from .waiting import Wait

    Dated = Decision | Activity | Grant | Effect | Milestone

DateKind = Literal[
    "submitted",
    "decision",
    "activity",
    "grant_start",
    "grant_end",
    "measured",
    "follow_up",
    "resume",
    "plan_start",
    "plan_end",
    "milestone",
    "answer",
]
DeadlineKind = Literal["answer", "opens", "closes", "milestone", "period", "follow_up", "resume"]
RECENT = dt.timedelta(days=92)  # three months


@dataclass(frozen=True, slots=True)
class EntryDate:
    """Something dated of an entry. `about` is the part of the record that tells it, if one does.

    `at` is its place among the entry's decisions or the plan's milestones. Of milestones it is known
    whether they are done; their date is then the day they were reached.
    """

    date: PartialDate
    kind: DateKind
    about: Dated | None = None
    at: int = 0
    is_done: bool = False


def dates_of(entry: Entry, wait: Wait | None) -> tuple[EntryDate, ...]:
    """Every date that the idea and its plan state, part by part, and the promised answer."""
    return (*_of_idea(entry), *_of_plan(entry), *_of_wait(wait))


def _of_idea(entry: Entry) -> Iterator[EntryDate]:
    idea = entry.idea
    yield from _dated([(idea.submitted, "submitted", None)])
    for at, decision in enumerate(entry.decisions):
        yield EntryDate(decision.date, "decision", decision, at)
    yield from _dated((activity.date, "activity", activity) for activity in idea.activities)
    yield from _dated((grant.start, "grant_start", grant) for grant in idea.grants)
    yield from _dated((grant.end, "grant_end", grant) for grant in idea.grants)
    yield from _dated((effect.measured, "measured", effect) for effect in idea.effects)
    yield from _dated([(idea.next_follow_up, "follow_up", None)])
    if idea.outcome == "on_hold":
        yield from _dated([(idea.resume_on, "resume", None)])


def _of_plan(entry: Entry) -> Iterator[EntryDate]:
    if entry.plan and entry.plan.period:
        yield EntryDate(entry.plan.period.start, "plan_start")
        yield EntryDate(entry.plan.period.end, "plan_end")
    for at, milestone in enumerate(entry.plan.milestones if entry.plan else ()):
        is_done = milestone.done is not None
        yield EntryDate(milestone.done or milestone.due, "milestone", milestone, at, is_done)


def _of_wait(wait: Wait | None) -> Iterator[EntryDate]:
    if wait and wait.due:
        yield EntryDate(PartialDate(wait.due.year, wait.due.month, wait.due.day), "answer")


def _dated(parts: Iterable[tuple[PartialDate | None, DateKind, Dated | None]]) -> Iterator[EntryDate]:
    return (EntryDate(date, kind, about) for date, kind, about in parts if date)


def overdue_of(entry: Entry, wait: Wait | None, dates: Iterable[EntryDate]) -> tuple[EntryDate, ...]:
    """Dates to follow up, to resume or to reach a milestone that have passed without a word.

    Work on hold is not asked about its milestones, nor is work whose whole period has passed.
    """
    asked = {"follow_up", "resume"}
    if _goes_on(entry) and entry.idea.outcome != "on_hold" and not (wait and wait.period_end):
        asked.add("milestone")
    passed = (date for date in dates if date.kind in asked and not date.is_done)
    return tuple(date for date in passed if date.date.last_day < entry.today)


def _goes_on(entry: Entry) -> bool:
    """Whether the idea has an outcome that is not final."""
    rule = entry.process.outcomes.get(entry.idea.outcome or "")
    return rule is not None and not rule.is_final


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
    deadlines = [due for entry in catalogue.ideas for due in _deadlines(entry, facts)]
    deadlines += [due for page in catalogue.calls.values() for due in _of_call(page)]
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


def _deadlines(entry: Entry, facts: Facts) -> Iterator[Deadline]:
    wait, goes_on = facts[entry].wait, _goes_on(entry)
    for date in facts[entry].dates:
        match date.kind:
            case "answer":
                yield Deadline(date.date, "answer", entry, what=(wait and wait.gate) or "")
            case "milestone" if date.is_done or goes_on:
                what = entry.plan.milestones[date.at].name if entry.plan else ""
                yield Deadline(date.date, "milestone", entry, what=what, is_done=date.is_done)
            case "follow_up" | "resume":
                yield Deadline(date.date, date.kind, entry)
    if entry.period_end and goes_on:
        yield Deadline(entry.period_end, "period", entry)


def _of_call(page: CallPage) -> Iterator[Deadline]:
    if page.call.opens:
        yield Deadline(page.call.opens, "opens", call=page)
    if page.call.closes:
        yield Deadline(page.call.closes, "closes", call=page)

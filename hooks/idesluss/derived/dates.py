"""The one list of an entry's dates, and which of them have passed without a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..model import PartialDate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from ..catalogue.entry import Entry
    from ..model import Decision, Grant
    from ..model.parts import Activity, Effect
    from ..model.plan import Milestone
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

    def has_passed(self, today: dt.date) -> bool:
        """Whether its last day lies behind; a month has passed with its last day."""
        return self.date.last_day < today


def dates_of(entry: Entry, wait: Wait | None) -> tuple[EntryDate, ...]:
    """Every date that the idea and its plan state, part by part, and the promised answer."""
    return (*_dates_of_idea(entry), *_dates_of_plan(entry), *_promised_answer(wait))


def _dates_of_idea(entry: Entry) -> Iterator[EntryDate]:
    idea = entry.idea
    yield from _dated([(idea.submitted, "submitted", None)])
    for at, decision in enumerate(entry.decisions):
        yield EntryDate(decision.date, "decision", decision, at)
    yield from _dated((activity.date, "activity", activity) for activity in idea.activities)
    yield from _dated((grant.start, "grant_start", grant) for grant in idea.grants)
    yield from _dated((grant.end, "grant_end", grant) for grant in idea.grants)
    yield from _dated((effect.measured, "measured", effect) for effect in idea.effects)
    yield from _dated([(idea.next_follow_up, "follow_up", None)])
    if entry.outcome_kind == "on_hold":
        yield from _dated([(idea.resume_on, "resume", None)])


def _dates_of_plan(entry: Entry) -> Iterator[EntryDate]:
    if entry.plan and entry.plan.period:
        yield EntryDate(entry.plan.period.start, "plan_start")
        yield EntryDate(entry.plan.period.end, "plan_end")
    for at, milestone in enumerate(entry.plan.milestones if entry.plan else ()):
        is_done = milestone.done is not None
        yield EntryDate(milestone.done or milestone.due, "milestone", milestone, at, is_done)


def _promised_answer(wait: Wait | None) -> Iterator[EntryDate]:
    if wait and wait.due:
        yield EntryDate(PartialDate(wait.due.year, wait.due.month, wait.due.day), "answer")


def _dated(parts: Iterable[tuple[PartialDate | None, DateKind, Dated | None]]) -> Iterator[EntryDate]:
    return (EntryDate(date, kind, about) for date, kind, about in parts if date)


def overdue_of(entry: Entry, wait: Wait | None, dates: Iterable[EntryDate]) -> tuple[EntryDate, ...]:
    """Dates to follow up, to resume or to reach a milestone that have passed without a word.

    Work on hold is not asked about its milestones, nor is work whose whole period has passed.
    """
    asked = {"follow_up", "resume"}
    if entry.goes_on and entry.outcome_kind != "on_hold" and not (wait and wait.period_end):
        asked.add("milestone")
    passed = (date for date in dates if date.kind in asked and not date.is_done)
    return tuple(date for date in passed if date.has_passed(entry.today))

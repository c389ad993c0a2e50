"""What has happened to an idea and what is due, in one dated line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from ...catalogue.entry import Entry
    from ...model import PartialDate

_LAST = frozenset({"grant_end", "plan_end", "due", "follow_up"})


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """Something dated in the idea's story; `anchor` is its place on the page."""

    date: PartialDate
    kind: str
    what: Any = None
    anchor: str = ""

    @property
    def is_about(self) -> bool:
        """Whether the day is a guess of the source's."""
        return self.kind == "decision" and self.what.is_approximate

    @property
    def day(self) -> dt.date:
        """Its place in the line: what ends or is due in a month does so on its last day."""
        return self.date.last_day if self.kind in _LAST else self.date.first_day


@dataclass(frozen=True, slots=True)
class StoryDay:
    """All that is told of one date."""

    date: PartialDate
    is_about: bool
    events: tuple[StoryEvent, ...]

    @property
    def day(self) -> dt.date:
        return self.events[0].day

    @property
    def has_decision(self) -> bool:
        return any(event.kind == "decision" for event in self.events)


@dataclass(frozen=True, slots=True)
class Story:
    """Days up to the catalogue's own, and those ahead; oldest first."""

    past: tuple[StoryDay, ...]
    ahead: tuple[StoryDay, ...]


def event_anchor(at: int) -> str:
    """The id of a decision by its place among the entry's decisions."""
    return f"decision-{at + 1}"


def story_of(entry: Entry) -> Story:
    found = [*_of_idea(entry), *_of_plan(entry)]
    found.sort(key=lambda event: (event.day, event.kind != "submitted", event.date.day or 0))
    days = tuple(
        StoryDay(date, is_about, tuple(events))
        for (date, is_about), events in groupby(found, lambda event: (event.date, event.is_about))
    )
    today = entry.today
    return Story(
        tuple(day for day in days if day.day <= today), tuple(day for day in days if day.day > today)
    )


def _of_idea(entry: Entry) -> Iterator[StoryEvent]:
    idea = entry.idea
    yield from _dated([(idea.submitted, "submitted", None)])
    for at, decision in enumerate(entry.decisions):
        yield StoryEvent(decision.date, "decision", decision, event_anchor(at))
    yield from _dated((activity.date, "activity", activity) for activity in idea.activities)
    yield from _dated((grant.start, "grant_start", grant) for grant in idea.grants)
    yield from _dated((grant.end, "grant_end", grant) for grant in idea.grants)
    yield from _dated((effect.measured, "measured", effect) for effect in idea.effects)
    yield from _dated([(idea.next_follow_up, "follow_up", None)])
    if idea.outcome == "on_hold":
        yield from _dated([(idea.resume_on, "resume", None)])


def _of_plan(entry: Entry) -> Iterator[StoryEvent]:
    plan = entry.plan
    if not plan:
        return
    if plan.period:
        yield StoryEvent(plan.period.start, "plan_start")
        yield StoryEvent(plan.period.end, "plan_end")
    for milestone in plan.milestones:
        yield StoryEvent(milestone.done or milestone.due, "reached" if milestone.done else "due", milestone)


def _dated(told: Iterable[tuple[PartialDate | None, str, Any]]) -> Iterator[StoryEvent]:
    return (StoryEvent(date, kind, what) for date, kind, what in told if date)

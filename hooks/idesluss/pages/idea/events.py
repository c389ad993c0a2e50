"""What has happened to an idea: the day it came in, every decision with its reason, and what was done.

Grants, plan, milestones and effects have dates too; each of them is told with the rest of what it is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ...derived.dates import Dated, EntryDate
    from ...derived.facts import EntryFacts
    from ...model import PartialDate
    from ...model.parts import Activity

_KINDS = ("submitted", "decision", "activity")


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """Something dated in the idea's story; `anchor` is its place on the page."""

    date: PartialDate
    kind: str
    what: Dated | None
    anchor: str


@dataclass(frozen=True, slots=True)
class StoryDay:
    """All that happened on one date."""

    date: PartialDate
    events: tuple[StoryEvent, ...]

    @property
    def has_decision(self) -> bool:
        return any(event.kind == "decision" for event in self.events)


@dataclass(frozen=True, slots=True)
class Story:
    """The days, oldest first, and what was done on days that are not known."""

    days: tuple[StoryDay, ...]
    undated: tuple[Activity, ...]


def event_anchor(at: int) -> str:
    """The id of a decision by its place among the entry's decisions."""
    return f"decision-{at + 1}"


def story_of(entry: Entry, facts: EntryFacts) -> Story:
    """The entry's story."""
    events = [_event(date) for date in facts.dates if date.kind in _KINDS]
    events.sort(key=lambda event: (event.date.first_day, _KINDS.index(event.kind), event.date.day or 0))
    days = (StoryDay(date, tuple(of_date)) for date, of_date in groupby(events, lambda event: event.date))
    undated = (activity for activity in entry.idea.activities if not activity.date)
    return Story(tuple(days), tuple(undated))


def _event(date: EntryDate) -> StoryEvent:
    anchor = event_anchor(date.at) if date.kind == "decision" else ""
    return StoryEvent(date.date, date.kind, date.about, anchor)

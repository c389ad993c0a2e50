"""What has happened to an idea and what is due, in one dated line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt

    from ...catalogue.entry import Entry
    from ...derived.dates import EntryDate
    from ...derived.facts import EntryFacts
    from ...model import PartialDate
    from ...model.parts import Activity

# What is dated besides is told by the status, the table of grants and the plan, and drawn in the timeline.
_TOLD_HERE = frozenset({"submitted", "decision", "activity", "measured", "follow_up", "resume"})


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """Something dated in the idea's story; `anchor` is its place on the page."""

    date: PartialDate
    kind: str
    what: Any = None
    anchor: str = ""

    @property
    def day(self) -> dt.date:
        """Its place in the line: what is due in a month is so on its last day."""
        return self.date.last_day if self.kind == "follow_up" else self.date.first_day


@dataclass(frozen=True, slots=True)
class StoryDay:
    """All that happened on one date."""

    date: PartialDate
    events: tuple[StoryEvent, ...]

    @property
    def day(self) -> dt.date:
        return self.events[0].day

    @property
    def has_decision(self) -> bool:
        return any(event.kind == "decision" for event in self.events)


@dataclass(frozen=True, slots=True)
class Story:
    """Days up to the catalogue's own, and those ahead, oldest first; and what is known without a day."""

    past: tuple[StoryDay, ...]
    ahead: tuple[StoryDay, ...]
    undated: tuple[Activity, ...]

    @property
    def says_something(self) -> bool:
        return bool(self.past or self.ahead or self.undated)


def event_anchor(at: int) -> str:
    """The id of a decision by its place among the entry's decisions."""
    return f"decision-{at + 1}"


def story_of(entry: Entry, facts: EntryFacts) -> Story:
    """The entry's story, by its day."""
    events = [_event(date) for date in facts.dates if date.kind in _TOLD_HERE]
    events.sort(key=lambda event: (event.day, event.kind != "submitted", event.date.day or 0))
    days = tuple(
        StoryDay(date, tuple(of_date)) for date, of_date in groupby(events, lambda event: event.date)
    )
    past = tuple(day for day in days if day.day <= entry.today)
    undated = tuple(activity for activity in entry.idea.activities if not activity.date)
    return Story(past, days[len(past) :], undated)


def _event(date: EntryDate) -> StoryEvent:
    anchor = event_anchor(date.at) if date.kind == "decision" else ""
    return StoryEvent(date.date, date.kind, date.about, anchor)

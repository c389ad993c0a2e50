"""A plan's milestones, and whether each was reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ...derived.dates import EntryDate
    from ...derived.facts import EntryFacts
    from ...model.plan import Milestone

State = Literal["done", "due", "late", "unknown"]


@dataclass(frozen=True, slots=True)
class ShownMilestone:
    """A milestone, dated by the day it was reached or is due.

    `unknown` is one whose day has passed where nobody is asked about it any more.
    """

    milestone: Milestone
    date: EntryDate
    state: State


def shown_milestones(entry: Entry, facts: EntryFacts) -> tuple[ShownMilestone, ...]:
    """Those of the entry's plan, in the order that they are written."""
    listed = entry.plan.milestones if entry.plan else ()
    dates = (date for date in facts.dates if date.kind == "milestone")
    return tuple(ShownMilestone(listed[date.at], date, _state(entry, facts, date)) for date in dates)


def _state(entry: Entry, facts: EntryFacts, date: EntryDate) -> State:
    if date.is_done:
        return "done"
    if not date.has_passed(entry.today):
        return "due"
    return "late" if date in facts.overdue else "unknown"

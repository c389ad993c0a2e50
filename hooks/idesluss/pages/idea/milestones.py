"""A plan's milestones, and whether each was reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ...model.plan import Milestone

State = Literal["done", "due", "late", "unknown"]


@dataclass(frozen=True, slots=True)
class ShownMilestone:
    """A milestone; `unknown` is one whose day has passed where nobody works on it any more."""

    milestone: Milestone
    state: State


def shown_milestones(entry: Entry) -> tuple[ShownMilestone, ...]:
    """Those of the entry's plan, in the order that they are written."""
    listed = entry.plan.milestones if entry.plan else ()
    return tuple(ShownMilestone(milestone, milestone_state(entry, milestone)) for milestone in listed)


def milestone_state(entry: Entry, milestone: Milestone) -> State:
    """Whether it was reached, by the entry's day."""
    if milestone.done:
        return "done"
    if milestone.due.last_day >= entry.today:
        return "due"
    return "late" if entry.idea.outcome == "open" else "unknown"

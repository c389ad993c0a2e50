"""An idea's plan: its text, its milestones, its money, and what of it is not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .budget import budget_of
from .milestones import shown_milestones

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ...derived.facts import EntryFacts
    from ...model import Plan
    from ...reading.markdown import Body
    from ..base.writer import Writer
    from .budget import Budget
    from .milestones import ShownMilestone


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """A plan. `missing` names the parts that its waivers say are not known."""

    plan: Plan
    body: Body
    milestones: tuple[ShownMilestone, ...]
    budget: Budget | None
    missing: tuple[str, ...]


def shown_plan(writer: Writer, entry: Entry, facts: EntryFacts) -> ShownPlan | None:
    """The entry's plan, if it has one."""
    plan = entry.plan
    if plan is None:
        return None
    waived = (name for waiver in plan.waivers for name in waiver.waives)
    missing = tuple(dict.fromkeys(map(writer.requirement_label, waived)))
    milestones = shown_milestones(entry, facts)
    return ShownPlan(plan, entry.plan_body, milestones, budget_of(writer, plan), missing)

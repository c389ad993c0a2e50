"""What a gate that has been passed asked for stays: it may be made better, not taken away or excused."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from ...derived.checklist import requirement_name
from ...model.requirements import demands_on
from ...words import text
from ..former_keys import former_outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...history.change import Change, EntryChange
    from ...model.requirements import Demand
    from ...reading.problem import Place, Problem

GROUP = "change"
MAY_BE_EXEMPTED = False
MEANS = {"name": "requirement"}


def check_change(change: Change) -> Iterator[Problem]:
    for entry in change.entries:
        if entry.before and entry.before.is_in_process and entry.after.is_in_process:
            yield from _judge(change, entry, entry.before)


def covers(own: Problem, other: Problem) -> bool:
    """That it lacks something is the same thing as that it was taken away."""
    is_same_entry = posixpath.dirname(own.place.path) == posixpath.dirname(other.place.path)
    return is_same_entry and other.rule == "required" and own.values["name"] == other.values["name"]


def _judge(change: Change, entry: EntryChange, before: Entry) -> Iterator[Problem]:
    process, after = change.settings.process, entry.after
    judged: set[str] = set()
    for demand in _asked_before(change, before, after.idea.outcome):
        asked = demand.requirement
        was_there = asked.name not in before.waived and before.meets(asked, process)
        is_lost = not after.meets(asked, process)
        needs_plan = asked.file == "plan" and asked.kind != "file" and after.plan_document is None
        if was_there and is_lost and not needs_plan and asked.name not in judged:
            judged.add(asked.name)
            yield _problem(change, after, demand)


def _asked_before(change: Change, before: Entry, outcome: str | None) -> Iterator[Demand]:
    """What gates, the stages behind them and an outcome that stays asked for before.

    Another rule tells of decisions.
    """
    first = change.settings.process.first_stage
    for demand in demands_on(change.settings, before.idea, before.today):
        is_settled = {
            "gates": True,
            "stages": demand.key != first,
            "outcomes": demand.key == former_outcome(change, outcome),
        }
        if is_settled.get(demand.asked_by) and demand.requirement.kind != "decision":
            yield demand


def _problem(change: Change, after: Entry, demand: Demand) -> Problem:
    asked, name = demand.requirement, change.label(demand.asked_by, demand.key)
    return after.document.problem(
        _place(after, asked.name, asked.field),
        "passed_gate",
        "passed_gate.waived" if asked.name in after.waived else "passed_gate.removed",
        name=asked.name,
        what=requirement_name(change.settings, asked.name),
        because=text(f"required_by.{demand.asked_by}", name=name, key=demand.key),
    )


def _place(after: Entry, name: str, field: str) -> Place:
    """The waiver that speaks of it, what is left of the field, or where the idea says its stage."""
    for at, waiver in enumerate(after.idea.waivers):
        if name in waiver.waives:
            return after.document.place_of("waivers", at, "waives", waiver.waives.index(name))
    return after.document.place_of(field if after.document.node(field) else "stage")

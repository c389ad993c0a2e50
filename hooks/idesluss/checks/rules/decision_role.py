"""A decision is made by a role that may make it: one of the gate's, or of the outcome's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.problem import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...history.change import Change, EntryChange
    from ...model import Decision, Settings
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "process"
MAY_BE_EXEMPTED = True

# What tells that a gate was not opened by any decision.
_NOT_OPEN = frozenset({"required.decision_beside", "stage_step.lacking"})


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    settings = entry.settings
    for at, decision in enumerate(entry.idea.decisions):
        deciding = _deciding_roles(entry, decision, settings)
        gate = settings.process.gates.get(decision.gate)
        standing = (*deciding, *(gate.former_approvers if gate else ()))
        if deciding and decision.role in settings.roles and decision.role not in standing:
            yield _problem(entry, at, "decision_role.other", deciding)


def check_change(change: Change) -> Iterator[Problem]:
    """A decision that a change adds is judged by who might decide before it."""
    for entry in change.entries:
        for at, decision in entry.new_decisions if entry.after.is_in_process else ():
            yield from _judge_new(change, entry, at, decision)


def _judge_new(change: Change, entry: EntryChange, at: int, decision: Decision) -> Iterator[Problem]:
    """By the sector that the idea had, and by its amounts now, which are told beside the decision."""
    now, after = change.head.settings, entry.after
    if decision.gate not in now.process.gates or decision.role not in now.roles:
        return  # told as an unknown term
    if decision.gate not in change.settings.process.gates:
        yield _problem(after, at, "decision_role.gate", [], field="gate")
        return
    deciding = _deciding_roles(after, decision, change.settings, entry.before or after, max(after.amounts))
    if decision.role not in deciding:
        yield _problem(after, at, "decision_role.new", deciding)


def covers(own: Problem, other: Problem) -> bool:
    """A decision by a role that may not make it is told once, and is why the gate is not open."""
    if own.place == other.place:
        return own.key != other.key == "decision_role.other"
    name = other.values.get("name") if other.key in _NOT_OPEN else None
    return own.place.path == other.place.path and name == f"idea.decisions.{own.values['key']}"


def _deciding_roles(
    entry: Entry,
    decision: Decision,
    settings: Settings,
    sector_of: Entry | None = None,
    amount: int | None = None,
) -> list[str]:
    """The roles that may make the decision; none where the gate is unknown.

    `sector_of` is the idea as it stood when its sector was asked, and `amount` what it speaks of, where
    that is known of the decision's own day.
    """
    process = settings.process
    gate = process.gates.get(decision.gate)
    if gate is None:
        return []
    asked = sector_of or entry
    sector = None if "idea.sector" in asked.unread else settings.sectors.get(asked.idea.sector)
    is_latest = decision is entry.decisions[-1]
    outcomes = [entry.idea.outcome or ""] if is_latest else process.outcomes_by(decision.verdict)
    led_to = [process.outcomes[key] for key in outcomes if key in process.outcomes]
    deciders = [role for rule in led_to if decision.verdict in rule.verdicts for role in rule.deciders]
    limits = [limit.role for limit in process.money_limits if amount is None or amount > limit.above]
    return list(dict.fromkeys([*gate.approvers, *(sector.approvers if sector else ()), *limits, *deciders]))


def _problem(entry: Entry, at: int, key: str, roles: list[str], field: str = "role") -> Problem:
    decision = entry.idea.decisions[at]
    return entry.document.problem(
        entry.document.place_of("decisions", at, field),
        "decision_role",
        key,
        role=entry.label("roles", decision.role),
        key=decision.gate,
        gate=entry.label("gates", decision.gate),
        choices=one_of([f"`{role}`" for role in roles]),
    )

"""A decision is made by a role that may make it: one of the gate's, or of the outcome's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.problem import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...history.change import Change
    from ...model import Decision, Settings
    from ...reading.problem import Problem

GROUP = "process"
MAY_BE_EXEMPTED = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue.judged:
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
            deciding = _deciding_roles(entry.after, decision, change.settings)
            if deciding and decision.role in change.settings.roles and decision.role not in deciding:
                yield _problem(entry.after, at, "decision_role.new", deciding)


def covers(own: Problem, other: Problem) -> bool:
    """A new decision by a role that may not make it is told once."""
    return own.place == other.place and other.key == "decision_role.other"


def _deciding_roles(entry: Entry, decision: Decision, settings: Settings) -> list[str]:
    """The roles that may make the decision; none where the gate is unknown."""
    process = settings.process
    gate = process.gates.get(decision.gate)
    if gate is None:
        return []
    sector = None if "idea.sector" in entry.unread else settings.sectors.get(entry.idea.sector)
    is_latest = decision == entry.decisions[-1]
    outcomes = [entry.idea.outcome or ""] if is_latest else process.outcomes_by(decision.verdict)
    led_to = [process.outcomes[key] for key in outcomes if key in process.outcomes]
    deciders = [role for rule in led_to if decision.verdict in rule.verdicts for role in rule.deciders]
    limits = [limit.role for limit in process.money_limits]
    return list(dict.fromkeys([*gate.approvers, *(sector.approvers if sector else ()), *limits, *deciders]))


def _problem(entry: Entry, at: int, key: str, roles: list[str]) -> Problem:
    decision = entry.idea.decisions[at]
    return entry.document.problem(
        entry.document.place_of("decisions", at, "role"),
        "decision_role",
        key,
        role=entry.label("roles", decision.role),
        key=decision.gate,
        gate=entry.label("gates", decision.gate),
        choices=one_of([f"`{role}`" for role in roles]),
    )

"""A decision is made by a role that the gate names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.problem import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...model import Decision
    from ...reading.problem import Problem

GROUP = "process"
MAY_BE_EXEMPTED = False


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue.judged:
        for at, decision in enumerate(entry.idea.decisions):
            roles = _deciding_roles(entry, decision)
            is_known = decision.role in catalogue.settings.roles  # else told as an unknown term
            if roles and is_known and decision.role not in roles and not decision.is_approximate:
                yield _problem(entry, at, decision, roles)


def _deciding_roles(entry: Entry, decision: Decision) -> list[str]:
    """The roles that may decide; none where the gate is unknown."""
    settings = entry.settings
    gate = settings.process.gates.get(decision.gate)
    sector = None if "idea.sector" in entry.unread else settings.sectors.get(entry.idea.sector)
    if gate is None:
        return []
    limits = [limit.role for limit in settings.process.money_limits]
    return list(dict.fromkeys([*gate.approvers, *(sector.approvers if sector else ()), *limits]))


def _problem(entry: Entry, at: int, decision: Decision, roles: list[str]) -> Problem:
    return entry.document.warning(
        entry.document.place_of("decisions", at, "role"),
        "decision_role",
        "decision_role",
        role=entry.label("roles", decision.role),
        key=decision.gate,
        gate=entry.label("gates", decision.gate),
        choices=one_of([f"`{role}`" for role in roles]),
    )

"""The stages that an idea has been at, each with the day on which it came there, as decisions tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.entry import Entry
    from ..model import Decision, PartialDate


@dataclass(frozen=True, slots=True)
class StageEntered:
    """A stage, when the entry came there, and by which gate; None where nobody has said."""

    stage: str
    entered: PartialDate | None
    gate: str | None


def stages_entered(entry: Entry) -> tuple[StageEntered, ...]:
    """From the first stage to the one where it is; of work elsewhere only the latter is known."""
    stages = [*_by_decisions(entry)] if entry.is_in_process else []
    now = entry.idea.stage if entry.has_stage else None
    if now and (not stages or stages[-1].stage != now):
        stages.append(StageEntered(now, None, None))
    return tuple(stages)


def _by_decisions(entry: Entry) -> Iterator[StageEntered]:
    process = entry.process
    at = process.first_stage
    yield StageEntered(at, entry.idea.submitted, None)
    gone: dict[str, set[str]] = {}
    for decision in entry.decisions:
        gate = process.gates.get(decision.gate)
        if gate is None or gate.opens is None or gate.from_stage != at:
            continue
        roles = gone.setdefault(decision.gate, set())
        _count(roles, decision)
        if decision.verdict == "go" and (gate.approval == "any" or roles >= set(gate.approvers)):
            at = gate.opens
            yield StageEntered(at, decision.date, decision.gate)


def _count(roles: set[str], decision: Decision) -> None:
    """Who has said go at the gate, and not otherwise since."""
    if decision.verdict == "go":
        roles.add(decision.role)
    else:
        roles.discard(decision.role)

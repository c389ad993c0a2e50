"""What a stage or an outcome was called before a change that calls it something else, for all ideas."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..history.change import Change
    from ..model.process import Process


def former_stage(change: Change, stage: str | None) -> str | None:
    """What a stage was called that the change has renamed: the gates that lead to and from it say."""
    before, now = change.settings.process, change.head.settings.process
    if stage is None or stage in before.stages or stage not in now.stages:
        return stage
    named = {
        was
        for key, gate in now.gates.items()
        if key in before.gates
        for is_it, was in (
            (gate.from_stage == stage, before.gates[key].from_stage),
            (gate.to_stage == stage, before.gates[key].to_stage),
        )
        if is_it
    }
    return named.pop() if len(named) == 1 and not named & set(now.stages) else stage


def former_outcome(change: Change, outcome: str | None) -> str | None:
    """What an outcome was called that the change has renamed: the only one of its kind that went."""
    before, now = change.settings.process, change.head.settings.process
    if outcome is None or outcome in before.outcomes or outcome not in now.outcomes:
        return outcome
    kind = now.kind_of(outcome)
    gone = [key for key in _only_in(before, now) if before.kind_of(key) == kind]
    come = [key for key in _only_in(now, before) if now.kind_of(key) == kind]
    return gone[0] if len(gone) == len(come) == 1 else outcome


def _only_in(process: Process, other: Process) -> list[str]:
    return [key for key in process.outcomes if key not in other.outcomes]

"""The flow through the gateway: how far ideas have come here, where they ended, who passed which gate."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...catalogue.outcome import outcome_of
from ...model.process import NOT_KNOWN

if TYPE_CHECKING:
    from ...catalogue.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class StageFlow:
    """A stage: how many ideas have come at least there, how many stand there, and with which outcome."""

    stage: str
    reached: int
    here: int
    by_outcome: dict[str, int]

    @property
    def gone_on(self) -> int:
        return self.reached - self.here


@dataclass(frozen=True, slots=True)
class GateFlow:
    """A gate, and how many ideas have a decision to go on there, by the year of the latest one."""

    gate: str
    passed: int
    by_year: dict[str, int]


@dataclass(frozen=True, slots=True)
class Flow:
    """Stages and gates in the order of the process; `unstaged` ideas stand in none of the stages."""

    chambers: tuple[StageFlow, ...]
    gates: tuple[GateFlow, ...]
    unstaged: int


def flow_of(catalogue: Catalogue) -> Flow:
    process = catalogue.settings.process
    outcomes: dict[str, Counter[str]] = {stage: Counter() for stage in process.stages}
    years: dict[str, Counter[str]] = {gate: Counter() for gate in process.gates}
    for entry in catalogue.ideas:
        if entry.idea.stage in outcomes:
            outcomes[entry.idea.stage][outcome_of(entry) or NOT_KNOWN] += 1
        for gate, by_year in years.items():
            if passed := entry.decision_at(gate) if entry.decisions else None:
                by_year[str(passed.date.year)] += 1
    chambers = _stage_flows(outcomes)
    unstaged = len(catalogue.ideas) - (chambers[0].reached if chambers else 0)
    gates = tuple(
        GateFlow(gate, by_year.total(), dict(sorted(by_year.items()))) for gate, by_year in years.items()
    )
    return Flow(chambers, gates, unstaged)


def _stage_flows(outcomes: dict[str, Counter[str]]) -> tuple[StageFlow, ...]:
    flows: list[StageFlow] = []
    reached = 0
    for stage, counted in reversed(outcomes.items()):
        reached += counted.total()
        flows.append(StageFlow(stage, reached, counted.total(), dict(counted)))
    return tuple(reversed(flows))

"""The process as catalogue.yml says it: stages, outcomes, gates and sections, and the way between stages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from .declare import Record, declare
from .keys import RoleKey, StageKey
from .terms import Localised, VocabularyTerm
from .values import Count, Days, Flag, Key, Line, Money

if TYPE_CHECKING:
    from collections.abc import Iterator

SectionUse = Literal["need", "results", "lessons"]


class StageRule(VocabularyTerm):
    """A stage of the process: where the work is, and what must be there from then on."""

    whose_move: RoleKey = declare(required=True)
    requires: tuple[Line, ...] = declare(many=True, example=["idea.origin"])


class OutcomeRule(VocabularyTerm):
    """What has been decided about an idea, and what must then be told."""

    is_final: Flag = declare(default=False)
    requires: tuple[Line, ...] = declare(many=True, example=["idea.resume_on"])


class GateRule(VocabularyTerm):
    """A gate between two stages: the question, what must be there, who decides, how soon."""

    question: Localised = declare(required=True)
    from_stage: StageKey = declare(required=True)
    to_stage: StageKey = declare(required=True)
    requires: tuple[Line, ...] = declare(many=True)
    assessors: Count | None = declare()
    approvers: Annotated[tuple[RoleKey, ...], Field(min_length=1)] = declare(required=True)
    answer_days: Days | None = declare()

    @property
    def leads_on(self) -> bool:
        """Whether the gate leads to another stage, rather than standing at one."""
        return self.from_stage != self.to_stage


class SectionRule(Record):
    """A section that a body may be asked to have, known by its heading.

    `use` is what the site shows it as, or compares by it: the need, the results, or the lessons.
    """

    title: Localised = declare(required=True)
    help: Localised = declare(required=True)
    use: SectionUse | None = declare(example="need")

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings that it may stand under, one for each language."""
        return self.title.variants


class MoneyLimit(Record):
    """Above an amount, one more role must approve."""

    above: Money = declare(required=True)
    role: RoleKey = declare(required=True)


class Process(Record):
    """The process as data: stages, outcomes, gates, sections."""

    stages: dict[Key, StageRule] = declare(required=True, min_length=1)
    outcomes: dict[Key, OutcomeRule] = declare(required=True, min_length=1)
    gates: dict[Key, GateRule] = declare(required=True, min_length=1)
    sections: dict[Key, SectionRule] = declare(required=True)
    proposer: RoleKey = declare(required=True)
    maintainer: RoleKey | None = declare()
    money_limits: tuple[MoneyLimit, ...] = declare(many=True)

    @property
    def first_stage(self) -> str:
        """Where an idea begins."""
        return next(iter(self.stages))

    @property
    def first_outcome(self) -> str:
        """What is decided of an idea that has just come in."""
        return next(iter(self.outcomes))

    def section_for(self, use: SectionUse) -> str | None:
        """The key of the section that the site has this use for; None where the process has none."""
        return next((key for key, section in self.sections.items() if section.use == use), None)


def stage_order(process: Process) -> list[str]:
    """The keys of the stages, from the first thought to ordinary operations."""
    return list(process.stages)


def is_reached(process: Process, stage: str, wanted: str) -> bool:
    """Whether `stage` is `wanted` or a later one; an unknown stage reaches nothing."""
    order = stage_order(process)
    return stage in order and wanted in order and order.index(stage) >= order.index(wanted)


def gates_passed(process: Process, stage: str) -> Iterator[tuple[str, GateRule]]:
    """Gates between the first stage and this one, in order."""
    for key, gate in process.gates.items():
        if gate.leads_on and is_reached(process, stage, gate.to_stage):
            yield key, gate


def gates_at(process: Process, stage: str) -> list[tuple[str, GateRule]]:
    """The gates that an idea in this stage is tried at, in order, whether or not they lead on."""
    return [(key, gate) for key, gate in process.gates.items() if gate.from_stage == stage]


def first_gates(process: Process) -> list[GateRule]:
    """Those of the first stage, where new ideas are; the first of them receives them."""
    return [gate for _, gate in gates_at(process, process.first_stage)]


def next_gate(process: Process, stage: str) -> tuple[str, GateRule] | None:
    """The gate that leads on from this stage; the follow-up gate at the last one."""
    leading = gates_at(process, stage)
    onward = [pair for pair in leading if pair[1].to_stage != stage]
    last = stage == stage_order(process)[-1]
    candidates = onward or (leading if last else [])
    return candidates[0] if candidates else None


def gates_between(process: Process, stage: str, later: str) -> list[str]:
    """The gates that lead from a stage to a later one, in order."""
    before = {key for key, _ in gates_passed(process, stage)}
    return [key for key, _ in gates_passed(process, later) if key not in before]


def is_step(process: Process, stage: str | None, following: str | None) -> bool:
    """Whether one gate leads from the stage to the following one, or nothing has changed."""
    return stage == following or any(
        (stage, following) == (gate.from_stage, gate.to_stage) for gate in process.gates.values()
    )

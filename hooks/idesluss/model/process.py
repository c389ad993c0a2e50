"""The process as catalogue.yml says it: stages, outcomes, gates and sections, and the way between stages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .declare import Record, declare
from .keys import RoleKey, StageKey
from .terms import Localised, VocabularyTerm
from .values import Count, Days, Flag, Key, Line, Money

if TYPE_CHECKING:
    from collections.abc import Iterator


class StageRule(VocabularyTerm):
    """A stage of the process: where the work is."""

    whose_move: RoleKey = declare(
        "Vems tur",
        "Whose move",
        "Rollen som ska göra nästa drag.",
        "The role whose move it is.",
        required=True,
    )


class OutcomeRule(VocabularyTerm):
    """What has been decided about an idea, and what must then be told."""

    is_final: Flag = declare(
        "Slutlig",
        "Final",
        "`true` när inget mer väntas.",
        "`true` where nothing more is awaited.",
        default=False,
    )
    requires: tuple[Line, ...] = declare(
        "Kräver",
        "Requires",
        "Krav som utfallet ställer.",
        "What the outcome requires.",
        many=True,
        example=["idea.resume_on"],
    )


class GateRule(VocabularyTerm):
    """A gate between two stages: the question, what must be there, who decides, how soon."""

    question: Localised = declare(
        "Fråga", "Question", "Vad grinden prövar.", "What the gate asks.", required=True
    )
    from_stage: StageKey = declare(
        "Från skede", "From stage", "Skedet före grinden.", "The stage before the gate.", required=True
    )
    to_stage: StageKey = declare(
        "Till skede", "To stage", "Skedet efter grinden.", "The stage after the gate.", required=True
    )
    requires: tuple[Line, ...] = declare(
        "Kräver",
        "Requires",
        "Vad som måste finnas för att passera.",
        "What must be there to pass.",
        many=True,
    )
    assessors: Count | None = declare(
        "Antal bedömare",
        "Assessors",
        "Så många olika roller ska ha bedömt.",
        "So many different roles must have assessed.",
    )
    approvers: Annotated[tuple[RoleKey, ...], Field(min_length=1)] = declare(
        "Godkänns av", "Approvers", "Roller som måste godkänna.", "Roles that must approve.", required=True
    )
    answer_days: Days | None = declare(
        "Svarstid i dagar", "Days to answer", "Utlovad tid till svar.", "The promised time to an answer."
    )

    @property
    def leads_on(self) -> bool:
        """Whether the gate leads to another stage, rather than standing at one."""
        return self.from_stage != self.to_stage


class SectionRule(Record):
    """A section that a body may be asked to have, known by its heading."""

    title: Localised = declare(
        "Rubrik", "Heading", "Rubriken i texten.", "The heading in the text.", required=True
    )
    help: Localised = declare(
        "Förklaring",
        "Explanation",
        "Vad avsnittet ska svara på.",
        "What the section should answer.",
        required=True,
    )

    @property
    def headings(self) -> tuple[str, str]:
        """The headings that it may stand under, one for each language."""
        return self.title.sv, self.title.en


class MoneyLimit(Record):
    """Above an amount, one more role must approve."""

    above: Money = declare("Över", "Above", "Hela kronor.", "Whole kronor.", required=True)
    role: RoleKey = declare(
        "Roll", "Role", "Rollen som måste godkänna.", "The role that must approve.", required=True
    )


class Process(Record):
    """The process as data: stages, outcomes, gates, sections."""

    stages: dict[Key, StageRule] = declare(
        "Skeden", "Stages", "Skeden i ordning.", "The stages in order.", required=True, min_length=1
    )
    outcomes: dict[Key, OutcomeRule] = declare(
        "Utfall",
        "Outcomes",
        "Vad som kan vara bestämt.",
        "What may have been decided.",
        required=True,
        min_length=1,
    )
    gates: dict[Key, GateRule] = declare(
        "Grindar", "Gates", "Grindar i ordning.", "The gates in order.", required=True, min_length=1
    )
    sections: dict[Key, SectionRule] = declare(
        "Avsnitt",
        "Sections",
        "Avsnitt som krav kan nämna.",
        "Sections that requirements can name.",
        required=True,
    )
    proposer: RoleKey = declare(
        "Idégivarens roll",
        "Proposer's role",
        "Rollen som har nästa drag när ett beslut är att komplettera.",
        "The role whose move it is when a decision is to revise.",
        required=True,
        example="idegivare",
    )
    maintainer: RoleKey | None = declare(
        "Förvaltarens roll",
        "Maintainer's role",
        "Rollen som sköter katalogens regler och program; annars de som tar emot idéer.",
        "The role that looks after the catalogue's rules and program; else those who receive ideas.",
        example="forvaltare",
    )
    money_limits: tuple[MoneyLimit, ...] = declare(
        "Beloppsgränser",
        "Money limits",
        "Belopp som kräver fler godkännanden.",
        "Amounts that need more approvals.",
        many=True,
    )

    @property
    def first_stage(self) -> str:
        """Where an idea begins."""
        return next(iter(self.stages))

    @property
    def first_outcome(self) -> str:
        """What is decided of an idea that has just come in."""
        return next(iter(self.outcomes))


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

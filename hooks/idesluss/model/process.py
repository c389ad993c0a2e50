"""The process: what an idea must hold at its stage and with its outcome, as catalogue.yml says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

from . import Idea, Plan, Relation, needed_from, record_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from . import Settings
    from .settings import GateRule, Process

Kind = Literal["file", "field", "each", "relation", "section", "decision", "history"]
HISTORY = "history"
FIRST_PLAN_STAGE = "project"
_KINDS: dict[str, Kind] = {"section": "section", "decisions": "decision", "relations": "relation"}
_NAMED = {"idea": {"section", *Idea.model_fields}, "plan": {"section", *Plan.model_fields}}


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something an entry must hold, such as `idea.section.need` or `plan.budget`.

    `name` is how catalogue.yml and waivers write it, `file` the one it concerns.
    """

    name: str
    file: Literal["idea", "plan"]
    kind: Kind
    field: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Demand:
    """A requirement and what asks for it: a stage, a gate, an outcome, or facts about others."""

    requirement: Requirement
    asked_by: Literal["facts", "stages", "gates", "outcomes"]
    key: str


def find_requirement(name: str, process: Process) -> Requirement | None:
    """Read a requirement's name; None if it names nothing that exists."""
    file, _, rest = name.partition(".")
    field, _, part = rest.partition(".")
    if name == "plan":
        return Requirement(name, "plan", "file")
    if name == HISTORY:
        return Requirement(name, "idea", "history")
    if field not in _NAMED.get(file, ()):
        return None
    requirement = Requirement(name, "idea" if file == "idea" else "plan", "field", field, part)
    if not part:
        return None if field == "section" else requirement
    kinds: dict[str, Collection[str]] = {"section": process.sections, "decisions": process.gates}
    if part not in kinds.get(field, _parts(requirement.file, field)):
        return None
    return replace(requirement, kind=_KINDS.get(field, "each"))


@cache
def _parts(file: Literal["idea", "plan"], field: str) -> frozenset[str]:
    """What may stand after a field's name: the fields of its items, or the kinds of relations."""
    declared = (Idea if file == "idea" else Plan).model_fields.get(field)
    if field == "relations":
        return frozenset(get_args(Relation.model_fields["kind"].annotation))
    item = record_in(declared.annotation) if declared else None
    return frozenset(item.model_fields) if item else frozenset()


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


def next_gate(process: Process, stage: str) -> tuple[str, GateRule] | None:
    """The gate that leads on from this stage; the follow-up gate at the last one."""
    leading = [(key, gate) for key, gate in process.gates.items() if gate.from_stage == stage]
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


def demands_on(settings: Settings, idea: Idea) -> Iterator[Demand]:
    """All that the entry must hold now. Research stands outside the process."""
    process = settings.process
    if idea.grants or idea.kind == "research":
        # What others have done and paid for is told with its source.
        yield Demand(Requirement("idea.sources", "idea", "field", "sources"), "facts", "")
    if idea.kind == "research":
        return
    stage = idea.stage or next(iter(process.stages))
    for name, first in needed_from(Idea).items():
        if is_reached(process, stage, first):
            yield Demand(Requirement(f"idea.{name}", "idea", "field", name), "stages", first)
    if is_reached(process, stage, FIRST_PLAN_STAGE):
        yield Demand(Requirement("plan", "plan", "file"), "stages", FIRST_PLAN_STAGE)
        for name, first in needed_from(Plan).items():
            if is_reached(process, stage, first):
                yield Demand(Requirement(f"plan.{name}", "plan", "field", name), "stages", first)
    yield from _gate_demands(process, idea, stage)
    if idea.outcome in process.outcomes:
        yield from _named(process, process.outcomes[idea.outcome].requires, "outcomes", idea.outcome)


def _gate_demands(process: Process, idea: Idea, stage: str) -> Iterator[Demand]:
    """What gates that were passed ask for; a gate that leads nowhere is passed by its decision."""
    for key, gate in gates_passed(process, stage):
        decided = Requirement(f"idea.decisions.{key}", "idea", "decision", "decisions", key)
        yield Demand(decided, "gates", key)
        yield from _named(process, gate.requires, "gates", key)
    decided_on = {decision.gate for decision in idea.decisions if decision.verdict == "go"}
    for key, gate in process.gates.items():
        if not gate.leads_on and key in decided_on:
            yield from _named(process, gate.requires, "gates", key)


def _named(
    process: Process, names: tuple[str, ...], asked_by: Literal["gates", "outcomes"], key: str
) -> Iterator[Demand]:
    for name in names:
        requirement = find_requirement(name, process)
        if requirement:
            yield Demand(requirement, asked_by, key)

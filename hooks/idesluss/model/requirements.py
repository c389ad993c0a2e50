"""What an idea must hold at its stage and with its outcome, by the process in catalogue.yml."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

from .declare import record_in
from .idea import Idea
from .parts import Relation
from .plan import Plan
from .process import gates_passed, is_reached

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from .declare import Record
    from .process import Process
    from .settings import Settings

Kind = Literal["file", "field", "each", "relation", "section", "decision", "history"]
File = Literal["idea", "plan"]
HISTORY = "history"
_KINDS: dict[str, Kind] = {"section": "section", "decisions": "decision", "relations": "relation"}
_RECORDS: dict[File, type[Record]] = {"idea": Idea, "plan": Plan}
# What a gate asks for when there is something to measure.
_AFTERWARDS = frozenset({"idea.effects.result", "idea.effects.measured"})
# Without these nobody can read an idea, or say where in the process it is.
_ALWAYS = ("idea.title", "idea.summary", "idea.stage", "idea.outcome", "idea.sector")
_NAMED = {file: {"section", *record.model_fields} for file, record in _RECORDS.items()}


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something an entry must hold, such as `idea.section.need` or `plan.budget`.

    `name` is how catalogue.yml and waivers write it, `file` the one it concerns.
    """

    name: str
    file: File
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
    beginning, _, rest = name.partition(".")
    file: File = "idea" if beginning == "idea" else "plan"
    field, _, part = rest.partition(".")
    if name == "plan":
        return Requirement(name, "plan", "file")
    if name == HISTORY:
        return Requirement(name, "idea", "history")
    if beginning not in _RECORDS or field not in _NAMED[file]:
        return None
    requirement = Requirement(name, file, "field", field, part)
    if not part:
        return None if field == "section" else requirement
    kinds: dict[str, Collection[str]] = {"section": process.sections, "decisions": process.gates}
    if part not in kinds.get(field, _parts(file, field)):
        return None
    return replace(requirement, kind=_KINDS.get(field, "each"))


@cache
def _parts(file: File, field: str) -> frozenset[str]:
    """What may stand after a field's name: the fields of its items, or the kinds of relations."""
    declared = _RECORDS[file].model_fields.get(field)
    if field == "relations":
        return frozenset(get_args(Relation.model_fields["kind"].annotation))
    item = record_in(declared.annotation) if declared else None
    return frozenset(item.model_fields) if item else frozenset()


PLAN = Requirement("plan", "plan", "file")


def needed_from(process: Process) -> dict[str, str]:
    """Requirement to the first stage that needs it, of what stages by themselves need."""
    pairs = [(name, key) for key in process.stages for name in stage_requirements(process, key)]
    return dict(reversed(pairs))


def stage_requirements(process: Process, stage: str) -> tuple[str, ...]:
    """What this stage by itself needs from then on; the first one also what every process does."""
    own = process.stages[stage].requires
    return (*_ALWAYS, *own) if stage == process.first_stage else own


def planning_stage(process: Process) -> str | None:
    """The first stage that a plan must be there for, by its own needs or those of the gates on the way."""
    return next((key for key in process.stages if _asks_for_plan(process, key)), None)


def _asks_for_plan(process: Process, stage: str) -> bool:
    of_gates = (gate.requires for _, gate in gates_passed(process, stage))
    names = itertools.chain(process.stages[stage].requires, *of_gates)
    return any(name.partition(".")[0] == PLAN.name for name in names)


def measuring_stage(process: Process) -> str:
    """The stage from which there is something to measure and to take up.

    It is the one whose gate asks what became of the effects; where none does, the one that a plan must be
    there for, as work begins by it, else the last one.
    """
    asking = (gate.from_stage for gate in process.gates.values() if _AFTERWARDS & set(gate.requires))
    return next(asking, None) or planning_stage(process) or [*process.stages][-1]


def demands_on(settings: Settings, idea: Idea) -> Iterator[Demand]:
    """All that the entry must hold now. Research stands outside the process."""
    process = settings.process
    if idea.grants or idea.kind == "research":
        # What others have done and paid for is told with its source.
        yield Demand(Requirement("idea.sources", "idea", "field", "sources"), "facts", "")
    if idea.kind == "research":
        return
    stage = idea.stage or process.first_stage
    for key in process.stages:
        if is_reached(process, stage, key):
            yield from _named(process, stage_requirements(process, key), "stages", key)
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
    process: Process, names: tuple[str, ...], asked_by: Literal["stages", "gates", "outcomes"], key: str
) -> Iterator[Demand]:
    """The requirements of these names; what asks for a part of a plan asks for the plan."""
    for name in names:
        requirement = find_requirement(name, process)
        if requirement is None:
            continue
        if requirement.file == PLAN.file and requirement.kind != PLAN.kind:
            yield Demand(PLAN, asked_by, key)
        yield Demand(requirement, asked_by, key)

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
    import datetime as dt
    from collections.abc import Collection, Iterator

    from .declare import Record
    from .process import Process
    from .settings import Settings
    from .values import PartialDate

Kind = Literal["file", "field", "each", "relation", "section", "decision"]
File = Literal["idea", "plan"]
_KINDS: dict[str, Kind] = {"section": "section", "decisions": "decision", "relations": "relation"}
_RECORDS: dict[File, type[Record]] = {"idea": Idea, "plan": Plan}
# What a gate asks for when there is something to measure.
_AFTERWARDS = frozenset({"idea.effects.result", "idea.effects.measured"})
# Without these nobody can read an idea, or say where in the process it is; nothing excuses from them.
ALWAYS = ("idea.title", "idea.summary", "idea.stage", "idea.outcome", "idea.sector")
# What work elsewhere must be told with: where it stands, and how that is known.
_OF_RECORDS = ("idea.title", "idea.summary", "idea.stage", "idea.sector", "idea.sources")
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


Asker = Literal["facts", "kinds", "stages", "gates", "outcomes"]


@dataclass(frozen=True, slots=True)
class Demand:
    """A requirement and what asks for it: a stage, a gate, an outcome, a kind of entry, or a fact."""

    requirement: Requirement
    asked_by: Asker
    key: str


def find_requirement(name: str, process: Process) -> Requirement | None:
    """Read a requirement's name; None if it names nothing that exists."""
    beginning, _, rest = name.partition(".")
    file: File = "idea" if beginning == "idea" else "plan"
    field, _, part = rest.partition(".")
    if name == "plan":
        return Requirement(name, "plan", "file")
    if beginning not in _RECORDS or field not in _NAMED[file]:
        return None
    requirement = Requirement(name, file, "field", field, part)
    if not part:
        return None if field == "section" else requirement
    kinds: dict[str, Collection[str]] = {"section": process.sections, "decisions": process.gates}
    if part not in kinds.get(field, _parts(file, field)):
        return None
    return replace(requirement, kind=_KINDS.get(field, "each"))


def is_excusable(name: str) -> bool:
    """Whether a waiver may speak of it: not of a decision, and not of what tells which idea it is."""
    return name not in ALWAYS and not name.startswith("idea.decisions")


@cache
def _parts(file: File, field: str) -> frozenset[str]:
    """What may stand after a field's name: the fields of its items, or the kinds of relations."""
    declared = _RECORDS[file].model_fields.get(field)
    if field == "relations":
        return frozenset(get_args(Relation.model_fields["kind"].annotation))
    item = record_in(declared.annotation) if declared else None
    return frozenset(item.model_fields) if item else frozenset()


PLAN = Requirement("plan", "plan", "file")
_SOURCES = Requirement("idea.sources", "idea", "field", "sources")


def needed_from(process: Process) -> dict[str, str]:
    """Requirement to the first stage that needs it, of what stages by themselves need."""
    pairs = [(name, key) for key in process.stages for name in stage_requirements(process, key)]
    return dict(reversed(pairs))


def stage_requirements(process: Process, stage: str) -> tuple[str, ...]:
    """What this stage by itself needs from then on; the first one also what every process does."""
    own = process.stages[stage].required
    return (*ALWAYS, *own) if stage == process.first_stage else own


def planning_stage(process: Process) -> str | None:
    """The first stage that a plan must be there for, by its own needs or those of the gates on the way."""
    return next((key for key in process.stages if _asks_for_plan(process, key)), None)


def _asks_for_plan(process: Process, stage: str) -> bool:
    of_gates = (gate.required for _, gate in gates_passed(process, stage))
    names = itertools.chain(process.stages[stage].required, *of_gates)
    return any(name.partition(".")[0] == PLAN.name for name in names)


def measuring_stage(process: Process) -> str:
    """The stage from which there is something to measure and to take up.

    It is the one whose gate asks what became of the effects; where none does, the one that a plan must be
    there for, as work begins by it, else the last one.
    """
    asking = (gate.from_stage for gate in process.gates.values() if _AFTERWARDS & set(gate.required))
    return next(asking, None) or planning_stage(process) or [*process.stages][-1]


@dataclass(frozen=True, slots=True)
class Days:
    """The days by which it is told what an idea had to meet: those of its decisions, else `today`.

    With `is_now` everything is asked as of today, as a change that decides must meet all that holds then.
    """

    process: Process
    idea: Idea
    today: dt.date
    is_now: bool = False

    def of_gate(self, gate: str) -> dt.date:
        """When the gate was passed: the latest decision to go on there."""
        passed = [d.date for d in self.idea.decisions if d.gate == gate and d.verdict == "go"]
        return self._day(max(passed, default=None))

    def of_stage(self, stage: str) -> dt.date:
        """When the idea came to the stage: that of the gate that leads there; to the first, when it came."""
        if stage == self.process.first_stage:
            return self._day(self.idea.submitted)
        gate = next((key for key, rule in self.process.gates.items() if rule.opens == stage), "")
        return self.of_gate(gate)

    def of_outcome(self) -> dt.date:
        """When the outcome was given: that of the latest decision."""
        return self._day(max((decision.date for decision in self.idea.decisions), default=None))

    def _day(self, date: PartialDate | None) -> dt.date:
        return self.today if date is None or self.is_now else date.last_day


def demands_on(settings: Settings, idea: Idea, today: dt.date, *, is_now: bool = False) -> Iterator[Demand]:
    """All that the entry must hold, by what held when it was decided; with `is_now`, by what holds today.

    Research stands outside the process, and a record is asked only for what tells of it.
    """
    process, days = settings.process, Days(settings.process, idea, today, is_now)
    if idea.kind != "idea":
        yield from _facts(process, idea)
        return
    if idea.grants:
        # What others have done and paid for is told with its source.
        yield Demand(_SOURCES, "facts", "")
    stage = idea.stage or process.first_stage
    for key in process.stages:
        if is_reached(process, stage, key):
            always = ALWAYS if key == process.first_stage else ()
            names = (*always, *process.stages[key].required_on(days.of_stage(key)))
            yield from _named(process, names, "stages", key)
    yield from _gate_demands(process, idea, stage, days)
    if idea.outcome in process.outcomes:
        names = process.outcomes[idea.outcome].required_on(days.of_outcome())
        yield from _named(process, names, "outcomes", idea.outcome)


def _facts(process: Process, idea: Idea) -> Iterator[Demand]:
    """What is told of others' work, and from where."""
    if idea.kind == "record":
        yield from _named(process, _OF_RECORDS, "kinds", idea.kind)
    else:
        yield Demand(_SOURCES, "facts", "")
    if idea.result:
        yield Demand(Requirement("idea.result_source", "idea", "field", "result_source"), "facts", "")


def _gate_demands(process: Process, idea: Idea, stage: str, days: Days) -> Iterator[Demand]:
    """What gates that were passed ask for; a gate that leads nowhere is passed by its decision."""
    for key, gate in gates_passed(process, stage):
        decided = Requirement(f"idea.decisions.{key}", "idea", "decision", "decisions", key)
        yield Demand(decided, "gates", key)
        yield from _named(process, gate.required_on(days.of_gate(key)), "gates", key)
    decided_on = {decision.gate for decision in idea.decisions if decision.verdict == "go"}
    for key, gate in process.gates.items():
        if not gate.leads_on and key in decided_on:
            yield from _named(process, gate.required_on(days.of_gate(key)), "gates", key)


def _named(process: Process, names: tuple[str, ...], asked_by: Asker, key: str) -> Iterator[Demand]:
    """The requirements of these names; what asks for a part of a plan asks for the plan."""
    for name in names:
        requirement = find_requirement(name, process)
        if requirement is None:
            continue
        if requirement.file == PLAN.file and requirement.kind != PLAN.kind:
            yield Demand(PLAN, asked_by, key)
        yield Demand(requirement, asked_by, key)

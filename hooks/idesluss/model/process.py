"""The process as catalogue.yml says it: stages, outcomes, gates and sections, and the way between stages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, get_origin

from pydantic import Field, create_model, model_validator

from .decisions import Verdict
from .declare import Record, declare
from .keys import RoleKey, StageKey
from .terms import Localised, VocabularyTerm
from .values import Count, Day, Days, Flag, Key, Line, Money

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator

SectionUse = Literal["need", "results", "lessons"]
# What an outcome is to the site, whatever the catalogue calls it.
OutcomeKind = Literal["open", "on_hold", "referred", "merged", "withdrawn", "stopped", "completed"]
# What is known of work elsewhere that has no outcome; no key of the catalogue's can be written so.
RUNNING, NOT_KNOWN = "-running", "-unknown"
STANDINGS = {RUNNING: "running", NOT_KNOWN: "unknown"}  # each with the name of its words
CLOSING: frozenset[Verdict] = frozenset({"stop", "close"})
# How catalogue.yml asks for what tells where a closed idea went.
ASKING = frozenset({"stages", "gates", "outcomes"})  # the parts of the process that require something
MERGED_INTO, REFERRED_TO = "idea.relations.merged_into", "idea.referred_to"


class _RequiredPart(Record):
    """A requirement by its name, and from which day on decisions must meet it; a name alone holds always."""

    @model_validator(mode="before")
    @classmethod
    def read_name(cls, value: object) -> object:
        """A name alone, or a name with its day."""
        return {"name": value} if isinstance(value, str) else value

    def holds_on(self, day: dt.date) -> bool:
        """Whether a decision of that day must meet it."""
        since: Day | None = getattr(self, "from")
        return since is None or since.first_day <= day


if TYPE_CHECKING:

    class RequiredPart(_RequiredPart):
        """What the type checker knows of it."""

        name: Line

else:
    # `from` is a word of Python's, and cannot be written as a field there.
    RequiredPart = create_model(
        "RequiredPart",
        __base__=_RequiredPart,
        __doc__=_RequiredPart.__doc__,
        **{
            "name": (Line, declare(required=True, example="idea.recipient")),
            "from": (Day | None, declare(example="2027-01-01")),
        },
    )


class _Requiring(VocabularyTerm):
    """A term of the process that something is required for."""

    requires: tuple[RequiredPart, ...] = declare(many=True)

    @property
    def required(self) -> tuple[str, ...]:
        """The names of all that is required, whenever it holds from."""
        return tuple(part.name for part in self.requires)

    def required_on(self, day: dt.date) -> tuple[str, ...]:
        """The names of what a decision of that day must meet."""
        return tuple(part.name for part in self.requires if part.holds_on(day))


class StageRule(_Requiring):
    """A stage of the process: where the work is, and what must be there from then on."""

    whose_move: RoleKey = declare(required=True)
    requires: tuple[RequiredPart, ...] = declare(many=True, example=["idea.origin"])


class OutcomeRule(_Requiring):
    """What has been decided about an idea: by which verdicts, by whom, and what must then be told.

    `deciders` may give the verdict beside the roles of the gate.
    """

    verdicts: Annotated[tuple[Verdict, ...], Field(min_length=1)] = declare(required=True, example=["go"])
    is_final: Flag = declare(default=False)
    requires: tuple[RequiredPart, ...] = declare(many=True, example=["idea.resume_on"])
    deciders: tuple[RoleKey, ...] = declare(many=True)


class GateRule(_Requiring):
    """A gate between two stages: the question, what must be there, who decides, how soon.

    `approval` says whether one of the approvers opens the gate or all must. Decisions of `former_approvers`
    stand, and they make no new ones.
    """

    question: Localised = declare(required=True)
    from_stage: StageKey = declare(required=True)
    to_stage: StageKey = declare(required=True)
    requires: tuple[RequiredPart, ...] = declare(many=True, example=["idea.effects"])
    assessors: Count | None = declare()
    approvers: Annotated[tuple[RoleKey, ...], Field(min_length=1)] = declare(required=True)
    approval: Literal["any", "all"] = declare(default="any", example="any")
    former_approvers: tuple[RoleKey, ...] = declare(many=True)
    answer_days: Days | None = declare()

    @property
    def opens(self) -> str | None:
        """The stage that it leads to; None for one that stands at a stage."""
        return self.to_stage if self.leads_on else None

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

    def kind_of(self, outcome: str | None) -> OutcomeKind | None:
        """What an outcome is to the site, as its rule tells; None for one that the process does not have."""
        rule = self.outcomes.get(outcome or "")
        if rule is None:
            return None
        if not rule.is_final:
            return "on_hold" if "hold" in rule.verdicts else "open"
        if MERGED_INTO in rule.required:
            return "merged"
        if REFERRED_TO in rule.required:
            return "referred"
        if self.proposer in rule.deciders:
            return "withdrawn"
        return "completed" if "close" in rule.verdicts else "stopped"

    def outcomes_of_kind(self, kind: OutcomeKind) -> list[str]:
        """The outcomes that are of that kind to the site, in order."""
        return [key for key in self.outcomes if self.kind_of(key) == kind]

    def outcomes_by(self, verdict: Verdict) -> list[str]:
        """The outcomes that a verdict may lead to, in order."""
        return [key for key, rule in self.outcomes.items() if verdict in rule.verdicts]

    def roles_to_open(self, gate: str) -> frozenset[str]:
        """The roles of which one opens the gate where not all must: its approvers, now or before.

        Whom an outcome of going on lets decide beside them is one of them.
        """
        rule, going_on = self.gates[gate], self.outcomes_by("go")
        beside = (role for key in going_on for role in self.outcomes[key].deciders)
        return frozenset((*rule.approvers, *rule.former_approvers, *beside))

    def section_for(self, use: SectionUse) -> str | None:
        """The key of the section that the site has this use for; None where the process has none."""
        return next((key for key, section in self.sections.items() if section.use == use), None)


# What may be a list of the program's.
PARTS = tuple(name for name, field in Process.model_fields.items() if get_origin(field.annotation) is dict)


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


def gates_open(process: Process, stage: str, passed: Collection[str]) -> list[str]:
    """The gates that an idea in this stage may be decided at now.

    The next one, and those that stand before it until they have been `passed`; at the last stage, where
    none leads on, all that stand there.
    """
    following = next_gate(process, stage)
    keys = [key for key, _ in gates_at(process, stage)]
    if following is None or not following[1].leads_on:
        return keys
    before = keys[: keys.index(following[0])]
    return [*(key for key in before if key not in passed), following[0]]


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

"""A stage changes one gate at a time, commit by commit, and never backwards."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ...model.process import ASKING, gates_between, gates_passed, is_reached, is_step
from ...model.requirements import demands_on
from ...model.vocabulary import terms_of
from ...reading.problem import Problem
from ...reading.records import nearest
from ...words import in_every
from ...words.characters import plain
from ..former_keys import former_outcome, former_stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...history.change import Change, EntryChange
    from ...history.stages import StageState
    from ...model.process import Process
    from ...model.requirements import Demand

GROUP = "change"
MAY_BE_EXEMPTED = False
MEANS = {"name": "requirement", "back": "nearest"}


def check_change(change: Change) -> Iterator[Problem]:
    for entry in change.entries:
        if entry.after.is_in_process and not entry.after.unread & {"idea.stage", "idea.kind"}:
            yield from _judge(change, entry)
            yield from _lacking(change, entry)


def covers(own: Problem, other: Problem) -> bool:
    """A jump is why the gates that were passed by lack what they ask for, a step back why one stands open.

    Where a stage comes with the change, so does the gate that leads there.
    """
    is_same_file = own.place.path == other.place.path
    if own.key == "stage_step.jump":
        passed = str(own.values["passed"]).split()
        asked = other.rule == "required" and other.values.get("gate") in passed
        return is_same_file and (asked or other.key == "required.file")
    if own.key == "stage_step.invented":
        return is_same_file and other.key == "decision_role.gate"
    return is_same_file and own.key == "stage_step.back" and other.key == "decision_order.ahead"


def _judge(change: Change, entry: EntryChange) -> Iterator[Problem]:
    process = change.settings.process
    states = _way(change, entry)
    if not states or states[-1].stage not in {*process.stages, *change.head.settings.process.stages}:
        return  # told as an idea that is born late, or as an unknown term
    if states[-1].stage not in process.stages:
        yield _problem(entry, "invented", stage=states[-1].stage, before=states[0].stage or "–")
        return
    if states[0].stage not in process.stages:
        yield from _from_unknown(process, entry, states)
        return
    reached = _reached(process, states)
    if states[-1] not in reached:
        yield _refused(change, process, entry, reached[-1], states[-1])
        return
    for before, after in pairwise(states):
        if not is_step(process, before.stage, after.stage):
            place = entry.after.document.place_of("stage")
            # The names first, as they are what two of these stand in order by.
            values = {**_names(change, before, after), "commit": after.commit or "–"}
            yield Problem(place, "stage_step", "hint", "stage_step.mended", values)


def _problem(entry: EntryChange, kind: str, /, **values: object) -> Problem:
    document = entry.after.document
    return document.problem(document.place_of("stage"), "stage_step", f"stage_step.{kind}", **values)


def _way(change: Change, entry: EntryChange) -> list[StageState]:
    """The states in the names of the process before the change.

    What is new in the process begins where it first stood at the first stage.
    """
    states = [state.at(former_stage(change, state.stage)) for state in entry.states]
    if not entry.enters_process:
        return states
    first = change.settings.process.first_stage
    at = next((at for at, state in enumerate(states) if state.stage == first), len(states))
    return states[at:]


def _from_unknown(process: Process, entry: EntryChange, states: list[StageState]) -> Iterator[Problem]:
    """A stage that meant nothing before may be put right, or be the first one."""
    meant = nearest(states[0].stage or "", process.stages)
    first = process.first_stage
    if states[-1].stage not in {first, meant}:
        before = plain(states[0].stage or "–", 60)
        yield _problem(entry, "unknown", before=before, stage=states[-1].stage, back=meant or first)


def _reached(process: Process, states: list[StageState]) -> list[StageState]:
    """Those of the states that a way of single steps leads to from the first one.

    Whoever has gone back to where the way began has all of it before them again.
    """
    reached = [states[0]]
    for state in states[1:]:
        if state.stage == states[0].stage:
            reached = [state]
        elif any(is_step(process, before.stage, state.stage) for before in reached):
            reached.append(state)
    return reached


def _refused(
    change: Change, process: Process, entry: EntryChange, first: StageState, last: StageState
) -> Problem:
    gates = gates_between(process, first.stage or "", last.stage or "")
    titles = {key: change.label("gates", key) for key in gates}
    return _problem(
        entry,
        "jump" if gates else "back",
        **_names(change, first, last),
        back=first.stage,
        following=process.gates[gates[0]].to_stage if gates else "",
        passed=" ".join(gates),
        gates=in_every(
            lambda language: ", ".join(f"{key} {title.in_(language)}" for key, title in titles.items())
        ),
    )


def _lacking(change: Change, entry: EntryChange) -> Iterator[Problem]:
    """What was asked for before the change, where the change itself takes the demand away."""
    process, after = change.settings.process, entry.after
    lacking_now = {d.requirement.name for d in after.demands if not after.meets(d.requirement)}
    asked_by_date = {demand.requirement.name for demand in after.demands}
    settled = {*lacking_now, *after.waived}
    passed = _passed(change, entry)
    new = {"gates": passed, "stages": _entered(change, entry), "outcomes": _new_outcome(change, entry)}
    names = {
        "stage": former_stage(change, after.idea.stage),
        "outcome": former_outcome(change, after.idea.outcome),
    }
    idea = after.idea.model_copy(update=names)
    for demand in demands_on(change.settings, idea, after.today, is_now=True):
        asked = demand.requirement
        is_new = demand.key in new.get(demand.asked_by, ())
        needs_plan = asked.file == "plan" and asked.kind != "file" and not after.plan
        if is_new and not needs_plan and asked.name not in settled and not after.meets(asked, process):
            settled.add(asked.name)
            by = change.label(demand.asked_by, demand.key)
            kind = "backdated" if _is_by_date(change, demand, asked_by_date) else "lacking"
            yield _problem(entry, kind, name=asked.name, key=demand.key, gate=by)
    yield from _unassessed(change, after, passed, settled)


def _is_by_date(change: Change, demand: Demand, asked_by_date: set[str]) -> bool:
    """Whether only the date that the decision gives is why it is not asked for."""
    head, name = change.head, demand.requirement.name
    terms = terms_of(head.settings, demand.asked_by) if demand.asked_by in ASKING else {}
    rule = terms.get(demand.key)
    return name not in asked_by_date and rule is not None and name in rule.required_on(head.today)


def _entered(change: Change, entry: EntryChange) -> set[str]:
    """The stages that the change takes the idea to or past."""
    process = change.settings.process
    stage = former_stage(change, entry.after.idea.stage) or ""
    before = "" if entry.enters_process else entry.states[0].stage or ""
    return {
        key
        for key in process.stages
        if is_reached(process, stage, key) and not is_reached(process, before, key)
    }


def _new_outcome(change: Change, entry: EntryChange) -> set[str]:
    """The outcome, by its name before, where the change gives it."""
    outcome = former_outcome(change, entry.after.idea.outcome)
    was = entry.before.idea.outcome if entry.before else None
    return {outcome} if outcome and outcome != was else set()


def _passed(change: Change, entry: EntryChange) -> set[str]:
    """The gates that the change takes the idea through, and those that it decides at."""
    process = change.settings.process
    stage = former_stage(change, entry.after.idea.stage) or ""
    decided = {decision.gate for _, decision in entry.new_decisions if decision.verdict == "go"}
    standing = {key for key in decided & set(process.gates) if not process.gates[key].leads_on}
    if entry.enters_process:
        return standing | {key for key, _ in gates_passed(process, stage)}
    before = entry.states[0].stage or ""
    return standing | set(gates_between(process, before, stage))


def _unassessed(change: Change, after: Entry, passed: set[str], settled: set[str]) -> Iterator[Problem]:
    """Gates whose number of assessors the change has lowered below what the idea has."""
    roles = {assessment.role for assessment in after.idea.assessments}
    now = change.head.settings.process.gates
    for key in sorted(passed):
        wanted = change.settings.process.gates[key].assessors or 0
        is_lacking_now = key in now and len(roles) < (now[key].assessors or 0)
        if len(roles) < wanted and not is_lacking_now and "idea.assessments" not in settled:
            place = after.document.place_of("assessments" if roles else "stage", at_key=True)
            values = {"wanted": wanted, "found": len(roles), "gate": key}
            yield after.document.problem(place, "stage_step", "stage_step.assessors", **values)


def _names(change: Change, before: StageState, after: StageState) -> dict[str, object]:
    """The two stages, in words; a stage that does not exist as it was written."""
    return {
        "before": change.label("stages", plain(before.stage or "–", 60)),
        "after": change.label("stages", plain(after.stage or "–", 60)),
    }

"""An outcome changes only by a decision that comes with it, at the gate that the idea stands before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...history.stages import fields_as_written
from ...model.process import gates_between, gates_open
from ...reading.problem import one_of
from ...words import text
from ..former_keys import former_outcome, former_stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...history.change import Change, EntryChange
    from ...model import Decision
    from ...reading.problem import Problem

GROUP = "change"
MAY_BE_EXEMPTED = False
MEANS = {"back": "nearest"}
_UNJUDGED = frozenset({"idea.kind", "idea.stage", "idea.outcome", "idea.decisions"})


def check_change(change: Change) -> Iterator[Problem]:
    for entry in change.entries:
        was, now = _outcome_before(change, entry), entry.after.idea.outcome
        is_judged = entry.after.is_in_process and not entry.after.unread & _UNJUDGED
        if is_judged and was and was != former_outcome(change, now):
            yield from _judge(change, entry, was, now or "–")


def covers(own: Problem, other: Problem) -> bool:
    """That no decision says the outcome is the same thing as that no decision has come with it."""
    is_same = own.place == other.place and other.rule == "decision_outcome"
    return is_same and own.key == "outcome_step.undecided"


def _outcome_before(change: Change, entry: EntryChange) -> str | None:
    """The outcome before the change, by its name then; a new idea had the first one."""
    process = change.settings.process
    if entry.before is None:
        return process.first_outcome
    was = fields_as_written(entry.before.document).get("outcome")
    return was if isinstance(was, str) and was in process.outcomes else None


def _judge(change: Change, entry: EntryChange, was: str, now: str) -> Iterator[Problem]:
    """By what the outcome asked for before the change, whatever it asks for now."""
    outcomes = change.settings.process.outcomes
    rule = outcomes.get(former_outcome(change, now) or "")
    names = {"before": change.label("outcomes", was), "after": change.head.label("outcomes", now)}
    if rule is None:
        if now in change.head.settings.process.outcomes:
            yield _problem(entry, ("outcome",), "invented", back=was, **names)
        return  # told as an unknown term
    latest = next(reversed(entry.after.decisions), None)
    at = next((at for at, decision in entry.new_decisions if decision is latest), None)
    wanted = one_of([f"`verdict: {verdict}`" for verdict in rule.verdicts])
    if latest is None or at is None:
        yield _problem(entry, ("outcome",), "undecided", wanted=wanted, back=was, **names)
    elif latest.verdict not in rule.verdicts:
        verdict = text(f"choice.verdict.{latest.verdict}")
        where = ("decisions", at, "verdict")
        yield _problem(entry, where, "verdict", wanted=wanted, verdict=verdict, **names)
    elif not _is_at_its_gate(change, entry, latest):
        gates = one_of([f"`{gate}`" for gate in _open_gates(change, entry)])
        yield _problem(entry, ("decisions", at, "gate"), "gate", key=latest.gate, wanted=gates, **names)


def _problem(entry: EntryChange, where: tuple[str | int, ...], kind: str, **values: object) -> Problem:
    document = entry.after.document
    return document.problem(document.place_of(*where), "outcome_step", f"outcome_step.{kind}", **values)


def _is_at_its_gate(change: Change, entry: EntryChange, decision: Decision) -> bool:
    """Whether the decision stands where the idea does; that it reopens where it closed is judged in order."""
    process = change.settings.process
    gate = process.gates.get(decision.gate)
    if gate is None or decision.verdict == "reopen":
        return True  # who may decide at a gate that comes with the change is told as such
    if decision.verdict == "go" and gate.leads_on:
        before = entry.before.idea.stage if entry.before else process.first_stage
        return decision.gate in gates_between(process, before or "", _stage(change, entry))
    return decision.gate in _open_gates(change, entry)


def _stage(change: Change, entry: EntryChange) -> str:
    return former_stage(change, entry.after.idea.stage) or ""


def _open_gates(change: Change, entry: EntryChange) -> list[str]:
    """The gates that the idea stands before, by what it had been let through before the change."""
    process, before = change.settings.process, entry.before
    passed = {gate for gate in process.gates if before and before.decision_at(gate)}
    return gates_open(process, _stage(change, entry), passed)

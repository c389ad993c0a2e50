"""An outcome changes only by a decision that comes with it, at the gate that the idea stands before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...history.stages import fields_as_written
from ...model.process import gates_open
from ...reading.problem import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...history.change import Change, EntryChange
    from ...model import Decision
    from ...model.process import Process
    from ...reading.problem import Problem

GROUP = "change"
MAY_BE_EXEMPTED = False
MEANS = {"back": "nearest"}
_UNJUDGED = frozenset({"idea.kind", "idea.stage", "idea.outcome", "idea.decisions"})


def check_change(change: Change) -> Iterator[Problem]:
    for entry in change.entries:
        was, now = _outcome_before(change, entry), entry.after.idea.outcome
        is_judged = entry.after.is_in_process and not entry.after.unread & _UNJUDGED
        if is_judged and was and was != now and not _is_renamed(change, was, now):
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


def _is_renamed(change: Change, was: str, now: str | None) -> bool:
    """Whether the change only calls the outcome something else, for all ideas."""
    before, after = change.settings.process, change.head.settings.process
    is_exchanged = was not in after.outcomes and now not in before.outcomes
    return is_exchanged and before.kind_of(was) == after.kind_of(now)


def _judge(change: Change, entry: EntryChange, was: str, now: str) -> Iterator[Problem]:
    after = entry.after
    rule = change.settings.process.outcomes.get(now) or change.head.settings.process.outcomes.get(now)
    if rule is None:
        return  # told as an unknown term
    new = [decision for _, decision in entry.new_decisions]
    latest = next(reversed(after.decisions), None)
    names = {"before": change.label("outcomes", was), "after": change.label("outcomes", now)}
    if latest is None or latest not in new:
        verdicts = one_of([f"`verdict: {verdict}`" for verdict in rule.verdicts])
        place = after.document.place_of("outcome")
        yield after.document.problem(
            place, "outcome_step", "outcome_step.undecided", wanted=verdicts, back=was, **names
        )
    elif not _is_at_its_gate(change.settings.process, entry, latest):
        at = after.idea.decisions.index(latest)
        place = after.document.place_of("decisions", at, "gate")
        gates = gates_open(change.settings.process, after.idea.stage or "", _passed(entry))
        wanted = one_of([f"`{gate}`" for gate in gates])
        yield after.document.problem(
            place, "outcome_step", "outcome_step.gate", key=latest.gate, wanted=wanted, **names
        )


def _is_at_its_gate(process: Process, entry: EntryChange, decision: Decision) -> bool:
    """Whether the decision stands where the idea does; that it reopens where it closed is judged in order."""
    gate, stage = process.gates.get(decision.gate), entry.after.idea.stage or ""
    if gate is None or decision.verdict == "reopen":
        return True
    if decision.verdict == "go" and gate.leads_on:
        return gate.to_stage == stage
    return decision.gate in gates_open(process, stage, _passed(entry))


def _passed(entry: EntryChange) -> set[str]:
    """The gates that the idea had been let through before the change."""
    return {d.gate for d in entry.before.idea.decisions if d.verdict == "go"} if entry.before else set()

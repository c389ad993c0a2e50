"""Decisions stand in order of time, follow the order of the gates, and none lies in the future."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ...model.process import CLOSING, is_reached
from ...words import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...history.change import Change, EntryChange
    from ...model import Decision
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "process"
MAY_BE_EXEMPTED = True

# After these an idea goes nowhere until somebody decides anew.
_STOPPING = CLOSING | {"hold"}


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    disordered = list(_out_of_order(entry))
    yield from disordered
    yield from _in_future(entry)
    yield from _ahead_of_stage(entry)
    yield from _passed_twice(entry)
    yield from _after_closing(entry)
    if not disordered:
        yield from _before_submitted(entry)
        yield from _out_of_gate_order(entry)


def check_change(change: Change) -> Iterator[Problem]:
    """A decision that comes late is told, and none is put in before one that stopped the idea."""
    for entry in change.entries:
        if entry.after.is_in_process:
            yield from _inserted(entry)


def _inserted(entry: EntryChange) -> Iterator[Problem]:
    document, decisions = entry.after.document, entry.after.idea.decisions
    new = dict(entry.new_decisions)
    for at, decision in new.items():
        later = [d for place, d in enumerate(decisions) if place > at and place not in new]
        if not later:
            continue
        stopping = next((d for d in later if d.verdict in _STOPPING), None)
        before = stopping or later[0]
        tells = document.problem if stopping else document.warning
        yield tells(
            document.place_of("decisions", at, "date"),
            "decision_order",
            "decision_order.inserted_stopped" if stopping else "decision_order.inserted",
            key=decision.gate,
            date=str(decision.date),
            other=before.gate,
            before=str(before.date),
            verdict=text(f"choice.verdict.{before.verdict}"),
        )


def _problem(entry: Entry, at: int, field: str, kind: str, **values: object) -> Problem:
    place = entry.document.place_of("decisions", at, field)
    return entry.document.problem(place, "decision_order", f"decision_order.{kind}", **values)


def _out_of_order(entry: Entry) -> Iterator[Problem]:
    for at, (earlier, later) in enumerate(pairwise(entry.idea.decisions), 1):
        is_future = earlier.date.first_day > entry.today  # told below
        if later.date.last_day < earlier.date.first_day and not is_future:
            yield _problem(entry, at, "date", "order", later=str(later.date), earlier=str(earlier.date))


def _in_future(entry: Entry) -> Iterator[Problem]:
    today = entry.today
    for at, decision in enumerate(entry.idea.decisions):
        if decision.date.first_day > today:
            yield _problem(entry, at, "date", "future", date=str(decision.date), today=str(today))


def _before_submitted(entry: Entry) -> Iterator[Problem]:
    submitted = entry.idea.submitted
    if submitted is None or submitted.first_day > entry.today:  # told as a future date
        return
    for at, decision in enumerate(entry.idea.decisions):
        if decision.date.last_day < submitted.first_day:
            yield _problem(entry, at, "date", "before", date=str(decision.date), submitted=str(submitted))


def _ahead_of_stage(entry: Entry) -> Iterator[Problem]:
    """A gate is passed together with its stage, and judged from the stage before it."""
    process, stage = entry.process, entry.idea.stage or ""
    for at, decision in enumerate(entry.idea.decisions):
        gate = process.gates.get(decision.gate)
        if gate is None or stage not in process.stages:
            continue
        wanted = gate.to_stage if decision.verdict == "go" else gate.from_stage
        if wanted in process.stages and not is_reached(process, stage, wanted):
            kind = "ahead" if decision.verdict == "go" else "beyond"
            yield _problem(entry, at, "gate", kind, to=wanted, **_names(entry, decision, stage, wanted))


def _names(entry: Entry, decision: Decision, stage: str, wanted: str) -> dict[str, object]:
    return {
        "gate": entry.label("gates", decision.gate),
        "key": decision.gate,
        "stage": entry.label("stages", stage),
        "wanted": entry.label("stages", wanted),
    }


def _passages(entry: Entry) -> list[tuple[int, Decision]]:
    """Decisions, with their places, to go on through a gate that leads from one stage to another."""
    gates = entry.process.gates
    leading = {key for key, gate in gates.items() if gate.leads_on}
    return [(at, d) for at, d in enumerate(entry.idea.decisions) if d.verdict == "go" and d.gate in leading]


def _passed_twice(entry: Entry) -> Iterator[Problem]:
    """A gate is passed anew only after a decision not to go on; by each who must open it or is beside."""
    decisions = entry.idea.decisions
    passed: dict[tuple[str, str], int] = {}
    for at, decision in _passages(entry):
        is_one_of_many = entry.process.gates[
            decision.gate
        ].approval == "all" or decision.role not in entry.process.roles_to_open(decision.gate)
        passage = (decision.gate, decision.role if is_one_of_many else "")
        first = passed.get(passage)
        passed[passage] = at
        if first is None or decision == decisions[first]:  # told as repeated
            continue
        if all(between.verdict == "go" for between in decisions[first:at]):
            line = entry.document.place_of("decisions", first).line
            yield _problem(entry, at, "gate", "twice", key=decision.gate, first=line)


def _after_closing(entry: Entry) -> Iterator[Problem]:
    """What is closed, or on hold, is opened again by a decision that says so, at the gate that made it so.

    What is on hold may go on by any other decision, too.
    """
    closing: Decision | None = None
    waiting: Decision | None = None
    for at, decision in enumerate(entry.idea.decisions):
        values = {"key": decision.gate, "closed": str(closing.date)} if closing else {"key": decision.gate}
        if decision.verdict == "reopen":
            ended = closing or waiting
            if ended is None:
                yield _problem(entry, at, "verdict", "not_closed", **values)
            elif ended.gate != decision.gate:
                values["closed"] = str(ended.date)
                yield _problem(entry, at, "gate", "other_gate", wanted=ended.gate, **values)
            closing = None
        elif closing:
            yield _problem(entry, at, "verdict", "closed", wanted=closing.gate, **values)
        elif decision.verdict in CLOSING:
            closing = decision
        waiting = decision if decision.verdict == "hold" else None


def _out_of_gate_order(entry: Entry) -> Iterator[Problem]:
    order = list(entry.process.gates)
    passed: dict[str, tuple[int, Decision]] = {}
    for at, decision in _passages(entry):
        passed.setdefault(decision.gate, (at, decision))
    for (_, earlier), (at, later) in pairwise(passed.values()):
        if order.index(later.gate) < order.index(earlier.gate):
            dates = {"date": str(later.date), "earlier": str(earlier.date)}
            yield _problem(entry, at, "gate", "gates", key=later.gate, before=earlier.gate, **dates)

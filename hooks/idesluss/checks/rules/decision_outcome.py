"""The outcome is one that the latest decision leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from ...model.decisions import Verdict
from ...model.process import gates_open
from ...reading.problem import one_of
from ...words import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...model import Decision
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "process"
MAY_BE_EXEMPTED = True
MEANS = {"gate": "key"}


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    is_read = not entry.unread & {"idea.kind", "idea.outcome", "idea.decisions"}
    if is_read and entry.is_in_process and entry.idea.outcome in entry.settings.process.outcomes:
        yield from _judge(entry, entry.idea.outcome)


def _judge(entry: Entry, outcome: str) -> Iterator[Problem]:
    process = entry.process
    latest = entry.decisions[-1] if entry.decisions else None
    if latest is None:
        if outcome != process.first_outcome:
            yield _missing(entry, outcome)
    elif not process.outcomes_by(latest.verdict):
        yield _nowhere(entry, latest)
    elif latest.verdict not in process.outcomes[outcome].verdicts:
        yield _other(entry, outcome, latest)


def _missing(entry: Entry, outcome: str) -> Problem:
    process = entry.process
    open_gates = gates_open(process, entry.idea.stage or "", ())
    return entry.document.problem(
        entry.document.place_of("outcome"),
        "decision_outcome",
        "decision_outcome.missing",
        outcome=entry.label("outcomes", outcome),
        first=process.first_outcome,
        gate=open_gates[-1] if open_gates else next(iter(process.gates)),
        wanted=_verdicts(entry, outcome),
    )


def _other(entry: Entry, outcome: str, latest: Decision) -> Problem:
    """An outcome that the latest decision does not lead to; those that it may lead to are named."""
    return entry.document.problem(
        entry.document.place_of("outcome"),
        "decision_outcome",
        "decision_outcome.other",
        outcome=entry.label("outcomes", outcome),
        gate=latest.gate,
        date=str(latest.date),
        verdict=text(f"choice.verdict.{latest.verdict}"),
        choices=one_of([f"`outcome: {key}`" for key in entry.process.outcomes_by(latest.verdict)]),
        wanted=_verdicts(entry, outcome),
    )


def _nowhere(entry: Entry, latest: Decision) -> Problem:
    """A verdict that this catalogue has no outcome for."""
    leading = [verdict for verdict in get_args(Verdict) if entry.process.outcomes_by(verdict)]
    return entry.document.problem(
        entry.document.place_of("decisions", entry.idea.decisions.index(latest), "verdict"),
        "decision_outcome",
        "decision_outcome.nowhere",
        verdict=text(f"choice.verdict.{latest.verdict}"),
        choices=one_of([f"`{verdict}`" for verdict in leading]),
    )


def _verdicts(entry: Entry, outcome: str) -> object:
    return one_of([f"`verdict: {verdict}`" for verdict in entry.process.outcomes[outcome].verdicts])

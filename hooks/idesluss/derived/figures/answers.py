"""Promised answers: how many decisions came in time, by the days that each gate promises."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...model import PartialDate
    from .waits import GateWaits


@dataclass(frozen=True, slots=True)
class Answers:
    """Decisions at a gate against its promise; `overdue` ideas have not been answered although it has passed.

    `unmeasured` decisions lack a day to count from or to, follow a pause, or were promised by no day.
    `gate` is None for all gates together.
    """

    gate: str | None
    promised: int | None
    in_time: int
    late: int
    overdue: int
    unmeasured: int
    median_days: int | None

    @property
    def due(self) -> int:
        """Answers that should have come by now, and whose time can be measured."""
        return self.in_time + self.late + self.overdue

    @property
    def decisions(self) -> int:
        return self.in_time + self.late + self.unmeasured

    @property
    def share(self) -> int | None:
        """Per cent in time of those due; 0 and 100 stand for none and all."""
        if not self.due:
            return None
        percent = round(100 * self.in_time / self.due)
        return percent if self.in_time in {0, self.due} else min(99, max(1, percent))


def answers_by_gate(catalogue: Catalogue, waits: Iterable[GateWaits]) -> tuple[Answers, ...]:
    """Each gate in the order of the process, and last all of them together."""
    gates = catalogue.settings.process.gates
    overdue = Counter({wait.gate: wait.overdue for wait in waits})
    taken: dict[str, list[int | None]] = {gate: [] for gate in gates}
    for entry in catalogue.ideas:
        for gate, days in days_to_answer(entry):
            taken.setdefault(gate, []).append(days)
    answers = [_answers(gate, gates[gate].answer_days, overdue[gate], taken[gate]) for gate in gates]
    everything = [days for gate, rule in gates.items() if rule.answer_days for days in taken[gate]]
    return (*answers, _sum(answers, [days for days in everything if days is not None]))


def _answers(gate: str, promised: int | None, overdue: int, taken: list[int | None]) -> Answers:
    known = [days for days in taken if days is not None] if promised else []
    in_time = sum(days <= (promised or 0) for days in known)
    late = len(known) - in_time
    middle = round(median(known)) if known else None
    return Answers(gate, promised, in_time, late, overdue, len(taken) - len(known), middle)


def _sum(gates: list[Answers], known: list[int]) -> Answers:
    return Answers(
        gate=None,
        promised=None,
        in_time=sum(gate.in_time for gate in gates),
        late=sum(gate.late for gate in gates),
        overdue=sum(gate.overdue for gate in gates),
        unmeasured=sum(gate.unmeasured for gate in gates),
        median_days=round(median(known)) if known else None,
    )


def days_to_answer(entry: Entry) -> Iterator[tuple[str, int | None]]:
    """Each decision's gate, by their dates, and the days it took; None where they cannot be measured."""
    since, is_measured = _day(entry.idea.submitted), True
    for decision in entry.decisions:
        day = _day(decision.date)
        yield decision.gate, _days(entry, since, day) if is_measured else None
        since, is_measured = day, decision.verdict != "hold"


def _days(entry: Entry, since: dt.date | None, until: dt.date | None) -> int | None:
    if since is None or until is None or until < since:
        return None
    for start, end in _periods(entry):
        if (start and start > until) or (end and end <= since):
            continue
        if start is None or end is None:
            return None
        # While a grant or a plan runs, nobody owes an answer: the promise is counted from its end.
        since = min(end, until)
    return (until - since).days


def _periods(entry: Entry) -> list[tuple[dt.date | None, dt.date | None]]:
    periods = [(grant.start, grant.end) for grant in entry.idea.grants if grant.start or grant.end]
    if entry.plan and entry.plan.period:
        periods.append((entry.plan.period.start, entry.plan.period.end))
    return [(start.first_day if start else None, end.last_day if end else None) for start, end in periods]


def _day(date: PartialDate | None) -> dt.date | None:
    return date.first_day if date and date.day else None

"""Decisions stand in order of time, and none lies in the future or after the stage it led to.

The story of an idea is read from its decisions. Put the oldest first and the newest last.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ..process import is_reached

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue import Catalogue, Entry
    from ..problem import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue.entries:
        yield from _in_order(entry)
        yield from _not_ahead(catalogue, entry)


def _in_order(entry: Entry) -> Iterator[Problem]:
    for at, (earlier, later) in enumerate(pairwise(entry.idea.decisions), 1):
        is_future = earlier.date.first_day > entry.catalogue.today  # told below
        if later.date.last_day < earlier.date.first_day and not is_future:
            place = entry.document.place_of("decisions", at, "date")
            values = {"later": str(later.date), "earlier": str(earlier.date)}
            yield entry.document.problem(place, "decision_order", "decision_order.order", **values)


def _not_ahead(catalogue: Catalogue, entry: Entry) -> Iterator[Problem]:
    process = catalogue.settings.process
    for at, decision in enumerate(entry.idea.decisions):
        place = entry.document.place_of("decisions", at, "date")
        if decision.date.first_day > catalogue.today:
            values = {"date": str(decision.date), "today": str(catalogue.today)}
            yield entry.document.problem(place, "decision_order", "decision_order.future", **values)
        gate = process.gates.get(decision.gate)
        stage = entry.idea.stage or ""
        if (
            gate
            and stage in process.stages
            and decision.verdict == "go"
            and not is_reached(process, stage, gate.to_stage)
        ):
            place = entry.document.place_of("decisions", at, "gate")
            yield entry.document.problem(
                place,
                "decision_order",
                "decision_order.ahead",
                gate=catalogue.label("gates", decision.gate),
                key=decision.gate,
                stage=catalogue.label("stages", stage),
                to=gate.to_stage,
            )

"""A period ends after it starts, and a plan's milestones and budget years lie within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...model import PartialDate, Plan
    from ...reading.document import Document
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "money_and_time"
MAY_BE_EXEMPTED = True


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    if entry.idea.period:
        start, end = entry.idea.period.start, entry.idea.period.end
        yield from _end_before_start(entry.document, start, end, ("period", "end"))
    for at, grant in enumerate(entry.idea.grants):
        yield from _end_before_start(entry.document, grant.start, grant.end, ("grants", at, "end"))
    if entry.plan and entry.plan_document and entry.plan.period:
        period = entry.plan.period
        yield from _end_before_start(entry.plan_document, period.start, period.end, ("period", "end"))
        if period.start.first_day <= period.end.last_day:
            yield from _outside(entry.plan_document, entry.plan, period.start, period.end)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for call in catalogue.calls.values():
        yield from _end_before_start(call.document, call.call.opens, call.call.closes, ("closes",))
        yield from _end_before_start(call.document, call.call.start, call.call.end, ("end",))


def _end_before_start(
    document: Document, start: PartialDate | None, end: PartialDate | None, where: tuple[str | int, ...]
) -> Iterator[Problem]:
    if start and end and end.last_day < start.first_day:
        place = document.place_of(*where)
        yield document.problem(place, "period_order", "period_order.end", start=str(start), end=str(end))


def _outside(document: Document, plan: Plan, start: PartialDate, end: PartialDate) -> Iterator[Problem]:
    span = {"start": str(start), "end": str(end)}
    for at, milestone in enumerate(plan.milestones):
        if milestone.due.last_day < start.first_day or milestone.due.first_day > end.last_day:
            place = document.place_of("milestones", at, "due")
            yield document.problem(
                place, "period_order", "period_order.milestone", due=str(milestone.due), **span
            )
    for at, line in enumerate(plan.budget):
        if not start.year <= line.year <= end.year:
            place = document.place_of("budget", at, "year")
            yield document.problem(place, "period_order", "period_order.year", year=str(line.year), **span)

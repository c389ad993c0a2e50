"""A grant keeps to the terms of its call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.problem import one_of
from ...words import Text, formats, in_every

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...model import Call, Grant
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "money_and_time"
MAY_BE_EXEMPTED = True


def check_entry(entry: Entry, beside: Beside) -> Iterator[Problem]:
    for at, grant in enumerate(entry.idea.grants):
        page = beside.calls.get(grant.call or "")
        if page:
            yield from _above_most(entry, at, grant, page.call)
            yield from _by_other_funder(entry, at, grant, page.call)
            yield from _outside_period(entry, at, grant, page.call)
            yield from _above_share(entry, grant, page.call)


def _above_most(entry: Entry, at: int, grant: Grant, call: Call) -> Iterator[Problem]:
    name, amount = ("final", grant.final) if grant.awarded is None else ("awarded", grant.awarded)
    if amount is not None and call.max_grant is not None and amount > call.max_grant:
        place = entry.document.place_of("grants", at, name)
        values = {"amount": amount, "limit": call.max_grant, "call": call.title}
        yield entry.document.problem(place, "call_terms", "call_terms.grant", **values)


def _by_other_funder(entry: Entry, at: int, grant: Grant, call: Call) -> Iterator[Problem]:
    known = entry.settings.funders
    is_known = {grant.funder, *call.funders} <= known.keys()  # else told as an unknown term
    if call.funders and is_known and grant.funder not in call.funders:
        funder = entry.label("funders", grant.funder)
        choices = one_of([f"`{key}`" for key in call.funders])
        place = entry.document.place_of("grants", at, "funder")
        values = {"funder": funder, "call": call.title, "choices": choices}
        yield entry.document.warning(place, "call_terms", "call_terms.funder", **values)


def _outside_period(entry: Entry, at: int, grant: Grant, call: Call) -> Iterator[Problem]:
    outside = {
        "start": grant.start and call.start and grant.start.last_day < call.start.first_day,
        "end": grant.end and call.end and grant.end.first_day > call.end.last_day,
    }
    for name in (name for name, is_outside in outside.items() if is_outside):
        place = entry.document.place_of("grants", at, name)
        values = {"date": str(getattr(grant, name)), "limit": str(getattr(call, name)), "call": call.title}
        yield entry.document.warning(place, "call_terms", f"call_terms.{name}", **values)


def _above_share(entry: Entry, grant: Grant, call: Call) -> Iterator[Problem]:
    """The call's funders together; untold where they also pay for the plan in another way."""
    plan, document = entry.plan, entry.plan_document
    if not plan or not document or call.max_share is None or not _is_alone(entry, grant, call):
        return
    total = sum(part.amount for part in plan.financing)
    paid = sum(part.amount for part in plan.financing if part.funder in call.funders)
    if paid * 100 > call.max_share * total:
        values = {"share": _percentage(paid, total), "limit": call.max_share, "call": call.title}
        place = document.place_of("financing", at_key=True)
        most = call.max_share * total // 100
        yield document.problem(place, "call_terms", "call_terms.share", **values, paid=paid, most=most)


def _is_alone(entry: Entry, grant: Grant, call: Call) -> bool:
    """Whether the plan's money from the call's funders is this grant and no other."""
    others = [other for other in entry.idea.grants if other is not grant and other.funder in call.funders]
    return _meets_plan(entry, grant) and not any(_meets_plan(entry, other) for other in others)


def _meets_plan(entry: Entry, grant: Grant) -> bool:
    """Whether the grant may pay for the plan: a grant for the study before it does not."""
    period = entry.plan.period if entry.plan else None
    if period is None:
        return True
    ends_before = grant.end is not None and grant.end.last_day < period.start.first_day
    return not ends_before and not (grant.start and grant.start.first_day > period.end.last_day)


def _percentage(paid: int, total: int) -> Text:
    """Per cent, rounded up to a tenth, so that a share above a limit never reads as the limit."""
    tenths = -(-paid * 1000 // total)
    return in_every(lambda language: formats.decimal(tenths / 10, language))

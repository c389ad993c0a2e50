"""A plan's budget and its financing are the same sum, in all and for each funder."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "money_and_time"
MAY_BE_EXEMPTED = True


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    plan, document = entry.plan, entry.plan_document
    if not plan or not document or not plan.budget or not plan.financing:
        return
    costs: Counter[str] = Counter()
    for line in plan.budget:
        costs[line.funder] += line.amount
    paid: Counter[str] = Counter()
    for part in plan.financing:
        paid[part.funder] += part.amount
    if not costs.keys() | paid.keys() <= entry.settings.funders.keys():
        return  # told as an unknown term
    for funder in sorted(costs.keys() | paid.keys()):
        if costs[funder] != paid[funder]:
            yield document.problem(
                document.place_of("financing", at_key=True),
                "plan_balance",
                "plan_balance",
                funder=entry.label("funders", funder),
                costs=str(costs[funder]),
                paid=str(paid[funder]),
                difference=str(abs(costs[funder] - paid[funder])),
            )

"""A plan's money: by item and year, by funder, and whether costs and financing are the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from ...model import Plan
    from ..base.writer import Writer

Balance = Literal["balanced", "lacking", "over", "uneven", "only_costs", "only_financing"]


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """An item that a funder pays for, by year."""

    item: str
    funder: str
    by_year: dict[int, int]

    @property
    def total(self) -> int:
        return sum(self.by_year.values())


@dataclass(frozen=True, slots=True)
class Share:
    """What a funder's part costs, and what the funder pays."""

    funder: str
    costs: int
    paid: int

    @property
    def difference(self) -> int:
        return self.paid - self.costs


@dataclass(frozen=True, slots=True)
class Budget:
    """Whole kronor throughout. `difference` is how much is lacking or over."""

    years: tuple[int, ...]
    rows: tuple[BudgetRow, ...]
    by_year: dict[int, int]
    shares: tuple[Share, ...]
    costs: int
    paid: int
    balance: Balance

    @property
    def difference(self) -> int:
        return abs(self.paid - self.costs)

    @property
    def is_uneven(self) -> bool:
        """Whether some funder's part is known to cost more or less than the funder pays."""
        return self.balance in {"lacking", "over", "uneven"}


def budget_of(writer: Writer, plan: Plan) -> Budget | None:
    """The plan's money; None where it says nothing of it."""
    if not (plan.budget or plan.financing):
        return None
    years = tuple(sorted({line.year for line in plan.budget}))
    rows = _rows(writer, plan)
    shares = _shares(writer, plan)
    by_year = {year: sum(row.by_year.get(year, 0) for row in rows) for year in years}
    costs, paid = sum(by_year.values()), sum(share.paid for share in shares)
    return Budget(years, rows, by_year, shares, costs, paid, _balance(plan, shares, costs, paid))


def _rows(writer: Writer, plan: Plan) -> tuple[BudgetRow, ...]:
    rows: dict[tuple[str, str], BudgetRow] = {}
    for line in plan.budget:
        key = line.item, line.funder
        row = rows.setdefault(key, BudgetRow(line.item, writer.label("funders", line.funder), {}))
        row.by_year[line.year] = row.by_year.get(line.year, 0) + line.amount
    return tuple(rows.values())


def _shares(writer: Writer, plan: Plan) -> tuple[Share, ...]:
    costs: Counter[str] = Counter()
    paid: Counter[str] = Counter()
    for line in plan.budget:
        costs[line.funder] += line.amount
    for part in plan.financing:
        paid[part.funder] += part.amount
    # `|` would leave out a funder of nothing.
    named = dict.fromkeys([*costs, *paid])
    return tuple(Share(writer.label("funders", key), costs[key], paid[key]) for key in named)


def _balance(plan: Plan, shares: tuple[Share, ...], costs: int, paid: int) -> Balance:
    if not plan.financing:
        return "only_costs"
    if not plan.budget:
        return "only_financing"
    if costs != paid:
        return "lacking" if costs > paid else "over"
    if any(share.difference for share in shares):
        return "uneven"
    return "balanced"

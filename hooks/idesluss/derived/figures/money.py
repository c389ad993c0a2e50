"""Money: grants and budgets in all, by sector, by funder and by year. Whole kronor throughout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..grants import difference_of_grants, granted_in, grants_of_entries, sum_of_grants
from .rhythm import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...model import Grant
    from ...model.plan import BudgetLine
    from ..grants import GrantDifference, Granted, GrantSum

Planned = tuple["Entry", "BudgetLine"]


@dataclass(frozen=True, slots=True)
class MoneyPart:
    """What a sector, a funder or a year has of grants, and of budgets in plans."""

    key: str
    grants: GrantSum
    budget: int
    budget_lines: int


@dataclass(frozen=True, slots=True)
class Money:
    """`by_year_and_funder` are the known amounts of grants. `plans_without` plans state no budget.

    A grant's year is the one it began in, and `unknown` where nobody says. What went to ideas and to records
    is counted; `research` stands outside, and `everything` is all of it. `difference` is of everything.
    """

    grants: GrantSum
    budget: int
    budget_lines: int
    plans: int
    plans_without: int
    by_sector: tuple[MoneyPart, ...]
    by_funder: tuple[MoneyPart, ...]
    by_year: tuple[MoneyPart, ...]
    by_year_and_funder: dict[str, dict[str, int]]
    research: GrantSum
    everything: GrantSum
    difference: GrantDifference


def money_of(catalogue: Catalogue) -> Money:
    ideas = catalogue.placed
    plans = [entry.plan for entry in ideas if entry.plan]
    granted = [*granted_in(ideas)]
    planned = [(entry, line) for entry in ideas if entry.plan for line in entry.plan.budget]
    by_year = _parts(granted, planned, lambda pair: grant_year(pair[1]), lambda pair: str(pair[1].year))
    by_funder = _parts(granted, planned, lambda pair: pair[1].funder, lambda pair: pair[1].funder)
    by_sector = _parts(granted, planned, lambda pair: pair[0].idea.sector, lambda pair: pair[0].idea.sector)
    return Money(
        grants=grants_of_entries(ideas),
        budget=sum(line.amount for _, line in planned),
        budget_lines=len(planned),
        plans=len(plans),
        plans_without=sum(not plan.budget for plan in plans),
        by_sector=tuple(sorted(by_sector, key=_largest)),
        by_funder=tuple(sorted(by_funder, key=_largest)),
        by_year=tuple(sorted(by_year, key=lambda part: part.key)),
        by_year_and_funder=_crossed(granted),
        research=grants_of_entries(entry for entry in catalogue.listed if not entry.has_stage),
        everything=grants_of_entries(catalogue.listed),
        difference=difference_of_grants(granted_in(catalogue.listed)),
    )


def grant_year(grant: Grant) -> str:
    """The year that the grant's period began."""
    return str(grant.start.year) if grant.start else UNKNOWN


def _largest(part: MoneyPart) -> tuple[int, int, str]:
    return (-part.grants.known, -part.budget, part.key)


def _parts(
    granted: Iterable[Granted],
    planned: Iterable[Planned],
    of_grant: Callable[[Granted], str],
    of_line: Callable[[Planned], str],
) -> list[MoneyPart]:
    grants: dict[str, list[Granted]] = {}
    lines: dict[str, list[int]] = {}
    for pair in granted:
        grants.setdefault(of_grant(pair), []).append(pair)
    for planned_pair in planned:
        lines.setdefault(of_line(planned_pair), []).append(planned_pair[1].amount)
    return [
        MoneyPart(key, sum_of_grants(grants.get(key, ())), sum(lines.get(key, ())), len(lines.get(key, ())))
        for key in dict.fromkeys([*grants, *lines])
    ]


def _crossed(granted: Iterable[Granted]) -> dict[str, dict[str, int]]:
    by_year: dict[str, dict[str, int]] = {}
    for _, grant in granted:
        if grant.amount is not None:
            by_funder = by_year.setdefault(grant_year(grant), {})
            by_funder[grant.funder] = by_funder.get(grant.funder, 0) + grant.amount
    return dict(sorted(by_year.items()))

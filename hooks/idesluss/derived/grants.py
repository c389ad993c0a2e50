"""Grants added up: how many there are, what is known of their amounts, and who gave them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalogue.entry import Entry
    from ..model import Grant


@dataclass(frozen=True, slots=True)
class GrantSum:
    """So many grants, whole kronor in those whose amount is known, and how many have none."""

    count: int = 0
    known: int = 0
    unknown: int = 0


def sum_of_grants(grants: Iterable[Grant]) -> GrantSum:
    """How many grants, whole kronor in those whose amount is known, and how many have none."""
    amounts = [grant.amount for grant in grants]
    known = [amount for amount in amounts if amount is not None]
    return GrantSum(len(amounts), sum(known), len(amounts) - len(known))


def grants_of_entries(entries: Iterable[Entry]) -> GrantSum:
    """All grants of these entries."""
    return sum_of_grants(grant for entry in entries for grant in entry.idea.grants)


def grants_by_funder(grants: Iterable[Grant]) -> dict[str, GrantSum]:
    """Funder to what it gave, the largest sum first."""
    by_funder: dict[str, list[Grant]] = {}
    for grant in grants:
        by_funder.setdefault(grant.funder, []).append(grant)
    sums = {funder: sum_of_grants(grants_of_funder) for funder, grants_of_funder in by_funder.items()}
    return dict(sorted(sums.items(), key=lambda pair: (-pair[1].known, -pair[1].count, pair[0])))


def grant_holder(entry: Entry, grant: Grant) -> str | None:
    """The organisation that holds a grant: the grant's own coordinator, else the idea's."""
    named = grant.coordinator or entry.idea.coordinator
    return named.organisation if named else None

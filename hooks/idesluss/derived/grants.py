"""Grants added up: how many there are, what is known of their amounts, and who gave them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalogue.entry import Entry
    from ..model import Grant


@dataclass(frozen=True, slots=True)
class Sum:
    """So many grants, whole kronor in those whose amount is known, and how many have none."""

    count: int = 0
    known: int = 0
    unknown: int = 0


def add(grants: Iterable[Grant]) -> Sum:
    amounts = [grant.amount for grant in grants]
    known = [amount for amount in amounts if amount is not None]
    return Sum(len(amounts), sum(known), len(amounts) - len(known))


def of_entries(entries: Iterable[Entry]) -> Sum:
    """All grants of these entries."""
    return add(grant for entry in entries for grant in entry.idea.grants)


def by_funder(grants: Iterable[Grant]) -> dict[str, Sum]:
    """Funder to what it gave, the largest sum first."""
    given: dict[str, list[Grant]] = {}
    for grant in grants:
        given.setdefault(grant.funder, []).append(grant)
    sums = {funder: add(listed) for funder, listed in given.items()}
    return dict(sorted(sums.items(), key=lambda pair: (-pair[1].known, -pair[1].count, pair[0])))


def holder(entry: Entry, grant: Grant) -> str | None:
    """The organisation that holds a grant: the grant's own coordinator, else the idea's."""
    named = grant.coordinator or entry.idea.coordinator
    return named.organisation if named else None

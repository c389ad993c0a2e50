"""Grants added up: how many there are, what is known of their amounts, who gave them, what they became."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..catalogue.entry import Entry
    from ..model import Grant

    Granted = tuple[Entry, Grant]


@dataclass(frozen=True, slots=True)
class GrantSum:
    """So many grants, whole kronor in those whose amount is known, and how many have none.

    `research` is what of the known went to research, which is beside ideas and records.
    """

    count: int = 0
    known: int = 0
    unknown: int = 0
    research: int = 0


@dataclass(frozen=True, slots=True)
class GrantDifference:
    """What grants became, of those of which both what was awarded and what was final is known.

    `sum` is whole kronor, final less awarded; `lower` and `higher` count grants.
    """

    count: int
    lower: int
    higher: int
    sum: int


def granted_in(entries: Iterable[Entry]) -> Iterator[Granted]:
    """Every grant of these entries, with its entry."""
    return ((entry, grant) for entry in entries for grant in entry.idea.grants)


def sum_of_grants(granted: Iterable[Granted]) -> GrantSum:
    """How many grants, whole kronor in those whose amount is known, and how many have none."""
    amounts = [(entry, grant.amount) for entry, grant in granted]
    known = [(entry, amount) for entry, amount in amounts if amount is not None]
    return GrantSum(
        count=len(amounts),
        known=sum(amount for _, amount in known),
        unknown=len(amounts) - len(known),
        research=sum(amount for entry, amount in known if not entry.has_stage),
    )


def grants_of_entries(entries: Iterable[Entry]) -> GrantSum:
    """All grants of these entries."""
    return sum_of_grants(granted_in(entries))


def grants_by_funder(granted: Iterable[Granted]) -> dict[str, GrantSum]:
    """Funder to what it gave, the largest sum first."""
    by_funder: dict[str, list[Granted]] = {}
    for entry, grant in granted:
        by_funder.setdefault(grant.funder, []).append((entry, grant))
    sums = {funder: sum_of_grants(of_funder) for funder, of_funder in by_funder.items()}
    return dict(sorted(sums.items(), key=lambda pair: (-pair[1].known, -pair[1].count, pair[0])))


def grant_difference(grant: Grant) -> int | None:
    """Whole kronor that the grant grew by, below nothing where it shrank; None where it is not known."""
    return None if grant.final is None or grant.awarded is None else grant.final - grant.awarded


def difference_of_grants(granted: Iterable[Granted]) -> GrantDifference:
    """What these grants became, taken together."""
    known = [change for _, grant in granted if (change := grant_difference(grant)) is not None]
    lower, higher = sum(change < 0 for change in known), sum(change > 0 for change in known)
    return GrantDifference(len(known), lower, higher, sum(known))


def known_sum(amounts: Iterable[int | None]) -> int | None:
    """Those that are known; None where none is."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def grant_holder(entry: Entry, grant: Grant) -> str | None:
    """The organisation that holds a grant: the grant's own coordinator, else the idea's."""
    named = grant.coordinator or entry.idea.coordinator
    return named.organisation if named else None

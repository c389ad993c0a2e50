"""One table of grants, the same wherever they are listed: what was awarded, what it became, who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...derived.grants import difference_of_grants, grant_difference, grant_holder, known_sum, sum_of_grants

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...derived.grants import GrantDifference, Granted, GrantSum
    from ...model import Grant
    from ...words import Language
    from .card import Card
    from .site import Site

TABLES = "tables/page.js"
MOST = 300  # rows of one table


@dataclass(frozen=True, slots=True)
class GrantRow:
    """A grant: what it went to, under the grant's own title where it has one, and what it became.

    `difference` is whole kronor, final less awarded, where both are known.
    """

    card: Card
    title: str
    title_language: Language
    holder: str | None
    grant: Grant
    difference: int | None

    @property
    def is_lower(self) -> bool:
        return self.difference is not None and self.difference < 0


@dataclass(frozen=True, slots=True)
class GrantTable:
    """The rows, at most MOST of them and the largest first; the sums are of all.

    `awarded` and `final` are whole kronor in those of which they are known, None where they are of none.
    """

    rows: tuple[GrantRow, ...]
    sums: GrantSum
    awarded: int | None
    final: int | None
    difference: GrantDifference
    shows_funder: bool
    level: int
    is_folded: bool


def grant_table(
    site: Site,
    granted: Iterable[Granted],
    *,
    shows_funder: bool = True,
    level: int = 2,
    is_folded: bool = False,
) -> GrantTable | None:
    """The table of these grants, under a heading of that level; None where there are none."""
    listed = sorted(granted, key=_order)
    if not listed:
        return None
    return GrantTable(
        rows=tuple(_row(site, each) for each in listed[:MOST]),
        sums=sum_of_grants(listed),
        awarded=known_sum(grant.awarded for _, grant in listed),
        final=known_sum(grant.final for _, grant in listed),
        difference=difference_of_grants(listed),
        shows_funder=shows_funder,
        level=level,
        is_folded=is_folded,
    )


def _order(granted: Granted) -> tuple[int, str]:
    entry, grant = granted
    return -(grant.awarded or grant.amount or 0), entry.slug


def _row(site: Site, granted: Granted) -> GrantRow:
    entry, grant = granted
    card = site.card(entry)
    return GrantRow(
        card=card,
        title=grant.title or card.title,
        title_language=entry.idea.language if grant.title else card.title_language,
        holder=grant_holder(entry, grant),
        grant=grant,
        difference=grant_difference(grant),
    )

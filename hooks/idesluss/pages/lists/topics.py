"""The overview of topics: every facet with its values, or the most used of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...catalogue.facets import VOCABULARY_OF_FACET
from .listing import sorted_entries

if TYPE_CHECKING:
    from ..base.published import Published
    from ..base.site import Site

MOST = 30  # values of a facet on one page
# Facets whose values have a page that lists them all.
WHOLE = {"organisation": "organisations", "municipality": "municipalities", "call": "calls"}


@dataclass(frozen=True, slots=True)
class Topic:
    """A facet with values and counts; `rest` leads to all of them where these are not all."""

    facet: str
    values: list[tuple[str, int]]
    rest: str
    total: int


def page(site: Site) -> Published:
    return site.page(
        "lists/topics.html",
        site.addresses.section("topics"),
        title=site.word("nav.topics"),
        description=site.word("topics.lead"),
        section="topics",
        translation=site.other_addresses.section("topics"),
        topics=[topic for facet in VOCABULARY_OF_FACET if (topic := _topic(site, facet)).values],
    )


def _topic(site: Site, facet: str) -> Topic:
    counted = [(value, len(entries)) for value, entries in sorted_entries(site, facet)]
    if len(counted) <= MOST or facet not in WHOLE:
        return Topic(facet, counted, "", len(counted))
    most = set(sorted(counted, key=lambda pair: -pair[1])[:MOST])
    shown = [pair for pair in counted if pair in most]
    return Topic(facet, shown, site.addresses.section(WHOLE[facet]), len(counted))

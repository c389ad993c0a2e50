"""The overview of topics: every facet with its values, or the most used of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...catalogue.facets import VOCABULARY_OF_FACET

if TYPE_CHECKING:
    from ..base.addresses import Addresses
    from ..base.published import Page
    from ..base.site import Site
    from ..base.writer import Writer

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


def page(site: Site) -> Page:
    """Every facet that is in use."""
    topics = [topic for facet in VOCABULARY_OF_FACET if (topic := _topic(site, facet)).values]
    return _write(site.writer, topics)


def all_values_at(addresses: Addresses, facet: str) -> str:
    """Where all values of a facet are listed."""
    if facet in WHOLE:
        return addresses.section(WHOLE[facet])
    return f"{addresses.section('topics')}#topic-{facet}"


def _topic(site: Site, facet: str) -> Topic:
    counted = [(value, len(entries)) for value, entries in site.listed(facet)]
    if len(counted) <= MOST or facet not in WHOLE:
        return Topic(facet, counted, "", len(counted))
    most = set(sorted(counted, key=lambda pair: -pair[1])[:MOST])
    shown = [pair for pair in counted if pair in most]
    return Topic(facet, shown, all_values_at(site.writer.addresses, facet), len(counted))


def _write(writer: Writer, topics: list[Topic]) -> Page:
    return writer.page(
        "lists/topics.html",
        writer.places(lambda at: at.section("topics")),
        title=writer.word("nav.topics"),
        description=writer.word("topics.lead"),
        section="topics",
        topics=topics,
    )

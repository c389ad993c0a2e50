"""The catalogue's own development: ideas about the catalogue itself, apart from all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..base.order import newest_first
from .listing import Listing, list_pages, totals_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..base.published import Page
    from ..base.site import Site


def pages(site: Site) -> Iterator[Page]:
    """The list of them; nothing where there are none."""
    entries = newest_first(site.catalogue.own)
    if entries:
        writer = site.writer
        listing = Listing(
            title=writer.word("nav.own"),
            lead=writer.word("own.lead"),
            section="own",
            address=writer.addresses.section("own"),
            places=writer.places(lambda at: at.section("own")),
            cards=[site.card(entry) for entry in entries],
            totals=totals_of(site, entries),
        )
        yield from list_pages(writer, listing)

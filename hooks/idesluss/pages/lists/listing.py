"""Lists of entries, page by page: those of each value of a facet, and whatever else is listed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...derived.grants import granted_in, sum_of_grants
from ...derived.waiting import median_days
from ...model.vocabulary import terms_of
from ..base.addresses import has_json_feed
from ..base.grant_table import TABLES, grant_table
from ..base.order import newest_first
from ..base.published import Crumb
from ..base.sheets import sheets_at
from .profile import profile_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...catalogue.entry import Entry
    from ...derived.grants import GrantSum
    from ..base.addresses import Places
    from ..base.card import Card
    from ..base.grant_table import GrantTable
    from ..base.published import Page
    from ..base.sheets import Sheet
    from ..base.site import Site
    from ..base.writer import Writer
    from .profile import Profile

PAGE_SIZE = 50
LISTED = ("neighbours/page.js",)
# Where a page has all values of the facet, their own pages lie below it; else below that of all topics.
OVERVIEW_OF_FACET = {
    "municipality": "municipalities",
    "organisation": "organisations",
    "key_factor": "key_factors",
    "vision_goal": "goals",
    "agenda_goal": "goals",
}


@dataclass(frozen=True, slots=True)
class Totals:
    """What a list's entries come to, told apart; `median_days` is the middle of the waits that are known."""

    ideas: int
    records: int
    research: int
    open: int
    overdue: int
    grants: GrantSum
    median_days: int | None

    @property
    def count(self) -> int:
        return self.ideas + self.records + self.research


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of entries and what its pages say above it. `facet` and `value` tell what they share.

    `name` is used away from the page, where the title alone says too little. `profile` and a funder's
    `grants` stand on the first page. `feed` is the page whose feed tells news of them, where it is not the
    list's own.
    """

    title: str
    lead: str
    section: str
    address: str
    places: Places
    cards: Sequence[Card]
    totals: Totals
    kind: str = ""
    name: str = ""
    crumbs: tuple[Crumb, ...] = ()
    facet: str = ""
    value: str = ""
    profile: Profile | None = None
    grants: GrantTable | None = None
    template: str = "lists/listing.html"
    scripts: tuple[str, ...] = LISTED
    feed: str = ""


def pages(site: Site) -> Iterator[Page]:
    """A list for each value of a facet that is used; calls have pages of their own."""
    for facet in VOCABULARY_OF_FACET:
        if facet != "call":
            for value, entries in site.listed(facet):
                yield from list_pages(site.writer, _listing(site, facet, value, entries))


def _listing(site: Site, facet: str, value: str, entries: list[Entry]) -> Listing:
    writer = site.writer
    kind, title = writer.word(f"facet.{facet}"), writer.facet_label(facet, value)
    grants = _grants_of_funder(site, value, entries) if facet == "funder" else None
    section = OVERVIEW_OF_FACET.get(facet, "topics")
    return Listing(
        title=title,
        name=f"{kind}: {title}",
        lead=_explained(writer, facet, value),
        section=section,
        address=writer.addresses.facet(facet, value),
        places=writer.places(lambda at: at.facet(facet, value)),
        cards=[site.card(entry) for entry in newest_first(entries)],
        totals=totals_of(site, entries, funder=value if facet == "funder" else None),
        kind=kind,
        crumbs=(writer.crumb(section),),
        facet=facet,
        value=value,
        profile=profile_of(site, facet, value),
        grants=grants,
        scripts=(*LISTED, *((TABLES,) if grants else ())),
    )


def _grants_of_funder(site: Site, funder: str, entries: list[Entry]) -> GrantTable | None:
    given = [(entry, grant) for entry, grant in granted_in(entries) if grant.funder == funder]
    return grant_table(site, given, shows_funder=False)


def _explained(writer: Writer, facet: str, value: str) -> str:
    """What the vocabulary says that the value means, or of whom it names, if it says so."""
    vocabulary = VOCABULARY_OF_FACET[facet]
    term = terms_of(writer.settings, vocabulary).get(value) if vocabulary else None
    explained = getattr(term, "help", None) or getattr(term, "description", None)
    return explained.in_(writer.language) if explained else ""


def totals_of(site: Site, entries: Sequence[Entry], funder: str | None = None) -> Totals:
    """What the entries come to; of their grants only the funder's own, where one is named."""
    grants = [(entry, grant) for entry, grant in granted_in(entries) if funder in {None, grant.funder}]
    kinds = Counter(entry.idea.kind for entry in entries)
    waits = [wait for entry in entries if (wait := site.facts(entry).wait)]
    return Totals(
        ideas=kinds["idea"],
        records=kinds["record"],
        research=kinds["research"],
        open=sum(entry.is_open for entry in entries),
        overdue=sum(wait.is_overdue for wait in waits),
        grants=sum_of_grants(grants),
        median_days=median_days(wait for wait in waits if not wait.running_until),
    )


def list_pages(writer: Writer, listing: Listing, **values: Any) -> Iterator[Page]:
    """The pages of a list, with `values` for its template beside the list's own."""
    for sheet in sheets_at(writer, listing.places, listing.cards, PAGE_SIZE):
        yield _write(writer, listing, sheet, values)


def _write(writer: Writer, listing: Listing, sheet: Sheet[Card], values: dict[str, Any]) -> Page:
    name, number, total = listing.name or listing.title, sheet.number, len(sheet.addresses)
    numbered = writer.word("listing.page", title=name, number=number, total=total)
    first = Crumb(listing.title, listing.address)
    return writer.page(
        listing.template,
        sheet.places,
        title=name if total == 1 else numbered,
        description=_described(writer, listing),
        section=listing.section,
        crumbs=listing.crumbs if number == 1 else (*listing.crumbs, first),
        scripts=listing.scripts,
        feed=listing.feed or listing.address,
        has_json_feed=has_json_feed(listing.facet),
        listing=listing,
        totals=listing.totals,
        profile=listing.profile if number == 1 else None,
        grants=listing.grants if number == 1 else None,
        cards=sheet.items,
        number=number,
        addresses=sheet.addresses,
        **values,
    )


def _described(writer: Writer, listing: Listing) -> str:
    if not listing.lead:
        return writer.word("listing.description", title=listing.name or listing.title)
    return f"{listing.name}. {listing.lead}" if listing.name else listing.lead

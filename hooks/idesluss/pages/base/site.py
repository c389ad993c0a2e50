"""What the pages of one language are gathered from, and the writer that they are written with.

Only what gathers a page's values knows a site; what writes the page knows the writer and the values.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ...exports.source import ExportSource
from ...history.news import Chronicle
from ...neighbours.copies import address_key
from .addresses import Addresses
from .card import EntryLink, card_of, link_of
from .links import links_of
from .order import listed_values, newest_first
from .writer import Writer

if TYPE_CHECKING:
    import datetime as dt

    from ...catalogue.call_page import CallPage
    from ...catalogue.entry import Entry
    from ...derived.facts import EntryFacts
    from ...derived.whole import Derived
    from ...history.timeline import Moment, Timeline
    from ...model import Settings
    from ...neighbours.copies import Elsewhere
    from ...words import Language
    from .card import Card
    from .order import Listed


class Site:
    """The catalogue with what is derived from it and what git remembers, in one language.

    The `chronicle` is the same in every language, so that it need not be made for each.
    """

    def __init__(
        self,
        derived: Derived,
        language: Language,
        history: Timeline | None = None,
        chronicle: Chronicle | None = None,
    ) -> None:
        self.derived = derived
        self.catalogue = derived.catalogue
        self.settings: Settings = derived.catalogue.settings
        self.language = language
        self.history = history
        self.chronicle = chronicle or Chronicle(derived.catalogue, history)
        self.archive = self.chronicle.archive
        links = links_of(self.catalogue, Addresses(self.settings, language))
        self.writer = Writer(self.settings, language, links)
        self._cards: dict[str, Card] = {}
        self._listed: dict[str, Listed] = {}

    def facts(self, entry: Entry) -> EntryFacts:
        """The entry's derived record."""
        return self.derived.of(entry)

    def card(self, entry: Entry) -> Card:
        """The entry's card, the same wherever it is listed."""
        if entry.slug not in self._cards:
            self._cards[entry.slug] = card_of(self.writer, entry, self.facts(entry))
        return self._cards[entry.slug]

    def link(self, entry: Entry) -> EntryLink:
        """The way to the entry's page."""
        return link_of(self.writer, entry)

    def listed(self, facet: str) -> Listed:
        """Values of a facet in use with their entries, in order, and stages and outcomes without any."""
        if facet not in self._listed:
            self._listed[facet] = listed_values(self.catalogue, self.writer, facet)
        return self._listed[facet]

    def history_of(self, entry: Entry) -> tuple[Moment, ...] | None:
        """How the entry has changed, the newest first; None where the catalogue's history is not known."""
        return self.history.of(entry) if self.history else None

    def changed(self, about: Entry | CallPage) -> dt.date | None:
        """The day when what is told of an entry or a call last became different; None where nobody knows."""
        if self.history is None:
            return None
        moments = self.history.moments.get(about.path, ())
        return moments[0].day if moments else self.history.files.get(about.path)

    def neighbours(self, entry: Entry) -> tuple[EntryLink | None, EntryLink | None]:
        """The way to the entries that came in next after it and last before it."""
        order = self._own_in_order if entry.is_own else self._in_order
        at = self._place[entry.slug]
        newer, older = order[at - 1 : at], order[at + 1 : at + 2]
        return next(map(self.link, newer), None), next(map(self.link, older), None)

    @cached_property
    def own_pages(self) -> dict[str, str]:
        """Folder name of each entry by the full address of its page in each language, also by former ones."""
        every = self.writer.every_address.values()
        pages = [
            (page, entry.slug)
            for entry in self.catalogue.entries
            for at in every
            for page in (at.idea(entry), *at.former_ideas(entry))
        ]
        full = ((self.settings.full_address(page), slug) for page, slug in pages)
        return {address_key(address): slug for address, slug in full if address}

    @cached_property
    def users_elsewhere(self) -> dict[str, tuple[Elsewhere, ...]]:
        """Ideas of neighbours that say they use an entry, by the entry's folder name."""
        users: dict[str, tuple[Elsewhere, ...]] = {}
        for elsewhere in self.derived.neighbourhood.ideas.values():
            for slug in dict.fromkeys(
                self.own_pages.get(address_key(use.url)) for use in elsewhere.idea.uses
            ):
                if slug:
                    users[slug] = (*users.get(slug, ()), elsewhere)
        return users

    @cached_property
    def used_elsewhere(self) -> frozenset[str]:
        """Addresses of ideas elsewhere that entries here use, as they are compared."""
        entries = self.catalogue.entries
        return frozenset(address_key(use.url) for entry in entries for use in entry.idea.uses)

    @cached_property
    def exported(self) -> ExportSource:
        """What open data is made from."""
        commit = self.history.commit if self.history else ""
        return ExportSource(self.derived, self.writer.every_address, commit)

    @cached_property
    def _in_order(self) -> list[Entry]:
        return newest_first(self.catalogue.listed)

    @cached_property
    def _own_in_order(self) -> list[Entry]:
        return newest_first(self.catalogue.own)

    @cached_property
    def _place(self) -> dict[str, int]:
        orders = (self._in_order, self._own_in_order)
        return {entry.slug: at for order in orders for at, entry in enumerate(order)}

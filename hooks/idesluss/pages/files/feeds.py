"""Feeds: what has happened, in all, by facet and to each idea; and what awaits an answer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...history.news import MANY
from ..base.addresses import has_json_feed
from ..base.published import File, way_to_root
from . import atom, json_feed
from .feed_items import Feed, FeedItem, due_items, news_items, page_address

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from ...catalogue.entry import Entry
    from ..base.site import Site
    from ..base.writer import Writer
    from .feed_items import EntryItem

LONGEST = 30  # items in a feed, the newest


@dataclass
class WrittenItem:
    """An item with its place among all of the site's, the newest first; each format is made once."""

    place: int
    item: FeedItem
    has_address: bool

    @cached_property
    def xml(self) -> str:
        return atom.atom_entry(self.item)

    @cached_property
    def json(self) -> str:
        return json_feed.json_item(self.item, has_address=self.has_address)


@dataclass(frozen=True, slots=True)
class PageFeed:
    """A feed of the page at `page`, dated by the day `as_of` where nothing has happened.

    `former` are the pages beside which it lay before, the first one first, and lies still: whoever follows
    it there sees no page. `has_json` is whether it is there as JSON too.
    """

    page: str
    title: str
    items: tuple[WrittenItem, ...]
    as_of: dt.date
    former: tuple[str, ...] = ()
    has_json: bool = True


def feed_files(site: Site) -> Iterator[File]:
    """Every feed of one language, beside the page that it belongs to."""
    for feed in _feeds(site):
        yield from _files(site.writer, feed)


def _feeds(site: Site) -> Iterator[PageFeed]:
    writer, as_of = site.writer, site.catalogue.today
    address, word = writer.addresses, writer.word
    yield PageFeed(address.section("latest"), word("nav.latest"), _whole(site), as_of)
    waits = _newest(writer, (item for _, item in due_items(site, site.catalogue.ideas)))
    yield PageFeed(address.section("awaiting"), word("nav.awaiting"), waits, as_of)
    own = _items_of_entries(site)
    for entry in site.catalogue.entries:
        link = site.link(entry)
        former = tuple(address.former_ideas(entry))
        yield PageFeed(link.url, link.title, tuple(own[entry.slug]), as_of, former)
    if site.catalogue.own:
        items = _together(list(site.catalogue.own), own)
        yield PageFeed(address.section("own"), word("nav.own"), items, as_of)
    for facet in VOCABULARY_OF_FACET:
        for value, entries in _values(site, facet):
            title = f"{word(f'facet.{facet}')}: {writer.facet_label(facet, value)}"
            items = _together(entries, own)
            page = address.facet(facet, value)
            yield PageFeed(page, title, items, as_of, has_json=has_json_feed(facet))


def _values(site: Site, facet: str) -> list[tuple[str, list[Entry]]]:
    """Every value that has a page, with its entries."""
    if facet != "call":
        return site.listed(facet)
    used = site.catalogue.grouped("call")
    return [(slug, used.get(slug, [])) for slug in site.catalogue.calls]


def _together(entries: list[Entry], own: dict[str, list[WrittenItem]]) -> tuple[WrittenItem, ...]:
    """The items of many entries, the newest first."""
    # An item after the thirty newest of its own entry is not among the thirty newest of many.
    items = (item for entry in entries for item in own[entry.slug][:LONGEST])
    return tuple(sorted(items, key=lambda item: item.place))


def _whole(site: Site) -> tuple[WrittenItem, ...]:
    """All news of listed entries, and what has fallen due; what fell due by the dozen is told as one."""
    writer = site.writer
    due: dict[tuple[dt.date, str], list[FeedItem]] = defaultdict(list)
    for _, item in due_items(site, site.catalogue.ideas):
        if item.kind != "awaits":  # what came in or was decided has told of it already
            due[item.day, item.kind].append(item)
    fallen = (item for alike in due.values() for item in _gathered(writer, alike))
    return _newest(writer, [*(item for _, item in news_items(writer, site.chronicle.gathered)), *fallen])


def _gathered(writer: Writer, alike: list[FeedItem]) -> list[FeedItem]:
    """The items of one day and kind, or one in place of many."""
    if len(alike) <= MANY:
        return alike
    first = alike[0]
    words = writer.word(f"feed.many_{first.kind}", count=len(alike))
    key = "/".join([writer.settings.identity, writer.language, "many", str(first.day), first.kind])
    address = page_address(writer.settings, writer.addresses.section("awaiting"))
    return [FeedItem(key, first.day, words, words, address, first.kind)]


def _items_of_entries(site: Site) -> dict[str, list[WrittenItem]]:
    """What has happened to each entry, the newest first."""
    # A wait begins after what it follows on the same day.
    items: list[EntryItem] = list(due_items(site, site.catalogue.entries))
    items += news_items(site.writer, site.chronicle.of_entries)
    items.sort(key=lambda pair: pair[1].day, reverse=True)
    has_address = bool(site.settings.site_url)
    own: dict[str, list[WrittenItem]] = defaultdict(list)
    for place, (entry, item) in enumerate(items):
        if entry:
            own[entry.slug].append(WrittenItem(place, item, has_address))
    return own


def _newest(writer: Writer, items: Iterable[FeedItem]) -> tuple[WrittenItem, ...]:
    ordered = sorted(items, key=lambda item: item.day, reverse=True)[:LONGEST]
    has_address = bool(writer.settings.site_url)
    return tuple(WrittenItem(place, item, has_address) for place, item in enumerate(ordered))


def _files(writer: Writer, shown: PageFeed) -> Iterator[File]:
    """The feed in each format, at its own place and at the former ones."""
    settings, addresses = writer.settings, writer.addresses
    own, json = addresses.feed(shown.page), addresses.json_feed(shown.page)
    places = (shown.page, *shown.former)
    feed = Feed(
        key=f"{settings.identity}/{addresses.feed((*shown.former, shown.page)[0])}",
        title=f"{shown.title} – {settings.name}",
        publisher=settings.name,
        language=writer.language,
        own=page_address(settings, own),
        own_json=page_address(settings, json),
        page=page_address(settings, shown.page),
        as_of=shown.as_of,
        base="" if settings.site_url else way_to_root(own),
    )
    newest = shown.items[:LONGEST]
    latest = newest[0].item.day if newest else None
    xml = atom.atom_feed(feed, [item.xml for item in newest], latest)
    yield from (File(addresses.feed(place), xml) for place in places)
    if shown.has_json:
        as_json = json_feed.json_feed(feed, [item.json for item in newest])
        yield from (File(addresses.json_feed(place), as_json) for place in places)

"""Feeds: what has happened, in all, by facet and to each idea; and what awaits an answer."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...model.process import CLOSING
from ..base.published import File, way_to_root
from . import atom
from .atom import FeedItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...catalogue.entry import Entry
    from ...derived.waiting import Wait
    from ...history.news import News
    from ...model import Settings
    from ..base.site import Site
    from ..base.writer import Writer

LONGEST = 30  # items in a feed, the newest
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WrittenItem:
    """An item as XML with its day, and its place among all of the site's, the newest first."""

    place: int
    day: dt.date
    xml: str


@dataclass(frozen=True, slots=True)
class PageFeed:
    """A feed of the page at `page`, dated by the day `as_of` where nothing has happened.

    `former` are the pages beside which it lay before, and lies still: whoever follows it there sees no page.
    """

    page: str
    title: str
    items: tuple[WrittenItem, ...]
    as_of: dt.date
    former: tuple[str, ...] = ()


def feed_files(site: Site) -> Iterator[File]:
    """Every feed of one language, beside the page that it belongs to."""
    for feed in _feeds(site):
        written = _written(site.writer, feed)
        yield written
        yield from (File(site.writer.addresses.feed(page), written.content) for page in feed.former)


def _feeds(site: Site) -> Iterator[PageFeed]:
    writer, as_of = site.writer, site.catalogue.today
    address, word = writer.addresses, writer.word
    news = [item for _, item in _news_items(writer, site.chronicle.gathered)]
    yield PageFeed(address.section("latest"), word("nav.latest"), _newest(news), as_of)
    waits = [item for _, item in _wait_items(site, site.catalogue.ideas)]
    yield PageFeed(address.section("awaiting"), word("nav.awaiting"), _newest(waits), as_of)
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
            yield PageFeed(address.facet(facet, value), title, _together(entries, own), as_of)


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


def _items_of_entries(site: Site) -> dict[str, list[WrittenItem]]:
    """What has happened to each entry, the newest first."""
    news = _news_items(site.writer, site.chronicle.of_entries)
    # A wait begins after what it follows on the same day.
    items = [*_wait_items(site, site.catalogue.entries), *((item.entry, of_feed) for item, of_feed in news)]
    items.sort(key=lambda pair: pair[1].day, reverse=True)
    own: dict[str, list[WrittenItem]] = defaultdict(list)
    for place, (entry, item) in enumerate(items):
        if entry:
            own[entry.slug].append(WrittenItem(place, item.day, atom.entry(item)))
    return own


def _wait_items(site: Site, entries: Iterable[Entry]) -> Iterator[tuple[Entry | None, FeedItem]]:
    for entry in entries:
        wait = site.facts(entry).wait
        if wait:
            yield from ((entry, item) for item in _items_about_wait(site.writer, entry, wait))


def _newest(items: Iterable[FeedItem]) -> tuple[WrittenItem, ...]:
    ordered = sorted(items, key=lambda item: item.day, reverse=True)[:LONGEST]
    return tuple(WrittenItem(place, item.day, atom.entry(item)) for place, item in enumerate(ordered))


def _news_items(writer: Writer, news: Iterable[News]) -> Iterator[tuple[News, FeedItem]]:
    """Each with its item; those that are alike are told apart by their number in the order they come."""
    times: Counter[str] = Counter()
    for item in news:
        key = _key(writer, item)
        times[key] += 1
        yield item, _news_item(writer, item, f"{key}/{times[key]}")


def _news_item(writer: Writer, item: News, key: str) -> FeedItem:
    words = item.words.in_(writer.language)
    page = writer.addresses.idea(item.entry) if item.entry else writer.addresses.section("ideas")
    title = f"{item.entry.title(writer.language)}: {words}" if item.entry else words
    address = _address(writer.settings, page)
    return FeedItem(key, item.date.first_day, title, _in_words(writer, item, words), address)


def _in_words(writer: Writer, item: News, words: str) -> str:
    """What happened, with the reason of a decision and the summary of what is new."""
    if item.entry and item.kind == "came_in":
        return f"{words}. {item.entry.summary(writer.language)[0]}"
    if item.decision and item.decision.verdict in CLOSING and item.entry and item.entry.idea.result:
        words = f"{words}. {writer.word('card.result')} {item.entry.result(writer.language)[0]}"
    reason = f" – {item.decision.reason}" if item.decision and item.decision.reason else ""
    return f"{words}: {item.quote}" if item.quote else f"{words}{reason}"


def _key(writer: Writer, item: News) -> str:
    """What an item is known by also when its words, or the entry's name, have changed."""
    gate = item.decision.gate if item.decision else ""
    name = _first_name(item.entry) if item.entry else ""
    return "/".join([_catalogue(writer.settings), writer.language, name, str(item.date), item.kind, gate])


def _items_about_wait(writer: Writer, entry: Entry, wait: Wait) -> Iterator[FeedItem]:
    """That an answer is awaited, and that the promised day has passed."""
    if wait.due is None or wait.since is None:
        return
    settings = writer.settings
    key = "/".join([_catalogue(settings), writer.language, _first_name(entry), str(wait.since)])
    title, page = entry.title(writer.language), _address(settings, writer.addresses.idea(entry))
    gate = writer.gate_label(wait.gate or "")
    values = {"role": writer.role(wait.role), "gate": gate, "date": writer.day(wait.due)}
    begun = max(date.last_day for date in (wait.since, wait.period_end) if date)
    words = writer.word("feed.awaits", **values)
    yield FeedItem(f"{key}/awaits", begun, f"{title}: {words}", words, page)
    if wait.is_overdue:
        words = writer.word("feed.late", **values)
        yield FeedItem(f"{key}/late", wait.due + _ONE_DAY, f"{title}: {words}", words, page)


def _written(writer: Writer, shown: PageFeed) -> File:
    settings = writer.settings
    path = writer.addresses.feed(shown.page)
    feed = atom.Feed(
        key=f"{_catalogue(settings)}/{path}",
        title=f"{shown.title} – {settings.name}",
        publisher=settings.name,
        language=writer.language,
        own=_address(settings, path),
        page=_address(settings, shown.page),
        as_of=shown.as_of,
        base="" if settings.site_url else way_to_root(path),
    )
    newest = shown.items[:LONGEST]
    latest = newest[0].day if newest else None
    return File(path, atom.document(feed, [item.xml for item in newest], latest))


def _address(settings: Settings, path: str) -> str:
    """The full address; where that is not known the way from the site's root, which is the feed's base."""
    return settings.full_address(path) or path


def _catalogue(settings: Settings) -> str:
    return settings.full_address("") or settings.name


def _first_name(entry: Entry) -> str:
    return entry.names[1] if entry.idea.aliases else entry.slug

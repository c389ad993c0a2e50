"""Feeds: what has happened, in all, by facet and to each idea; and what awaits an answer."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...history.news import gathered_news, news_of_entries
from ..base.published import File
from ..lists.listing import sorted_entries
from . import atom
from .atom import FeedItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...catalogue.entry import Entry
    from ...history.news import News
    from ..base.site import Site

LONGEST = 30  # items in a feed, the newest
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FeedEntries:
    """An item with its day and its place among all of the site's, the newest first."""

    place: int
    day: dt.date
    xml: str


def feed_files(site: Site) -> Iterator[File]:
    """Every feed of one language, beside the page that it belongs to."""
    address, word = site.addresses, site.word
    told = [item for _, item in _made(site, gathered_news(site.catalogue, site.history))]
    yield _file(site, address.section("latest"), word("nav.latest"), _newest(told))
    waits = [item for entry in site.catalogue.ideas for item in _waits(site, entry)]
    yield _file(site, address.section("awaiting"), word("nav.awaiting"), _newest(waits))
    own = _of_entries(site)
    for entry in site.catalogue.entries:
        yield _file(site, address.idea(entry), entry.title(site.language), own[entry.slug])
    for facet in VOCABULARY_OF_FACET:
        yield from _of_facet(site, facet, own)


def _of_facet(site: Site, facet: str, own: dict[str, list[FeedEntries]]) -> Iterator[File]:
    for value, entries in _values(site, facet):
        title = f"{site.word(f'facet.{facet}')}: {site.facet_label(facet, value)}"
        # An item after the thirty newest of its own entry is not among the thirty newest of many.
        told = (told for entry in entries for told in own[entry.slug][:LONGEST])
        yield _file(site, site.addresses.facet(facet, value), title, sorted(told, key=lambda t: t.place))


def _values(site: Site, facet: str) -> list[tuple[str, list[Entry]]]:
    """Every value that has a page, with its entries."""
    if facet != "call":
        return sorted_entries(site, facet)
    used = site.catalogue.grouped("call")
    return [(slug, used.get(slug, [])) for slug in site.catalogue.calls]


def _of_entries(site: Site) -> dict[str, list[FeedEntries]]:
    """What each entry's followers are told, the newest first."""
    items: list[tuple[Entry | None, FeedItem]] = []
    # A wait begins after what it follows on the same day.
    items += [(entry, item) for entry in site.catalogue.ideas for item in _waits(site, entry)]
    items += [(item.entry, made) for item, made in _made(site, news_of_entries(site.catalogue, site.history))]
    items.sort(key=lambda pair: pair[1].day, reverse=True)
    own: dict[str, list[FeedEntries]] = defaultdict(list)
    for place, (entry, item) in enumerate(items):
        if entry:
            own[entry.slug].append(FeedEntries(place, item.day, atom.entry(item)))
    return own


def _newest(items: Iterable[FeedItem]) -> list[FeedEntries]:
    ordered = sorted(items, key=lambda item: item.day, reverse=True)[:LONGEST]
    return [FeedEntries(place, item.day, atom.entry(item)) for place, item in enumerate(ordered)]


def _made(site: Site, found: Iterable[News]) -> Iterator[tuple[News, FeedItem]]:
    times: Counter[str] = Counter()
    for item in found:
        key = _key(site, item)
        times[key] += 1
        yield item, _item(site, item, f"{key}/{times[key]}")


def _item(site: Site, item: News, key: str) -> FeedItem:
    words = item.words.in_(site.language)
    page = site.addresses.idea(item.entry) if item.entry else site.addresses.section("ideas")
    title = f"{item.entry.title(site.language)}: {words}" if item.entry else words
    return FeedItem(key, item.date.first_day, title, _told(site, item, words), _address(site, page))


def _told(site: Site, item: News, words: str) -> str:
    """What happened, with the reason of a decision and the summary of what is new."""
    if item.entry and item.kind == "came_in":
        return f"{words}. {item.entry.summary(site.language)[0]}"
    reason = f" – {item.decision.reason}" if item.decision and item.decision.reason else ""
    return f"{words}: {item.quote}" if item.quote else f"{words}{reason}"


def _key(site: Site, item: News) -> str:
    """What an item is known by also when its words, or the entry's name, have changed."""
    gate = item.decision.gate if item.decision else ""
    name = _first_name(item.entry) if item.entry else ""
    return "/".join([_catalogue(site), site.language, name, str(item.date), item.kind, gate])


def _waits(site: Site, entry: Entry) -> Iterator[FeedItem]:
    """That an answer is awaited, and that the promised day has passed."""
    wait = site.derived.of(entry).wait
    if wait is None or wait.due is None or wait.since is None:
        return
    key = "/".join([_catalogue(site), site.language, _first_name(entry), str(wait.since)])
    title, page = entry.title(site.language), _address(site, site.addresses.idea(entry))
    gate = f"{wait.gate} {site.label('gates', wait.gate or '')}"
    told = {"role": site.label("roles", wait.role), "gate": gate, "date": site.day(wait.due)}
    begun = max(date.last_day for date in (wait.since, wait.period_end) if date)
    words = site.word("feed.awaits", **told)
    yield FeedItem(f"{key}/awaits", begun, f"{title}: {words}", words, page)
    if wait.is_overdue:
        words = site.word("feed.late", **told)
        yield FeedItem(f"{key}/late", wait.due + _ONE_DAY, f"{title}: {words}", words, page)


def _file(site: Site, page: str, title: str, told: list[FeedEntries]) -> File:
    path = site.addresses.feed(page)
    name = site.catalogue.settings.name
    feed = atom.Feed(
        key=f"{_catalogue(site)}/{path}",
        title=f"{title} – {name}",
        publisher=name,
        language=site.language,
        own=_address(site, path),
        page=_address(site, page),
        as_of=site.catalogue.today,
        base="" if site.catalogue.settings.site_url else "../" * path.count("/") or "./",
    )
    shown = told[:LONGEST]
    latest = shown[0].day if shown else None
    return File(path, atom.document(feed, [item.xml for item in shown], latest))


def _address(site: Site, path: str) -> str:
    """The full address; where that is not known the way from the site's root, which is the feed's base."""
    base = site.catalogue.settings.site_url
    return urljoin(f"{base.rstrip('/')}/", path) if base else path


def _catalogue(site: Site) -> str:
    return site.catalogue.settings.site_url or site.catalogue.settings.name


def _first_name(entry: Entry) -> str:
    return entry.idea.aliases[0] if entry.idea.aliases else entry.slug

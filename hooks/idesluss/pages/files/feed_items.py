"""What a follower is told: something that happened on a day, in words, known by what never changes."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from uuid import NAMESPACE_URL, uuid5

from ...model.process import CLOSING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...catalogue.entry import Entry
    from ...derived.dates import EntryDate
    from ...derived.facts import EntryFacts
    from ...derived.waiting import Wait
    from ...history.news import News
    from ...model import Settings
    from ..base.site import Site
    from ..base.writer import Writer

DueKind = Literal["awaits", "late", "follow_up", "resume"]
_ONE_DAY = dt.timedelta(days=1)
_DUE: dict[str, DueKind] = {"follow_up": "follow_up", "resume": "resume"}


@dataclass(frozen=True, slots=True)
class FeedItem:
    """Something that happened on a day. `key` is its identity, `kind` what programs can sort it by.

    `words` and `title` are text, not HTML. `address` is the full one, or below the site's root where the
    site's own is not known.
    """

    key: str
    day: dt.date
    title: str
    words: str
    address: str
    kind: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of one page. Its addresses are full, or below `base`: `own` as Atom, `own_json` as JSON.

    `base` is the way to the site's root, given where the site's own address is not known. `as_of` is the day
    that an empty feed is dated by.
    """

    key: str
    title: str
    publisher: str
    language: str
    own: str
    own_json: str
    page: str
    as_of: dt.date
    base: str = ""


EntryItem = tuple["Entry | None", FeedItem]


def identity(key: str) -> str:
    """An address that leads nowhere and never changes, as long as the key does not."""
    return uuid5(NAMESPACE_URL, key).urn


def page_address(settings: Settings, path: str) -> str:
    """The full address; where that is not known the way from the site's root, which is the feed's base."""
    return settings.full_address(path) or path


def first_name(entry: Entry) -> str:
    """The name that its folder had at first, so far as it tells."""
    return entry.names[1] if entry.idea.aliases else entry.slug


def news_items(writer: Writer, news: Iterable[News]) -> Iterator[EntryItem]:
    """Each with its item; those that are alike are told apart by a number that no other order changes."""
    listed = list(news)
    keys = [_key(writer, item) for item in listed]
    places = sorted(range(len(listed)), key=lambda at: (keys[at], *_apart(listed[at]), at))
    times: Counter[str] = Counter()
    numbers: dict[int, int] = {}
    for at in places:
        times[keys[at]] += 1
        numbers[at] = times[keys[at]]
    for at, item in enumerate(listed):
        yield item.entry, _news_item(writer, item, f"{keys[at]}/{numbers[at]}")


def _apart(item: News) -> tuple[str, str]:
    """What tells decisions of one day at one gate apart."""
    return (item.decision.verdict, item.decision.role) if item.decision else ("", "")


def _news_item(writer: Writer, item: News, key: str) -> FeedItem:
    words = item.words.in_(writer.language)
    page = writer.addresses.idea(item.entry) if item.entry else writer.addresses.section("ideas")
    title = f"{item.entry.title(writer.language)}: {words}" if item.entry else words
    address = page_address(writer.settings, page)
    return FeedItem(key, item.date.first_day, title, _in_words(writer, item, words), address, item.kind)


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
    name = first_name(item.entry) if item.entry else ""
    return "/".join([writer.settings.identity, writer.language, name, str(item.date), item.kind, gate])


def due_items(site: Site, entries: Iterable[Entry]) -> Iterator[EntryItem]:
    """What somebody is to do: an answer that is awaited or late, an effect to follow up, work to resume."""
    for entry in entries:
        if entry.is_in_process:
            facts = site.facts(entry)
            yield from ((entry, item) for item in _due_items(site.writer, entry, facts))


def _due_items(writer: Writer, entry: Entry, facts: EntryFacts) -> Iterator[FeedItem]:
    if facts.wait:
        yield from _items_about_wait(writer, entry, facts.wait)
    for date in facts.dates:
        if date.kind in _DUE and date.date.last_day <= entry.today:
            yield _item_about_date(writer, entry, date)


def _item_about_date(writer: Writer, entry: Entry, date: EntryDate) -> FeedItem:
    kind = _DUE[date.kind]
    key = _due_key(writer, entry, str(date.date), kind)
    return _due_item(writer, entry, key, date.date.last_day, kind, date=writer.date(date.date))


def _items_about_wait(writer: Writer, entry: Entry, wait: Wait) -> Iterator[FeedItem]:
    """That an answer is awaited, and that the promised day has passed."""
    if wait.due is None or wait.since is None:
        return
    gate = writer.gate_label(wait.gate or "")
    values = {"role": writer.role(wait.role), "gate": gate, "date": writer.day(wait.due)}
    begun = max(date.last_day for date in (wait.since, wait.period_end) if date)
    key = _due_key(writer, entry, str(wait.since), "awaits")
    yield _due_item(writer, entry, key, begun, "awaits", **values)
    if wait.is_overdue:
        key = _due_key(writer, entry, str(wait.since), "late")
        yield _due_item(writer, entry, key, wait.due + _ONE_DAY, "late", **values)


def _due_key(writer: Writer, entry: Entry, date: str, kind: DueKind) -> str:
    return "/".join([writer.settings.identity, writer.language, first_name(entry), date, kind])


def _due_item(writer: Writer, entry: Entry, key: str, day: dt.date, kind: DueKind, **values: str) -> FeedItem:
    words = writer.word(f"feed.{kind}", **values)
    title = f"{entry.title(writer.language)}: {words}"
    address = page_address(writer.settings, writer.addresses.idea(entry))
    return FeedItem(key, day, title, words, address, kind)

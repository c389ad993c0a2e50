"""Feeds in the format Atom (RFC 4287), from records that know nothing of the catalogue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

TYPE = "application/atom+xml"
# What XML 1.0 cannot hold, also escaped.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """Something that happened on a day. `key` is its identity, `address` full or below the feed's base.

    `words` and `title` are text, not HTML.
    """

    key: str
    day: dt.date
    title: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of one page. `own` and `page` are full addresses, or below `base` where that is given.

    `as_of` is the day that an empty feed is dated by.
    """

    key: str
    title: str
    publisher: str
    language: str
    own: str
    page: str
    as_of: dt.date
    base: str = ""


def entry(item: FeedItem) -> str:
    """An item as XML; the same in whatever feeds it stands."""
    return (
        f"<entry>\n<id>{_identity(item.key)}</id>\n<title>{_text(item.title)}</title>\n"
        f"<updated>{_instant(item.day)}</updated>\n<link href={_attribute(item.address)}/>\n"
        f"<summary>{_text(item.words)}</summary>\n</entry>\n"
    )


def document(feed: Feed, entries: Iterable[str], latest: dt.date | None) -> str:
    """The whole feed; `entries` come from `entry`, the newest first, and `latest` is the first one's day."""
    base = f" xml:base={_attribute(feed.base)}" if feed.base else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.language}"{base}>\n'
        f"<id>{_identity(feed.key)}</id>\n<title>{_text(feed.title)}</title>\n"
        f"<updated>{_instant(latest or feed.as_of)}</updated>\n"
        f"<author><name>{_text(feed.publisher)}</name></author>\n"
        f'<link rel="self" type="{TYPE}" href={_attribute(feed.own)}/>\n'
        f'<link rel="alternate" type="text/html" href={_attribute(feed.page)}/>\n'
        f"{''.join(entries)}</feed>\n"
    )


def _identity(key: str) -> str:
    """An address that leads nowhere and never changes, as long as the key does not."""
    return uuid5(NAMESPACE_URL, key).urn


def _instant(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(words: str) -> str:
    return escape(_ILLEGAL.sub("", words))


def _attribute(words: str) -> str:
    return quoteattr(_ILLEGAL.sub("", words))

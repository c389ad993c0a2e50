"""Feeds in the format Atom (RFC 4287), from records that know nothing of the catalogue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from .feed_items import identity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from .feed_items import Feed, FeedItem

TYPE = "application/atom+xml"
# What XML 1.0 cannot hold, also escaped.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom_entry(item: FeedItem) -> str:
    """An item as XML; the same in whatever feeds it stands."""
    return (
        f"<entry>\n<id>{identity(item.key)}</id>\n<title>{_text(item.title)}</title>\n"
        f"<updated>{_instant(item.day)}</updated>\n<link href={_attribute(item.address)}/>\n"
        f"<category term={_attribute(item.kind)}/>\n"
        f"<summary>{_text(item.words)}</summary>\n</entry>\n"
    )


def atom_feed(feed: Feed, entries: Iterable[str], latest: dt.date | None) -> str:
    """The whole feed; `entries` come from `atom_entry`, the newest first; `latest` is the first one's day."""
    base = f" xml:base={_attribute(feed.base)}" if feed.base else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{feed.language}"{base}>\n'
        f"<id>{identity(feed.key)}</id>\n<title>{_text(feed.title)}</title>\n"
        f"<updated>{_instant(latest or feed.as_of)}</updated>\n"
        f"<author><name>{_text(feed.publisher)}</name></author>\n"
        f'<link rel="self" type="{TYPE}" href={_attribute(feed.own)}/>\n'
        f'<link rel="alternate" type="text/html" href={_attribute(feed.page)}/>\n'
        f"{''.join(entries)}</feed>\n"
    )


def _instant(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _text(words: str) -> str:
    return escape(_ILLEGAL.sub("", words))


def _attribute(words: str) -> str:
    return quoteattr(_ILLEGAL.sub("", words))

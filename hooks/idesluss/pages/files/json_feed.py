"""The same feeds as JSON (JSON Feed 1.1), for programs and web pages that show what is new."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .feed_items import identity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .feed_items import Feed, FeedItem

_VERSION = "https://jsonfeed.org/version/1.1"


def json_item(item: FeedItem, *, has_address: bool) -> str:
    """An item as JSON; the same in whatever feeds it stands.

    The format knows no base, so `has_address` is whether the address is a full one; else it is left out.
    """
    fields = {
        "id": identity(item.key),
        **({"url": item.address} if has_address else {}),
        "title": item.title,
        "content_text": item.words,
        "date_published": f"{item.day.isoformat()}T00:00:00Z",
        "tags": [item.kind],
    }
    return _json(fields)


def json_feed(feed: Feed, entries: Iterable[str]) -> str:
    """The whole feed; `entries` come from `json_item`, the newest first."""
    addresses = {} if feed.base else {"home_page_url": feed.page, "feed_url": feed.own_json}
    head: dict[str, Any] = {
        "version": _VERSION,
        "title": feed.title,
        **addresses,
        "language": feed.language,
        "authors": [{"name": feed.publisher}],
    }
    listed = ",\n".join(entries)
    return f'{_json(head)[:-1]}, "items": [\n{listed}\n]}}\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)

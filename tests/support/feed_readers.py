"""Feeds as readers that are not ours take them: feedparser, and the rules of JSON Feed 1.1 one by one."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import feedparser

from idesluss.derived.whole import Derived
from idesluss.pages.base.site import Site
from idesluss.pages.files.feeds import feed_files
from tests.support import filled

if TYPE_CHECKING:
    from idesluss.catalogue.catalogue import Catalogue

SITE = "https://ideer.example.se/"
_TOP = {"version", "title", "home_page_url", "feed_url", "language", "authors", "items"}
_ITEM = {"id", "url", "title", "content_text", "date_published", "tags"}


def atom_of(content: str) -> Any:
    """The feed as feedparser reads it, which has nothing to complain of."""
    read = feedparser.parse(content.encode(), sanitize_html=False)
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "atom10"
    return read


def json_feed_of(content: str) -> dict[str, Any]:
    """The feed by the rules at jsonfeed.org/version/1.1: what has to be there, and of which kind it is."""
    feed: dict[str, Any] = json.loads(content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed.keys() <= _TOP
    assert isinstance(feed["title"], str)
    assert feed["title"]
    for name in ("home_page_url", "feed_url"):
        assert str(feed.get(name, "https://")).startswith("https://")
    assert all(author["name"] for author in feed["authors"])
    for item in feed["items"]:
        _assert_item(item)
    identities = [item["id"] for item in feed["items"]]
    assert len(set(identities)) == len(identities)
    return feed


def _assert_item(item: dict[str, Any]) -> None:
    assert item.keys() <= _ITEM
    assert isinstance(item["id"], str)
    assert item["id"]
    assert isinstance(item["content_text"], str), "one of content_text and content_html has to be there"
    assert str(item.get("url", "https://")).startswith("https://")
    assert dt.datetime.fromisoformat(item["date_published"]).tzinfo
    assert all(isinstance(tag, str) and tag for tag in item["tags"])


def at(found: Catalogue, **settings: str) -> Catalogue:
    """The catalogue with these settings."""
    changed = found.settings.model_copy(update=settings)
    judged = tuple(replace(entry, settings=changed) for entry in found.judged)
    return replace(found, settings=changed, judged=judged)


def files(found: Catalogue) -> dict[str, str]:
    return {file.path: str(file.content) for file in feed_files(Site(Derived(found), "sv"))}


def assert_feeds_keep(found: Catalogue, words: str) -> None:
    """In every text field: each feed opens, has as many items as with harmless words, and tells them."""
    hostile, harmless = (files(at(filled.fill(found, text), site_url=SITE)) for text in (words, "Ord"))
    assert hostile.keys() == harmless.keys()
    for path, content in hostile.items():
        if path.endswith(".json"):
            items = json_feed_of(content)["items"]
            assert len(items) == len(json_feed_of(harmless[path])["items"])
        else:
            assert len(atom_of(content).entries) == len(atom_of(harmless[path]).entries)
    told = json_feed_of(hostile["senaste-nytt/feed.json"])
    assert told["authors"] == [{"name": words}]
    assert any(words in item["title"] + item["content_text"] for item in told["items"])

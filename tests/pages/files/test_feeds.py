"""Feeds: what a follower is told of the whole, of a topic and of an idea, and of what awaits an answer."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.derived.whole import Derived
from idesluss.history.differences import Event
from idesluss.history.timeline import Moment, Timeline
from idesluss.pages import File, pages_in
from idesluss.pages.base.site import Site
from idesluss.pages.files import atom
from idesluss.pages.files.feed_items import Feed, FeedItem
from idesluss.pages.files.feeds import feed_files
from idesluss.words import same
from tests.support import catalogues

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.pages import Published

NAMESPACE = {"a": "http://www.w3.org/2005/Atom"}
LATE = """---
title: Bänk i skuggan
summary: Den som går långsamt ska kunna vila på halva vägen.
stage: idea
outcome: open
submitted: 2020-03-01
origin: resident
sector: samhallsbyggnad
---

## Behov

Backen är brant.
"""
DAY = dt.date(2026, 11, 23)
texts = st.text(st.characters(codec="utf-8"))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = catalogues.lay(tmp_path_factory.mktemp("feeds"))
    file = folder / "ideas/2020/bank-i-skuggan/idea.md"
    file.parent.mkdir(parents=True)
    file.write_text(LATE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def found(root: Path) -> Catalogue:
    return catalogues.read(root)


@pytest.fixture(scope="module")
def published(found: Catalogue) -> dict[str, Published]:
    return catalogues.publish_all(found)


def read(published: Mapping[str, Published], path: str) -> ET.Element:
    return ET.fromstring(catalogues.text_in(published, path))  # noqa: S314  # our own


def titles(feed: ET.Element) -> list[str]:
    return [item.findtext("a:title", "", NAMESPACE) for item in feed.findall("a:entry", NAMESPACE)]


def feeds(published: Mapping[str, Published]) -> list[str]:
    """Those that lie beside a page, and not beside one that leads on to it; `test_redirects` reads those."""

    def leads_on(path: str) -> bool:
        page = published.get(f"{path.removesuffix('feed.xml')}index.html")
        return isinstance(page, File) and 'http-equiv="refresh"' in str(page.content)

    return [path for path in published if path.endswith("feed.xml") and not leads_on(path)]


def test_every_page_that_names_a_feed_has_it(published: dict[str, Published]) -> None:
    """In its head and in words; and no feed is without a page, be it one that leads on."""
    pages = [page for page in pages_in(published.values()) if page.feed]
    named = {page.feed for page in pages}
    assert named == set(feeds(published))
    for page in pages:
        if page.section != "home":
            link = f'href="{page.root}{page.feed}" type="application/atom+xml"'
            assert link in page.content, page.path
    for path in ("utlysningar/testbaddar-2025", "ideer/2020/bank-i-skuggan", "vantar-pa-svar"):
        assert f"{path}/feed.xml" in named


def test_feeds_are_what_the_standard_asks_for(published: dict[str, Published]) -> None:
    """RFC 4287, 4.1: an id, a title and a time for each feed and item, and an author; ids are unique."""
    identities = []
    for path in feeds(published):
        feed = read(published, path)
        assert feed.findtext("a:author/a:name", "", NAMESPACE), path
        for item in (feed, *feed.findall("a:entry", NAMESPACE)):
            assert item.findtext("a:title", "", NAMESPACE), path
            assert dt.datetime.fromisoformat(item.findtext("a:updated", "", NAMESPACE)).tzinfo
            assert item.findtext("a:id", "", NAMESPACE).startswith("urn:uuid:")
        own = [item.findtext("a:id", "", NAMESPACE) for item in feed.findall("a:entry", NAMESPACE)]
        assert len(set(own)) == len(own), path
        identities.append(feed.findtext("a:id", "", NAMESPACE))
        times = [item.findtext("a:updated", "", NAMESPACE) for item in feed.findall("a:entry", NAMESPACE)]
        assert times == sorted(times, reverse=True), path
    assert len(set(identities)) == len(identities)


def test_an_idea_is_followed_from_its_proposal(published: dict[str, Published]) -> None:
    """Its decisions with their reasons, and what it awaits; also in its sector's feed."""
    feed = read(published, "ideer/2020/bank-i-skuggan/feed.xml")
    told = [title.partition(": ")[2] for title in titles(feed)]
    assert [words.split(".")[0] for words in told] == [
        "Svaret från granskaren vid G1 Prövning är försenat",
        "Väntar på granskaren vid G1 Prövning",
        "Idén lämnades in",
    ]
    assert set(titles(feed)) <= set(titles(read(published, "sektorer/samhallsbyggnad/feed.xml")))
    decided = read(published, "ideer/2025/trygg-hemgang/feed.xml")
    summary = decided.findtext("a:entry/a:summary", "", NAMESPACE)
    assert "–" in summary, "the reason is told"


def test_what_is_late_is_told_the_day_after(published: dict[str, Published]) -> None:
    feed = read(published, "vantar-pa-svar/feed.xml")
    told = zip(titles(feed), feed.findall("a:entry/a:updated", NAMESPACE), strict=True)
    assert [day.text for title, day in told if "försenat" in title] == ["2020-04-01T00:00:00Z"]


def test_addresses_are_full_where_the_site_has_one(root: Path) -> None:
    """Otherwise they begin at the feed's base, which is the site's root."""
    bare = catalogues.read(root)
    place = "ideer/2020/bank-i-skuggan/"
    assert links(bare, place) == ("../../../", place, f"{place}feed.xml")
    settings = bare.settings.model_copy(update={"site_url": "https://ideer.example.se/x"})
    object.__setattr__(bare, "settings", settings)
    full = f"https://ideer.example.se/x/{place}"
    assert links(bare, place) == (None, full, f"{full}feed.xml")


def links(found: Catalogue, place: str) -> tuple[str | None, str, str]:
    listed = {item.path: item for item in feed_files(Site(Derived(found), "sv"))}
    feed = read(listed, f"{place}feed.xml")
    base = feed.get("{http://www.w3.org/XML/1998/namespace}base")
    own = feed.find("a:link[@rel='self']", NAMESPACE)
    item = feed.find("a:entry/a:link", NAMESPACE)
    assert own is not None
    assert item is not None
    return base, item.get("href", ""), own.get("href", "")


def test_items_keep_their_identity(found: Catalogue) -> None:
    """When other words are found for them, and when the folder has another name with the old one as alias."""
    entry = found.by_slug["bank-i-skuggan"]

    def identities(words: str) -> list[str]:
        story = Timeline({entry.path: (Moment(dt.date(2026, 11, 1), (Event("came_in", same(words)),)),)})
        listed = {item.path: item for item in feed_files(Site(Derived(found), "sv", story))}
        feed = read(listed, "ideer/2020/bank-i-skuggan/feed.xml")
        return [item.findtext("a:id", "", NAMESPACE) for item in feed.findall("a:entry", NAMESPACE)]

    assert identities("Kom in") == identities("Lades in i katalogen")


def test_figures_are_there_as_data(found: Catalogue, published: dict[str, Published]) -> None:
    """Once for both languages, and linked from both pages."""
    data = json.loads(catalogues.text_in(published, "nyckeltal/figures.json"))
    assert data["version"] == 2
    counted = Derived(found).figures
    assert (data["ideas"], data["open"], data["granted"]) == (counted.ideas, counted.open, counted.granted)
    assert 'href="../nyckeltal/figures.json"' in catalogues.text_in(published, "nyckeltal/index.html")
    assert 'href="../../nyckeltal/figures.json"' in catalogues.text_in(published, "en/figures/index.html")
    assert "en/figures/figures.json" not in published


@given(title=texts, words=texts, address=texts)
def test_any_text_makes_a_feed_that_opens(title: str, words: str, address: str) -> None:
    """What XML cannot hold is left out; all else comes back as it was."""
    item = FeedItem("key", DAY, f"<b>{title}", f"&{words}", f"a/{address}", "came_in")
    feed = Feed("key", title, "Katalogen", "sv", address, address, address, DAY, base="../")
    root = ET.fromstring(atom.atom_feed(feed, [atom.atom_entry(item)], DAY))  # noqa: S314  # our own
    told = root.findtext("a:entry/a:title", "", NAMESPACE)
    assert told.startswith("<b>")
    if title.isprintable():
        assert told == f"<b>{title}"

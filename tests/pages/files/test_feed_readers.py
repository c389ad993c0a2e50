"""Feeds in both formats, read by others: they tell the same, keep their ids, and take any text as text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from idesluss.pages import pages_in
from idesluss.pages.files import feed_items
from tests.support import catalogues
from tests.support.feed_readers import SITE, assert_feeds_keep, at, atom_of, files, json_feed_of

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue

# Where an idea's page was before; its feed lies there still.
FORMER, NOW = "2024/lanecykel/", "2024/lanecykel-vid-stationen/"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return at(catalogues.read(catalogues.lay(tmp_path_factory.mktemp("readers"))), site_url=SITE)


def identities(found: Catalogue, path: str) -> list[str]:
    """Of the feed and of its items."""
    feed = atom_of(files(found)[path])
    return [feed.feed.id, *(item.id for item in feed.entries)]


def test_both_formats_tell_the_same(found: Catalogue) -> None:
    made = files(found)
    told = {path for path in made if path.endswith("feed.json")}
    assert len(told) >= 20
    for path in told:
        feed, read = json_feed_of(made[path]), atom_of(made[path.replace(".json", ".xml")])
        assert feed["title"] == read.feed.title
        assert feed["home_page_url"] == next(link.href for link in read.feed.links if link.rel == "alternate")
        assert feed["feed_url"] == f"{SITE}{path.replace(FORMER, NOW)}"
        pairs = [(item["id"], item["url"], item["title"], item["content_text"]) for item in feed["items"]]
        assert pairs == [(item.id, item.link, item.title, item.summary) for item in read.entries]
        assert [item["tags"] for item in feed["items"]] == [[i.tags[0].term] for i in read.entries]
        days = [item["date_published"] for item in feed["items"]]
        assert days == [item.updated for item in read.entries]


def test_without_an_address_of_its_own_the_json_leaves_addresses_out(found: Catalogue) -> None:
    """The format knows no base that they could begin at."""
    made = files(at(found, site_url=""))
    feed = json_feed_of(made["senaste-nytt/feed.json"])
    assert not feed.keys() & {"home_page_url", "feed_url"}
    assert feed["items"]
    assert all("url" not in item for item in feed["items"])


def test_what_nobody_follows_is_there_once(found: Catalogue) -> None:
    """Years, origins and their like have no JSON; their pages lead to none."""
    pages = pages_in(catalogues.publish_all(found).values())
    lacking = {page.url.split("/")[0] for page in pages if page.feed and "json_feed" not in page.alternates}
    assert lacking == {"ar", "ursprung", "innovationstyper", "nyckelfaktorer", "en"}
    made = files(found)
    assert "ar/2024/feed.xml" in made
    assert "ar/2024/feed.json" not in made


def test_each_page_names_the_feeds_that_are_there(found: Catalogue) -> None:
    published = catalogues.publish_all(found)
    every = (page.alternates.get("json_feed") for page in pages_in(published.values()))
    named = set(filter(None, every))
    assert {path.replace(FORMER, NOW) for path in published if path.endswith("/feed.json")} == named


def test_ids_stay_when_the_site_has_moved_and_says_so(found: Catalogue) -> None:
    path = "ideer/2025/trygg-hemgang/feed.xml"
    moved = at(found, site_url="https://nytt.example.se/a/")
    assert identities(moved, path) != identities(found, path)
    told = at(found, site_url="https://nytt.example.se/a/", first_site_url=SITE)
    assert identities(told, path) == identities(found, path)


def test_ids_stay_with_another_title_order_and_folder(tmp_path: Path) -> None:
    """The title is another, decisions stand in another order, and the folder's former name is an alias."""
    root = catalogues.lay(tmp_path)
    path = "ideer/2025/trygg-hemgang/feed.xml"
    before = catalogues.read(root)
    entry = before.by_slug["trygg-hemgang"]
    assert len(entry.idea.decisions) > 1
    turned = replace(
        entry,
        slug="hemgang",
        idea=entry.idea.model_copy(
            update={
                "title": "En annan titel",
                "decisions": entry.idea.decisions[::-1],
                "aliases": ("trygg-hemgang",),
            }
        ),
    )
    after = replace(before, judged=tuple(turned if e is entry else e for e in before.judged))
    assert sorted(identities(after, "ideer/2025/hemgang/feed.xml")) == sorted(identities(before, path))


def test_what_fell_due_is_told_on_its_day(found: Catalogue) -> None:
    """An effect to follow up and work to resume, in the idea's feed and the whole's; not before the day."""
    entry = found.by_slug["skolmat-efter-sasong"]
    assert entry.idea.resume_on
    day = entry.idea.resume_on.last_day
    assert "resume" not in tags(found, "senaste-nytt/feed.json")
    later = replace(found, today=day, judged=tuple(replace(entry, today=day) for entry in found.judged))
    for path in (
        "senaste-nytt/feed.json",
        "vantar-pa-svar/feed.json",
        "ideer/2023/skolmat-efter-sasong/feed.json",
    ):
        due = [item for item in json_feed_of(files(later)[path])["items"] if item["tags"] == ["resume"]]
        assert [item["date_published"][:10] for item in due] == [str(day)], path


def tags(found: Catalogue, path: str) -> set[str]:
    return {tag for item in json_feed_of(files(found)[path])["items"] for tag in item["tags"]}


def test_what_fell_due_by_the_dozen_is_told_as_one(found: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    late = replace(found.entries[0], slug="a")
    item = feed_items.FeedItem("k", found.today, "t", "w", "a", "late")
    monkeypatch.setattr("idesluss.pages.files.feeds.due_items", lambda *_: [(late, item)] * 11)
    told = json_feed_of(files(found)["senaste-nytt/feed.json"])["items"]
    assert [item["title"] for item in told if item["tags"] == ["late"]] == ["11 svar är försenade."]


@pytest.mark.parametrize(
    "words",
    [
        "]]><x>&undefined; <script>alert(1)</script>",
        "=HYPERLINK(\"https://x.example\";'klick')",
        '"},{"id":"x","content_html":"<b>',
        "a\x00b\x0b\ufffe c",
        "\u202eomvänd\u2028ny rad 👩‍👩‍👧",
    ],
)
def test_any_text_is_a_text(found: Catalogue, words: str) -> None:
    assert_feeds_keep(found, words)


def test_two_decisions_of_one_day_at_one_gate_keep_their_ids_in_any_order(found: Catalogue) -> None:
    entry = found.by_slug["trygg-hemgang"]
    first = entry.idea.decisions[0]
    second = first.model_copy(update={"role": "mottagare", "reason": "Ett annat skäl."})

    def ids(*decisions: object) -> dict[str, str]:
        changed = replace(entry, idea=entry.idea.model_copy(update={"decisions": decisions}))
        after = replace(found, judged=tuple(changed if e is entry else e for e in found.judged))
        feed = json_feed_of(files(after)["ideer/2025/trygg-hemgang/feed.json"])
        return {item["id"]: item["content_text"] for item in feed["items"]}

    assert ids(first, second) == ids(second, first)
    assert len([words for words in ids(first, second).values() if "annat skäl" in words]) == 1

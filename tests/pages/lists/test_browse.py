"""The catalogue page and its index, the figures above lists, and the neighbours of an entry."""

from __future__ import annotations

import json
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest

from idesluss.derived.whole import Derived
from idesluss.pages.base import card
from idesluss.pages.base.card import card_of
from idesluss.pages.base.site import Site
from idesluss.pages.lists.topics import MOST
from tests.support import catalogues, file_figures, many_ideas
from tests.support.figure_pages import numbers, opened
from tests.support.file_figures import (
    Record,
    grants,
    is_late,
    is_running,
    known_sum,
    terms_of,
    unknown_amounts,
    waited_days,
)

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.catalogue.entry import Entry
    from idesluss.pages import Published

SECTIONS = {
    "stage": "skeden",
    "outcome": "utfall",
    "sector": "sektorer",
    "theme": "teman",
    "vision_goal": "visionsmal",
    "agenda_goal": "globala-mal",
    "municipality": "kommuner",
    "organisation": "organisationer",
    "call": "utlysningar",
    "funder": "finansiarer",
    "origin": "ursprung",
    "innovation_type": "innovationstyper",
    "key_factor": "nyckelfaktorer",
    "year": "ar",
}
Pages = dict[str, "Published"]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many_ideas.lay(tmp_path_factory.mktemp("browse"))


@pytest.fixture(scope="module")
def found(root: Path) -> Catalogue:
    return catalogues.read(root)


@pytest.fixture(scope="module")
def pages(found: Catalogue) -> Pages:
    return catalogues.publish_all(found)


@pytest.fixture(scope="module")
def records(root: Path) -> list[Record]:
    return file_figures.records(root)


@pytest.fixture(scope="module")
def gates(root: Path) -> Record:
    gates: Record = file_figures.settings(root)["process"]["gates"]
    return gates


@pytest.fixture(scope="module")
def index(pages: Pages) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(catalogues.text_in(pages, "ideer/index.json"))
    return read


def values(record: Record) -> dict[str, set[str]]:
    """Facet to the record's values, read from the file alone."""
    held = terms_of(record)
    return {facet: held[section] for facet, section in SECTIONS.items()}


def counted(records: list[Record]) -> dict[str, Counter[str]]:
    every: dict[str, Counter[str]] = {}
    for record in records:
        for facet, keys in values(record).items():
            every.setdefault(facet, Counter()).update(keys)
    return every


def test_each_value_on_the_panel_has_its_count(pages: Pages, records: list[Record]) -> None:
    """The ten values with most entries of each facet, or all; and how many there are where some are left."""
    every = counted(records)
    panel = opened(pages, "ideer/index.html").one(class_="browse__facets")
    told = {group.attributes["data-facet"]: group for group in panel.all("details", "facet")}
    assert set(told) == {facet for facet, counts in every.items() if counts}
    for facet, group in told.items():
        found = {item.attributes["data-key"]: int(item.one(class_="count").text) for item in group.all("li")}
        assert found.items() <= every[facet].items()
        assert len(found) == min(10, len(every[facet]))
        assert sorted(found.values()) == sorted(sorted(every[facet].values())[-10:])
        left = group.all("p", "facet__all")
        assert [numbers(p.text) for p in left] == ([[len(every[facet])]] if len(every[facet]) > 10 else [])


def test_the_index_holds_every_value_of_every_entry(index: dict[str, Any], records: list[Record]) -> None:
    """A script that counts the index comes to what the files say."""
    every = counted(records)
    assert len(index["title"]) == len(records)
    for facet, column in zip(index["facets"], index["in"], strict=True):
        found = Counter(facet["keys"][place] for places in column for place in places)
        assert found == every[facet["name"]], facet["name"]
    assert {facet["name"] for facet in index["facets"]} == {name for name, found in every.items() if found}


def test_the_index_sorts_by_what_the_files_say(
    index: dict[str, Any], records: list[Record], gates: Record
) -> None:
    """Kronor, days of waiting and the day of the last decision, by title."""
    by_title = {record["title"]: record for record in records}
    titles = [record["title"] for record in records]
    for at, title in enumerate(index["title"]):
        if titles.count(title) > 1:
            continue
        record = by_title[title]
        is_known = any("awarded" in grant or "final" in grant for grant in record.get("grants", []))
        assert index["grant"][at] == (known_sum(grants([record])) if is_known else -1), title
        decided = [decision["date"] for decision in record.get("decisions", [])]
        assert index["decided"][at] == max(decided, default=""), title
        assert bool(index["late"][at]) == (record.get("kind") != "research" and is_late(record, gates))
        assert (index["waiting"][at] >= 0) == (record.get("outcome") == "open" and not is_running(record)), (
            title
        )


def test_columns_are_of_one_length(index: dict[str, Any]) -> None:
    lengths = {
        name: len(column)
        for name, column in index.items()
        if name not in {"version", "resultWord", "facets", "in"}
    }
    lengths |= {
        facet["name"]: len(column) for facet, column in zip(index["facets"], index["in"], strict=True)
    }
    assert set(lengths.values()) == {len(index["title"])}, lengths


def test_both_languages_have_the_same_entries_in_the_same_order(pages: Pages, index: dict[str, Any]) -> None:
    """The counts are the same; only the words and the order of names differ."""
    other = json.loads(catalogues.text_in(pages, "en/ideas/index.json"))
    slugs = [[url.split("/")[-2] for url in read["url"]] for read in (index, other)]
    assert slugs[0] == slugs[1]
    for facet, theirs in zip(index["facets"], other["facets"], strict=True):
        assert sorted(facet["keys"]) == sorted(theirs["keys"])
    for name in ("grant", "waiting", "decided", "late"):
        assert index[name] == other[name]


def test_a_long_summary_is_cut_between_words(found: Catalogue) -> None:
    """The card says at most so much, and says that it goes on."""
    site = Site(Derived(found), "sv")
    entry = found.entries[0]
    whole = "Ett behov som är långt. " * 20
    entry.idea = entry.idea.model_copy(update={"summary": whole, "translations": {}})
    told = card_of(site.writer, entry, site.facts(entry)).summary
    assert len(told) <= card.LONGEST + 1
    assert told.endswith("…")
    assert whole.startswith(f"{told[:-1]} ")
    entry.idea = entry.idea.model_copy(update={"summary": "x" * 300})
    assert card_of(site.writer, entry, site.facts(entry)).summary == "x" * card.LONGEST + "…"


def test_a_card_names_all_municipalities(found: Catalogue) -> None:
    """Of more than it has room for, it names as many and says how many more its page has."""
    site = Site(Derived(found), "sv")
    entry = found.entries[0]
    for count, told in ((1, "k0"), (12, ", ".join(f"k{at}" for at in range(12)))):
        assert places_on_card(site, entry, count) == told
    named = places_on_card(site, entry, card.MOST_PLACES + 2)
    assert named.count(", ") == card.MOST_PLACES - 1
    assert named.endswith(" och 2 till")


def places_on_card(site: Site, entry: Entry, count: int) -> str:
    keys = [f"k{at}" for at in range(count)]
    entry.idea = entry.idea.model_copy(update={"municipalities": keys})
    (where,) = (fact for fact in card_of(site.writer, entry, site.facts(entry)).facts if fact.kind == "where")
    return where.words


def test_names_stand_in_the_order_of_the_swedish_alphabet(found: Catalogue) -> None:
    """Åmål comes before Ängelholm, and both after Storby."""
    site = Site(Derived(found), "sv")
    names = [site.writer.facet_label("municipality", key) for key, _ in site.listed("municipality")]
    assert names.index("Storby") < names.index("Åmål") < names.index("Ängelholm")


def test_a_list_says_what_it_comes_to(pages: Pages, records: list[Record], gates: Record) -> None:
    """Above each list of a facet: how many, open, late, granted, and the middle of the waits."""
    said = 0
    for facet in ("sector", "stage", "organisation"):
        for key in counted(records)[facet]:
            listed = [record for record in records if key in values(record)[facet]]
            head = opened(pages, f"{SECTIONS[facet]}/{key}/index.html").one("header", "page-head")
            tally = [numbers(p.text) for p in head.all("p", "tally")]
            still_open = [record for record in listed if record.get("outcome") == "open"]
            late = [record for record in still_open if is_late(record, gates)]
            mine = grants(listed)
            sums_of_grants = [len(mine), known_sum(mine), unknown_amounts(mine)]
            told = [] if facet == "organisation" else sums_of_grants
            kinds = [len(file_figures.of_kind(listed, kind)) for kind in ("idea", "record", "research")]
            research = [] if facet == "organisation" else [file_figures.research_sum(listed)]
            sums = [*kinds, len(still_open), len(late), *told, *research]
            assert tally[0] == [number for number in sums if number], (facet, key)
            waits = sorted(waited_days(record) or 0 for record in still_open if not is_running(record))
            assert tally[1:] == ([[round(median(waits))]] if waits else []), (facet, key)
            said += bool(waits)
    assert said > 5


def test_a_value_leads_to_the_catalogue_with_it_chosen(pages: Pages) -> None:
    """A link that only a script can use is hidden without one."""
    head = opened(pages, "sektorer/vard-och-omsorg/index.html").one("header", "page-head")
    link = head.one("p", "by-script").one("a")
    assert link.attributes["href"] == "../../ideer/?sector=vard-och-omsorg"


def test_a_list_that_is_long_is_cut_on_the_topics_page(pages: Pages, records: list[Record]) -> None:
    """Organisations beyond so many are left to their own page, whose link says how many there are."""
    everyone = len(counted(records)["organisation"])
    assert everyone > MOST
    topic = next(
        section
        for section in opened(pages, "amnen/index.html").all("section", "topic")
        if section.attributes["aria-labelledby"] == "topic-organisation"
    )
    assert len(topic.all("li")) == MOST
    rest = topic.all("p")[-1].one("a")
    assert rest.attributes["href"] == "../organisationer/"
    assert numbers(rest.text) == [everyone]


def test_neighbours_are_the_next_in_the_whole_list(found: Catalogue) -> None:
    """Walking from the newest by `older` passes every entry once, and `newer` leads back."""
    site = Site(Derived(found), "sv")
    by_address = {site.link(entry).url: entry for entry in found.entries}
    at = next(entry for entry in found.entries if site.neighbours(entry)[0] is None)
    passed = [at]
    while (older := site.neighbours(at)[1]) is not None:
        at, before = by_address[older.url], at
        assert site.neighbours(at)[0] == site.link(before)
        passed.append(at)
    assert len(passed) == len(set(passed)) == len(found.entries)
    dates = [str(entry.first_date or entry.year)[:4] for entry in passed]
    assert dates == sorted(dates, reverse=True)


def test_the_index_is_asked_for_by_what_it_holds(pages: Pages) -> None:
    """A browser that kept an older one asks again."""
    asked = opened(pages, "ideer/index.html").by_id("browse").attributes["data-index"]
    assert asked.startswith("../ideer/index.json?v=")
    assert asked != opened(pages, "en/ideas/index.html").by_id("browse").attributes["data-index"]

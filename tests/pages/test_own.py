"""Ideas about the catalogue itself: on pages of their own, and nowhere else unless asked for."""

from __future__ import annotations

import json
import posixpath
from typing import TYPE_CHECKING

import pytest

from idesluss.derived.whole import Derived
from idesluss.pages import publish
from idesluss.pages.base.navigation import frame_of
from idesluss.search import search_records
from tests.support import catalogues, markup

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.pages import Published

# It would stand in every list and figure: late, with money, goals, factors, lessons and reuse.
OWN = """---
about: catalogue
title: Svarstider som öppna data
summary: Den som följer hur kommunen svarar ska kunna hämta svarstiderna som en fil.
stage: assessment
outcome: open
submitted: 2020-01-10
origin: employee
sector: samhallsbyggnad
themes: [valfardsteknik]
agenda_goals: [11]
municipalities: [storby]
coordinator: { organisation: omsorgslabbet }
next_follow_up: 2026-12-01
grants:
  - { funder: framsyn, call: testbaddar-2025, awarded: 700000, final: 1, start: 2020-02, end: 2020-03 }
decisions:
  - { gate: G1, date: 2020-02-01, verdict: go, role: granskare, reason: Många har frågat. }
key_factors:
  - { factor: time_set_aside, state: missing, reason: Ingen har tid. }
reused_by:
  - { organisation: storby-kommun, year: 2024 }
sources:
  - { url: "https://katalogen.example/data", read: 2026-11-22 }
---

## Behov

Siffrorna går inte att räkna på.

## Lärdomar

Öppna data behöver en förklaring bredvid sig.
"""
SLUG = "svarstider-som-data"
LISTS = {"sv": "katalogens-egen-utveckling/", "en": "en/own-development/"}
CHOICES = {"sok/index.html", "en/search/index.html"}
# Open data tells of everything, and of each idea what it is about; so does the page that hands it out.
DATA = ("data/v1/", "ladda-ner/", "en/download/")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Catalogue, Catalogue]:
    """The catalogue without the idea, and with it."""
    roots = [catalogues.lay(tmp_path_factory.mktemp("own")) for _ in range(2)]
    write(roots[1])
    return catalogues.read(roots[0]), catalogues.read(roots[1])


def write(root: Path, text: str = OWN) -> None:
    file = root / "ideas" / "2020" / SLUG / "idea.md"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def published(found: tuple[Catalogue, Catalogue]) -> tuple[dict[str, Published], dict[str, Published]]:
    without, with_own = map(published_of, found)
    return without, with_own


def published_of(catalogue: Catalogue) -> dict[str, Published]:
    """Path to what is published, but for what the rules find."""
    return {item.path: item for item in publish(Derived(catalogue), [])}


def test_no_page_or_file_is_changed_by_them(
    published: tuple[dict[str, Published], dict[str, Published]],
) -> None:
    """All that is published besides is the same to the letter: lists, figures, feeds, calendar, home."""
    without, with_own = published
    changed = {path for path, item in without.items() if with_own[path] != item}
    assert {path for path in changed if not path.startswith(DATA)} == CHOICES
    assert without["data/v1/figures.csv"] == with_own["data/v1/figures.csv"]
    new = sorted(with_own.keys() - without.keys())
    assert all(SLUG in path or path.startswith(tuple(LISTS.values())) for path in new), new


def test_the_test_above_sees_an_idea_that_is_not_apart(
    published: tuple[dict[str, Published], dict[str, Published]], tmp_path: Path
) -> None:
    """The same idea, about something else, changes nearly every page that tells of more than one."""
    write(catalogues.lay(tmp_path), OWN.replace("about: catalogue\n", ""))
    listed = published_of(catalogues.read(tmp_path))
    changed = {path for path, item in published[0].items() if listed[path] != item}
    wanted = "ideer nyckeltal slussen kalender vantar-pa-svar nyckelfaktorer mal organisationer"
    for name in wanted.split():
        assert f"{name}/index.html" in changed
    assert {"index.html", "ideer/index.json", "nyckeltal/figures.json", "vantar-pa-svar/feed.xml"} <= changed


def test_no_link_of_theirs_leads_to_a_page_that_nothing_else_has(tmp_path: Path) -> None:
    """What nothing listed has is named without a link, as there is no page of it."""
    root = catalogues.lay(tmp_path)
    settings = root / "ideas" / "catalogue.yml"
    text = settings.read_text(encoding="utf-8")
    others = "vision_goals:\n  lugn: { title: { sv: Lugn, en: Calm } }\n"
    settings.write_text(text.replace("vision_goals:\n", others, 1), encoding="utf-8")
    write(root, OWN.replace("agenda_goals: [11]", "vision_goals: [lugn]"))
    made = published_of(catalogues.read(root))
    path = f"ideer/2020/{SLUG}/index.html"
    page = markup.tree(catalogues.text_in(made, path))
    assert "Lugn" in page.text
    ways = {link.attributes["href"].partition("#")[0] for link in page.all("a")}
    inner = {way for way in ways if way.startswith("../") and way.endswith("/")}
    assert len(inner) > 5
    folder = posixpath.dirname(path)
    assert {posixpath.normpath(f"{folder}/{way}index.html") for way in inner} - made.keys() == set()


def test_they_have_a_list_and_say_what_they_are(
    published: tuple[dict[str, Published], dict[str, Published]],
) -> None:
    """Their pages stand at their addresses, and lead to the list as the list leads to them."""
    for language, address in LISTS.items():
        folder = {"sv": "ideer", "en": "en/ideas"}[language]
        listed = markup.tree(catalogues.text_in(published[1], f"{address}index.html"))
        ways = [link.attributes["href"] for link in listed.one("article", "card").all("a")]
        assert [way.removeprefix("../" * way.count("../")) for way in ways] == [f"{folder}/2020/{SLUG}/"]
        page = markup.tree(catalogues.text_in(published[1], f"{folder}/2020/{SLUG}/index.html"))
        remark = page.one("header", "page-head").one("p", "remark")
        assert remark.one("a").attributes["href"].endswith(address)
        assert "försenat" in listed.text or "overdue" in listed.text
        assert f"{address}feed.xml" in published[1]


def test_a_catalogue_without_them_has_no_such_list(found: tuple[Catalogue, Catalogue]) -> None:
    """Neither the page nor a way to it."""
    for catalogue, has_own in zip(found, (False, True), strict=True):
        frame = frame_of(catalogue.settings, catalogue.today, "sv", "home", has_own=bool(catalogue.own))
        assert (LISTS["sv"] in [link.url for link in frame.overviews]) == has_own


def test_the_search_tells_them_apart(found: tuple[Catalogue, Catalogue]) -> None:
    """By a kind of their own, which the script asks for only where it is chosen."""
    kinds = {record.url: record.kind for record in search_records(found[1], "sv", [], [])}
    assert [url for url, kind in kinds.items() if kind == "own"] == [f"ideer/2020/{SLUG}/"]


def test_they_are_like_each_other_alone(tmp_path: Path) -> None:
    """No other idea is told that it is like one of them, whatever words they share."""
    root = catalogues.lay(tmp_path)
    write(root)
    twin = root / "ideas" / "2021" / "tvilling" / "idea.md"
    twin.parent.mkdir()
    twin.write_text(OWN.replace("about: catalogue\n", ""), encoding="utf-8")
    derived = Derived(catalogues.read(root))
    by_slug = derived.catalogue.by_slug
    assert [alike.slug for alike in derived.alike(by_slug["tvilling"]) if alike.slug == SLUG] == []
    assert derived.alike(by_slug[SLUG]) == ()
    assert derived.likeness.nearest("tvilling", 1, 0.9)[0].key == SLUG


def test_figures_as_data_do_not_know_them(
    published: tuple[dict[str, Published], dict[str, Published]],
) -> None:
    assert SLUG not in json.dumps(json.loads(catalogues.text_in(published[1], "nyckeltal/figures.json")))


def test_one_may_have_all_that_an_idea_has(tmp_path: Path) -> None:
    """Grants from calls, a plan, relations and reuse: each of the rich catalogue, were it of this kind."""
    root = catalogues.lay(tmp_path)
    files = sorted(root.glob("ideas/*/*/idea.md"))
    for file in files:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("\ntitle:", "\nabout: catalogue\ntitle:", 1), encoding="utf-8")
    found = catalogues.read(root)
    assert len(found.own) == len(files)
    pages = catalogues.publish_all(found)
    assert all(f"ideer/{file.parent.parent.name}/{file.parent.name}/index.html" in pages for file in files)

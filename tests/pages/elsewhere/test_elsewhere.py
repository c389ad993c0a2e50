"""What neighbours tell, on pages and in the search: whose it is, harmless, and never an entry."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from idesluss.derived.whole import Derived
from idesluss.history.brought_copies import neighbourhood_at
from idesluss.neighbours.copies import copy_text
from idesluss.pages import Page, publish
from idesluss.pages.base.addresses import Addresses
from idesluss.search.elsewhere import neighbour_records
from tests.support import catalogues, exported, gitrepo, markup, neighbour_data
from tests.support.neighbour_data import idea
from tests.support.vectors import hostile_bodies, naughty_texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BIKES = "ideer/2024/lanecykel-vid-stationen/index.html"
NEIGHBOUR = "grannar/lillby/index.html"
OWN_PAGE = "https://storby.example/ideer/2024/lanecykel-vid-stationen/"
TRIED = idea(
    "hyrcykel",
    "Lånecykel vid stationen",
    "Den som tar tåget lånar en cykel sista biten till jobbet.",
    "Bussen går en gång i timmen.",
    outcome="completed",
    result="40 lån i veckan.",
    stage="project",
)
SAME = idea(
    "cyklar", "Cykel vid stationen", "Låna en cykel sista biten från tåget till jobbet.", outcome="open"
)
ENGLISH = idea(
    "bikes",
    "Borrow a bicycle at the station",
    "Whoever takes the train borrows a bicycle for the last stretch to work.",
    language="en",
)
USED = idea("lansystem", "Lånesystem", "Ett system för att låna ut saker.")
USER = idea("eget", "Något annat", "Bygger på en annans.", uses=[{"url": OWN_PAGE, "year": 2025}])
USES = "https://lillby.example/ideer/2024/lansystem"
Told = dict[str, list[dict[str, Any]]]


@pytest.fixture
def lay(tmp_path: Path) -> Callable[[Told], Path]:
    """The rich catalogue, which uses an idea of a neighbour's, with these neighbours."""

    def laid(told: Told) -> Path:
        root = neighbour_data.lay(catalogues.lay(tmp_path), told)
        with (root / "ideas" / "catalogue.yml").open("a", encoding="utf-8") as file:
            file.write("site_url: https://storby.example/\n")
        entry = root / "ideas" / "2024" / "lanecykel-vid-stationen" / "idea.md"
        text = entry.read_text(encoding="utf-8")
        uses = f"\nuses:\n  - {{ url: '{USES}', title: Lånesystem, year: 2026, note: Låset. }}\nsources:"
        entry.write_text(text.replace("\nsources:", uses, 1), encoding="utf-8")
        return root

    return laid


def site_of(root: Path) -> dict[str, Page]:
    found = catalogues.read(root)
    published = publish(Derived(found, neighbourhood_at(root, found)), [])
    return {page.path: page for page in published if isinstance(page, Page)}


def elsewhere_on(page: Page) -> str:
    """The words of the section on other catalogues."""
    sections = markup.tree(page.content).all("section")
    (section,) = (part for part in sections if part.attributes.get("aria-labelledby") == "elsewhere")
    return markup.plain_spaces(section.text)


def test_without_neighbours_nothing_is_there(tmp_path: Path) -> None:
    pages = site_of(catalogues.lay(tmp_path))
    assert not {path for path in pages if path.startswith(("grannar", "behov", "en/neighbours", "en/needs"))}
    assert not [path for path, page in pages.items() if 'rel="external' in page.content]


def test_the_search_says_that_it_finds_what_neighbours_have(
    lay: Callable[[Told], Path], tmp_path: Path
) -> None:
    words = "Träffarna från grannarnas kataloger leder till deras egna sidor."
    assert words not in site_of(catalogues.lay(tmp_path / "alone"))["sok/index.html"].content
    assert words in site_of(lay({"lillby": [TRIED]}))["sok/index.html"].content


def test_an_idea_shows_what_others_have_tried_need_and_use(lay: Callable[[Told], Path]) -> None:
    """Each with whose it is, where the work is and what came of it; what is used is not told as alike."""
    page = site_of(lay({"lillby": [TRIED, USED, USER], "aby": [SAME]}))[BIKES]
    words = elsewhere_on(page)
    assert "Vi använder Lånesystem Grannen lillby · 2026 Låset." in words
    assert "Används av, enligt deras egna kataloger Något annat Grannen lillby" in words
    tried = (
        "Lånecykel vid stationen Grannen lillby · Projekt · Genomförd · 2024 Vad blev det? 40 lån i veckan."
    )
    assert f"Prövat hos andra {tried}" in words
    assert "Liknande behov hos andra Cykel vid stationen Grannen aby · Öppen · 2024" in words


def test_an_idea_in_another_language_is_found_by_its_translation(lay: Callable[[Told], Path]) -> None:
    content = site_of(lay({"lillby": [ENGLISH]}))[BIKES].content
    assert '<a href="https://lillby.example/ideer/2024/bikes/" rel="external noopener" lang="en">' in content


def test_each_idea_in_another_language_says_so_and_no_list_does(lay: Callable[[Told], Path]) -> None:
    english = "Text på engelska"
    pages = site_of(lay({"lillby": [TRIED, ENGLISH]}))
    (neighbour, needs) = (markup.tree(pages[at].content) for at in (NEIGHBOUR, "behov/index.html"))
    told = {idea.all("h3")[0].text: english in idea.text for idea in neighbour.all("article")}
    assert told == {ENGLISH["idea"]["title"]: True, "Lånecykel vid stationen": False}
    (group,) = (part for part in needs.all("article", "need") if "Lånecykel" in part.all("h3")[0].text)
    lines = {item.all("a")[0].text: english in item.text for item in group.all("li")}
    assert lines == told
    for page in (neighbour, needs):
        assert not [label for section in page.all("section") for label in own_labels(section)]


def own_labels(block: markup.Element) -> list[markup.Element]:
    """The labels of a block that are of no item in it."""
    within = {id(label) for item in block.all("article") for label in item}
    labels = (part for part in block if part.attributes.get("class") == "in-language")
    return [label for label in labels if id(label) not in within]


def test_a_page_for_each_neighbour_says_where_it_comes_from(lay: Callable[[Told], Path]) -> None:
    pages = site_of(lay({"lillby": [TRIED, USED], "aby": []}))
    words = markup.plain_spaces(markup.tree(pages[NEIGHBOUR].content).text)
    assert "2 idéer, varav 1 är prövad" in words
    assert "Webbplats Katalogen i Lillby" in words
    assert "Hämtat 22 november 2026" in words
    assert "Grannens uppgifter är från 20 november 2026" in words
    assert "Licens CC BY 4.0" in words
    overview = markup.plain_spaces(markup.tree(pages["en/neighbours/index.html"].content).text)
    assert "2 neighbours with 2 ideas, 1 of which has been tried." in overview
    assert "We use 1 of their ideas, and they use 0 of ours." in overview


def test_one_that_could_not_be_fetched_is_noted_and_its_ideas_stay(lay: Callable[[Told], Path]) -> None:
    root = lay({"lillby": [TRIED], "aby": [SAME]})
    before = site_of(root)
    file = root / "harvested" / "lillby.json"
    copy = {**json.loads(file.read_text(encoding="utf-8")), "failed": {"key": "slow", "seconds": 60}}
    file.write_text(json.dumps(copy), encoding="utf-8")
    after = site_of(root)
    changed = {path for path, page in after.items() if page.content != before[path].content}
    assert changed == {
        f"{home}{path}index.html"
        for home, path in (
            ("", "grannar/"),
            ("", "grannar/lillby/"),
            ("en/", "neighbours/"),
            ("en/", "neighbours/lillby/"),
        )
    }
    assert "Svaret var inte klart inom 60 sekunder." in after[NEIGHBOUR].content


def test_a_long_list_is_on_several_pages_and_the_search_knows_which(lay: Callable[[Told], Path]) -> None:
    many = [{**idea(f"x-{at}", f"Idé {at}", "Något."), "facts": {}} for at in range(60)]
    root = lay({"lillby": many})
    found = catalogues.read(root)
    pages = site_of(root)
    for record in neighbour_records(neighbourhood_at(root, found), Addresses(found.settings, "sv")):
        path, _, anchor = record.outside.partition("#")
        assert f'id="{anchor}"' in pages[path].content


def test_the_search_finds_them_as_a_kind_of_their_own(lay: Callable[[Told], Path]) -> None:
    """In the main language all, in others what is told in those; stages and outcomes that are here too."""
    root = lay({"lillby": [TRIED, idea("en", "Bicycles", "A bicycle.", language="en")]})
    found = catalogues.read(root)
    neighbourhood = neighbourhood_at(root, found)
    swedish, english = (
        [*neighbour_records(neighbourhood, Addresses(found.settings, language))] for language in ("sv", "en")
    )
    assert [record.title for record in swedish] == ["Lånecykel vid stationen", "Bicycles"]
    assert [record.title for record in english] == ["Bicycles"]
    first = swedish[0]
    assert (first.kind, first.outside) == ("neighbour", "https://lillby.example/ideer/2024/hyrcykel/")
    assert first.note == "Grannen lillby · Projekt · Genomförd"
    assert dict(first.filters) == {"stage": "project", "outcome": "completed"}
    assert "Bussen går en gång i timmen." in first.text


def test_the_need_bank_tells_needs_without_ideas_and_ideas_for_the_same(lay: Callable[[Told], Path]) -> None:
    page = site_of(lay({"lillby": [TRIED], "aby": [SAME]}))["behov/index.html"]
    words = markup.plain_spaces(markup.tree(page.content).text)
    assert "Har du en idé? Enklare felanmälan" in words
    together = "Lånecykel vid stationen Grannen lillby · Projekt · Genomförd · 2024"
    assert together in words
    assert "Cykel vid stationen Grannen aby · Öppen · 2024" in words


def test_what_is_harvested_is_in_no_figure_and_no_data(lay: Callable[[Told], Path]) -> None:
    root = lay({"lillby": [TRIED, SAME]})
    found = catalogues.read(root)
    derived = Derived(found, neighbourhood_at(root, found))
    assert derived.figures == Derived(found).figures
    assert b"hyrcykel" not in b"".join(exported.files_of(found).values())


def test_a_copy_that_a_change_brings_is_not_shown(lay: Callable[[Told], Path]) -> None:
    root = lay({"lillby": [TRIED]})
    assert "hyrcykel" in site_of(root)[NEIGHBOUR].content
    gitrepo.start(root)
    gitrepo.commit(root)
    assert "hyrcykel" not in site_of(root)[NEIGHBOUR].content


HOSTILE = [*hostile_bodies(), *naughty_texts()]


def test_hostile_texts_add_nothing_to_a_page_but_words(lay: Callable[[Told], Path]) -> None:
    """Pages have the same elements and attributes, and lead to the same places, whatever is said."""
    root = lay({"lillby": saying(["x"] * len(HOSTILE))})
    wanted = {path: built(page) for path, page in site_of(root).items() if is_of_neighbours(path)}
    copy = neighbour_data.copy_of("lillby", *saying(HOSTILE))
    (root / "harvested" / "lillby.json").write_text(copy_text(copy), encoding="utf-8")
    hostile = {path: built(page) for path, page in site_of(root).items() if is_of_neighbours(path)}
    assert len(wanted) > 3
    assert hostile == wanted


def saying(texts: list[str]) -> list[dict[str, Any]]:
    """An idea for each text with it in every field that is shown; all use one of ours."""
    return [
        idea(f"x-{at}", f"Titel {text}", f"Så {text}", result=f"Bra {text}", uses=[{"url": OWN_PAGE}])
        for at, text in enumerate(texts)
    ]


def is_of_neighbours(path: str) -> bool:
    return path == BIKES or path.startswith("grannar/lillby/")


def built(page: Page) -> list[tuple[str, dict[str, str]]]:
    return [(element.tag, dict(element.attributes)) for element in markup.tree(page.content)]

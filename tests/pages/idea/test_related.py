"""Other ideas: those it is tied to, those of the same call, and those that are like it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from idesluss.derived.alike import MOST_ALIKE, MOST_WORDS
from tests.support import catalogues, markup
from tests.support.idea_pages import ADDED, FULL, ON_HOLD, add_idea, pages_by_path

if TYPE_CHECKING:
    from pathlib import Path


def test_relations_stand_on_both_pages(pages: dict[str, markup.Element]) -> None:
    """In words for each direction, with the other's address."""
    there = pages[FULL].by_id("related")
    assert there.text == "Andra idéer"
    assert "Bygger på Skolmat efter säsong 2023 Samma sätt att räkna." in pages[FULL].text
    assert "Grund för Lånecykel vid stationen" in pages[ON_HOLD].text


def test_others_of_a_call_are_few_and_all_are_reached(tmp_path: Path) -> None:
    """At most three, never itself, each entry linked from some page, and a link to the call."""
    catalogues.lay(tmp_path)
    grant = "grants:\n  - { funder: framsyn, call: testbaddar-2025 }\n"
    for number in range(6):
        add_idea(tmp_path, f"bank-{number}", f"stage: idea\noutcome: completed\n{grant}{grant[8:]}")
    listed = pages_by_path(catalogues.read(tmp_path))
    linked: Counter[str] = Counter()
    for path, page in listed.items():
        folded = [part for part in page.all("details") if part.text.startswith("Från samma utlysning")]
        if folded:
            links = folded[0].one("ul").all("a")
            assert folded[0].by_id("call-testbaddar-2025").text == "Testbäddar i kommuner 2025"
            assert len(links) == 4
            assert links[-1].text == "Alla 7 med bidrag från utlysningen"
            slugs = [link.attributes["href"].split("/")[-2] for link in links[:-1]]
            assert path.split("/")[-2] not in slugs
            linked.update(slugs)
    assert set(linked) == {"trygg-hemgang", *(f"bank-{number}" for number in range(6))}
    assert set(linked.values()) == {3}


def test_like_ideas_share_words(tmp_path: Path) -> None:
    """The most alike first, at most four, with words that both hold; both languages find the same."""
    catalogues.lay(tmp_path)
    for slug in ("en", "tva", "tre", "fyra", "fem", "sex"):
        add_idea(tmp_path, slug, "stage: idea\noutcome: open\nsubmitted: 2020-01-01\norigin: resident\n")
    found = catalogues.read(tmp_path)
    own = pages_by_path(found)["ideer/2020/en/index.html"].one("div", "alike")
    other = pages_by_path(found, "en")["en/ideas/2020/en/index.html"].one("div", "alike")
    links = [link.attributes["href"].split("/")[-2] for link in own.one("ul").all("a")]
    assert len(links) == MOST_ALIKE
    assert "en" not in links
    assert links == [link.attributes["href"].split("/")[-2] for link in other.one("ul").all("a")]
    assert "Gemensamma ord:" in own.text
    words = own.one("ul").all("li")[0].text.partition(": ")[2].split(", ")
    assert 1 <= len(words) <= MOST_WORDS
    assert all(word.lower() in ADDED.lower() or word.lower() == "bänk" for word in words)


def test_a_tie_is_not_told_as_a_likeness(tmp_path: Path) -> None:
    """What somebody has related already is not guessed at."""
    catalogues.lay(tmp_path)
    fields = "stage: idea\noutcome: open\nsubmitted: 2020-01-01\norigin: resident\n"
    add_idea(tmp_path, "en", f"{fields}relations:\n  - {{ kind: builds_on, idea: tva }}\n")
    add_idea(tmp_path, "tva", fields)
    listed = pages_by_path(catalogues.read(tmp_path))
    for slug, words in (("en", "Bygger på"), ("tva", "Grund för")):
        page = listed[f"ideer/2020/{slug}/index.html"]
        assert page.all("div", "alike") == []
        assert words in page.text

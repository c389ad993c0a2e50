"""The page of the process says what catalogue.yml says, whatever that is, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.pages import standing_pages
from idesluss.words import LANGUAGES, say
from tests.support import markup

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.words import Language

CATALOGUE = "catalogue.yml"


def article(found: Catalogue, language: Language = "sv") -> markup.Element:
    url = f"{'' if language == 'sv' else f'{language}/'}{say('path.process', language)}/"
    (page,) = (page for page in standing_pages(found.settings, ()) if page.url == url)
    return markup.tree(page.content).one("article")


def below(within: markup.Element, heading: str) -> str:
    """The words from a heading to the next."""
    flat = [element for element in within if element.tag in {"h2", "h3", "p", "dt", "dd", "tr", "ul"}]
    at = next(n for n, e in enumerate(flat) if e.tag in {"h2", "h3"} and e.text == heading)
    end = next((n for n, e in enumerate(flat) if n > at and e.tag in {"h2", "h3"}), len(flat))
    return " ".join(element.text for element in flat[at + 1 : end])


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_of_the_process_is_told(language: Language, changed: Callable[..., Catalogue]) -> None:
    """Each stage, outcome, gate, question, section and role, in the reader's language."""
    found = changed()
    process, text = found.settings.process, article(found, language).text
    terms = (process.stages, process.outcomes, process.gates, found.settings.roles)
    told = [term.title.in_(language) for listed in terms for term in listed.values()]
    told += [section.title.in_(language) for section in process.sections.values()]
    told += [gate.question.in_(language) for gate in process.gates.values()]
    told += [section.help.in_(language) for section in process.sections.values()]
    assert len(told) > 20
    assert [words for words in told if words not in text] == []
    assert [key for key in process.gates if f"{key} " not in text] == []


def test_a_gate_says_what_it_asks_for(changed: Callable[..., Catalogue]) -> None:
    """Each requirement by name, who decides, and how soon."""
    words = below(article(changed()), "G1 Prövning")
    assert "Från Idé till Bedömning" in words
    assert "Krävs: Behov, Målgrupp" in words
    assert "Beslutar: Granskare." in words
    assert "Svar inom: 30 dagar" in words


def test_a_gate_points_to_what_the_stage_behind_it_asks_for(changed: Callable[..., Catalogue]) -> None:
    """Only where that asks for something."""
    page = article(changed())
    assert "Dessutom det som skedet Projekt kräver." in below(page, "G3 Projektbeslut")
    assert "Dessutom" not in below(page, "G1 Prövning")


@pytest.mark.parametrize(
    ("old", "new", "heading", "told"),
    [
        ("title: { sv: Förstudie, en: Feas", "title: { sv: Undersökning, en: Feas", "Skeden", "Undersökning"),
        (
            "requires: [idea.section.need, idea.target_group",
            "requires: [{ name: idea.recipient, from: 2027-01-01 }, idea.target_group",
            "G1 Prövning",
            "Mottagare (från och med 1 januari 2027), Målgrupp",
        ),
        ("answer_days: 30", "answer_days: 14", "G1 Prövning", "Svar inom: 14 dagar"),
        ("      answer_days: 30\n", "", "G1 Prövning", "Svar inom: Inget utlovat"),
        (
            "approvers: [granskare, mottagare]",
            "approvers: [granskare, mottagare]\n      approval: all",
            "G3 Projektbeslut",
            "Granskare, Mottagare. Alla ska säga ja.",
        ),
        (
            "approvers: [granskare, mottagare]",
            "approvers: [mottagare]",
            "G3 Projektbeslut",
            "Beslutar: Mottagare.",
        ),
    ],
)
def test_a_change_of_the_process_shows(
    old: str, new: str, heading: str, told: str, changed: Callable[..., Catalogue]
) -> None:
    """By itself: nobody writes the page anew."""
    assert told not in below(article(changed()), heading)
    assert told in below(article(changed((CATALOGUE, old, new))), heading)


def test_assessors_are_told_once(changed: Callable[..., Catalogue]) -> None:
    """That two roles must have assessed says that there are assessments."""
    words = below(article(changed()), "G2 Förstudiebeslut")
    assert "Bedömningar av 2 olika roller" in words
    assert words.count("Bedömningar") == 1


def test_links_lead_to_its_headings(changed: Callable[..., Catalogue]) -> None:
    """Names in addresses follow the words, as other pages link to them."""
    page = article(changed())
    ids = {element.attributes.get("id") for element in page}
    assert {"skeden", "grindar", "utfall", "gate-g1"} <= ids
    english = {element.attributes.get("id") for element in article(changed(), "en")}
    assert {"stages", "gates", "outcomes"} <= english

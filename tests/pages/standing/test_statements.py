"""About, accessibility and personal data: what the catalogue says, and what it has not filled in."""

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

LAW = ("catalogue.yml", "accessibility:\n", "accessibility:\n  law: sweden\n  compliance: partial\n")
MAILBOX = ("catalogue.yml", "publisher:", "contact: ideer@example.se\npublisher:")
NOTHING = (
    "catalogue.yml",
    """publisher: Storby kommun
accessibility:
  assessed_on: 2026-11-23
  method: { sv: Självskattning., en: Self-assessment. }
privacy:
  controller: Kommunstyrelsen i Storby kommun
  basis: { sv: Uppgift av allmänt intresse., en: A task in the public interest. }
  kept: { sv: Mejl gallras efter ett år., en: Messages are removed after a year. }
  host: GitHub Pages
""",
    "",
)


def article(found: Catalogue, name: str, language: Language = "sv") -> markup.Element:
    url = f"{'' if language == 'sv' else f'{language}/'}{say(f'path.{name}', language)}/"
    (page,) = (page for page in standing_pages(found.settings, ()) if page.url == url)
    return markup.tree(page.content).one("article")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["about", "accessibility", "privacy"])
def test_what_is_not_filled_in_is_said(
    name: str, language: Language, changed: Callable[..., Catalogue]
) -> None:
    """And where to fill it in; nothing is invented in its place."""
    page = article(changed(NOTHING), name, language)
    unfilled = say("standing.unfilled", language)
    assert [e.text for e in page.all("span", "missing")].count(unfilled) >= 2
    assert "ideas/catalogue.yml" in page.text
    assert "Storby" not in page.text


@pytest.mark.parametrize("name", ["about", "accessibility", "privacy"])
def test_nothing_is_lacking_where_all_is_said(name: str, changed: Callable[..., Catalogue]) -> None:
    """The page is then like any other."""
    page = article(changed(MAILBOX), name)
    assert page.all("span", "missing") == []
    assert "ifyllt" not in page.text


def test_who_is_responsible_and_how_to_reach_them(changed: Callable[..., Catalogue]) -> None:
    """The publisher, the mailbox, and the controller of personal data."""
    found = changed(MAILBOX)
    assert "Ansvarig för katalogen: Storby kommun" in article(found, "about").text
    assert "Personuppgiftsansvarig: Kommunstyrelsen i Storby kommun" in article(found, "privacy").text
    for name in ("about", "accessibility", "privacy"):
        links = [link.attributes["href"] for link in article(found, name).all("a")]
        assert "mailto:ideer@example.se" in links


def test_a_statement_under_the_act(changed: Callable[..., Catalogue]) -> None:
    """Who is behind, how far the act is met, when and how that was judged, and where to complain."""
    page = article(changed(LAW, MAILBOX), "accessibility")
    assert "Storby kommun står bakom webbplatsen Prövning." in page.text
    assert "delvis förenlig med lagens krav" in page.text
    assert "Självskattning. Bedömningen gjordes den 23 november 2026." in page.text
    assert "https://www.digg.se/tdosanmalan" in [link.attributes["href"] for link in page.all("a")]


def test_without_an_act_it_is_no_statement(changed: Callable[..., Catalogue]) -> None:
    """A publisher that none binds names no supervisor."""
    text = article(changed(), "accessibility").text
    assert "Sidan är därför ingen redogörelse" in text
    assert "Digg" not in text
    assert "förenlig" not in text


def test_faults_and_what_was_not_tested_are_listed(changed: Callable[..., Catalogue]) -> None:
    """Each by itself, in the reader's language."""
    faults = "  deficiencies: [{ sv: Kartan saknar text., en: The map lacks text. }]\n"
    edit = ("catalogue.yml", "privacy:\n", f"{faults}  untested: [Skärmläsare.]\nprivacy:\n")
    page = article(changed(edit), "accessibility", "en")
    items = [item.text for item in page.all("li")]
    assert "The map lacks text." in items
    assert "Skärmläsare." in items


def test_a_page_written_by_hand_is_shown_instead(changed: Callable[..., Catalogue]) -> None:
    """In its own language; the other one is still made."""
    urls = [page.url for page in standing_pages(changed().settings, {"tillganglighet/", "en/about/"})]
    assert "tillganglighet/" not in urls
    assert "en/about/" not in urls
    assert {"en/accessibility/", "om/", "process/", "personuppgifter/"} <= {*urls}

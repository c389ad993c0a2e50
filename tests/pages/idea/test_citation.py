"""What a reader can do with the page: cite it, share it, mend it and follow it."""

from __future__ import annotations

import json
import re

import pytest

from tests.support import catalogues, markup
from tests.support.idea_pages import FULL, NEW, PLAN, pages_by_path


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, markup.Element]:
    """Pages of a catalogue that knows its address and its repository."""
    root = catalogues.lay(tmp_path_factory.mktemp("placed"))
    found = catalogues.read(root)
    update = {"site_url": "https://ideer.example.se/x", "repository": "https://git.example.se/a/b/"}
    found.settings = found.settings.model_copy(update=update)
    return pages_by_path(found)


def test_citation_says_what_where_and_when(placed: dict[str, markup.Element]) -> None:
    """Title, catalogue, year, address and the day it was read, in three forms that say the same."""
    page = placed[FULL]
    address = "https://ideer.example.se/x/ideer/2024/lanecykel-vid-stationen/"
    title = "Lånecykel vid stationen <i>& hem</i>"
    assert page.by_id("cite-words").text == f"{title}. Prövning, 2026. {address} (läst 23 november 2026)."
    (csl,) = json.loads(page.by_id("cite-csl").text)
    assert (csl["title"], csl["container-title"], csl["URL"]) == (title, "Prövning", address)
    assert csl["issued"] == {"date-parts": [[2026]]}
    assert csl["accessed"] == {"date-parts": [[2026, 11, 23]]}
    bibtex = page.by_id("cite-bibtex").text
    assert bibtex.startswith(
        "@misc{lanecykel-vid-stationen, title = {{Lånecykel vid stationen <i>\\& hem</i>}},"
    )
    assert f"url = {{{address}}}, urldate = {{2026-11-23}}, langid = {{swedish}} }}" in bibtex
    assert bibtex.count("{") == bibtex.count("}")


def test_links_to_mend_and_follow_lead_to_the_files(placed: dict[str, markup.Element]) -> None:
    """The idea and its plan are edited apart, and the folder's changes can be followed."""
    links = [link.attributes["href"] for link in placed[PLAN].one("ul", "use__ways").all("a")]
    mail, feed, dates, *rest = links
    (_, _, facts, markdown) = [
        link.attributes["href"] for link in placed[PLAN].one(class_="use__licence").all("a")
    ]
    assert feed.endswith("ideer/2025/trygg-hemgang/feed.xml")
    assert facts.endswith("ideer/2025/trygg-hemgang/idea.json")
    assert markdown.endswith("ideer/2025/trygg-hemgang/idea.md")
    assert dates.endswith("ideer/2025/trygg-hemgang/calendar.ics")
    assert rest == [
        "https://git.example.se/a/b/edit/main/ideas/2025/trygg-hemgang/idea.md",
        "https://git.example.se/a/b/edit/main/ideas/2025/trygg-hemgang/plan.md",
        "https://git.example.se/a/b/commits/main/ideas/2025/trygg-hemgang",
    ]
    assert mail.startswith("mailto:?subject=")
    assert "https%3A//ideer.example.se/x/ideer/2025/trygg-hemgang/" in mail
    assert "planen" not in placed[NEW].one("ul", "use__ways").text


def test_nothing_is_promised_that_is_not_known(pages: dict[str, markup.Element]) -> None:
    """Without an address and a repository no link pretends to have one; buttons wait for the script."""
    ways = pages[PLAN].one("ul", "use__ways")
    shown_ways = [item.text for item in ways.all("li") if "hidden" not in item.attributes]
    assert shown_ways == ["Följ idén via RSS", "Lägg datumen i din kalender"]
    assert not re.search(r"https?://", str(pages[PLAN].one("details", "cite").text))
    buttons = pages[PLAN].one("details", "cite").all("button")
    assert len(buttons) == 3
    assert all("hidden" in button.attributes for button in buttons)

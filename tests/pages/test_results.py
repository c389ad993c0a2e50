"""What came of it, in one sentence, wherever the idea is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, markup

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.pages import Published

TRYGG = "2025/trygg-hemgang/idea.md"
RESULT = {"sv": "Tolv kom hem <samma> dag.", "en": "Twelve came home that <same> day."}
FIELDS = f"""outcome: completed
municipalities: [storby]
result: "{RESULT["sv"]}"
result_source: https://storby.example/resultat
translations:
  en:
    result: "{RESULT["en"]}"
"""


@pytest.fixture
def pages(changed: Callable[..., Catalogue]) -> dict[str, Published]:
    closing = "    verdict: close\n    role: mottagare\n    reason: Nu sköts det av enheten.\n"
    closed = f"decisions:\n  - gate: G5\n    date: 2026-11-02\n{closing}"
    found = changed((TRYGG, "outcome: open\n", FIELDS), (TRYGG, "decisions:\n", closed))
    return catalogues.publish_all(found)


@pytest.mark.parametrize(
    ("language", "path"),
    [
        ("sv", "index.html"),
        ("sv", "ideer/index.html"),
        ("sv", "ideer/2025/trygg-hemgang/index.html"),
        ("sv", "kommuner/storby/index.html"),
        ("sv", "organisationer/storby-kommun/index.html"),
        ("sv", "lardomar/index.html"),
        ("en", "en/index.html"),
        ("en", "en/ideas/2025/trygg-hemgang/index.html"),
        ("en", "en/municipalities/storby/index.html"),
        ("en", "en/lessons/index.html"),
    ],
)
def test_it_stands_on_every_page(pages: dict[str, Published], language: str, path: str) -> None:
    """On card, page, municipality, organisation and among lessons, in the reader's language."""
    assert RESULT[language] in markup.tree(catalogues.text_in(pages, path)).text


@pytest.mark.parametrize("path", ["senaste-nytt/feed.xml", "ideer/2025/trygg-hemgang/feed.xml"])
def test_the_feed_tells_it_with_the_decision(pages: dict[str, Published], path: str) -> None:
    """Of the decision that closed it, and of no other."""
    entries = re.findall("<entry>.*?</entry>", catalogues.text_in(pages, path), re.DOTALL)
    told = [entry for entry in entries if "Tolv kom hem" in entry]
    assert len(told) == 1
    assert "avsluta" in told[0]
    assert "<samma>" not in told[0]


def test_where_nobody_has_said_it_nothing_stands(changed: Callable[..., Catalogue]) -> None:
    """No empty line on the card, and no question without an answer."""
    published = catalogues.publish_all(changed())
    home = markup.tree(catalogues.text_in(published, "index.html"))
    assert home.all("article", "card")
    assert home.all("p", "card__result") == []

"""What both a template and a script draw is the same, element by element, whoever has drawn it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.browse_page import CARDS, expect_drawn
from tests.support.browser import follow

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.browser import Visit

# Blanks between elements, and at their ends, are of no account; those between words are.
MARKUP = """all => all.map(e => {
  const copy = e.cloneNode(true);
  copy.normalize();
  return copy.outerHTML.replace(/\\s+/g, ' ').replace(/(>) | (<)/g, '$1$2');
})"""
# What stands above the title of a neighbour.
LABEL = re.compile("<span>[^<]*</span>")
LISTS = ["/ideer/", "/en/ideas/"]


def markup_of(page: Page, selector: str) -> list[str]:
    found: list[str] = page.locator(selector).evaluate_all(MARKUP)
    return found


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("catalogue", ["address", "many"])
def test_cards(visit: Visit, catalogue: str, path: str, request: pytest.FixtureRequest) -> None:
    """In each language, of ideas and research, with and without a stage, a grant, a place, and lateness."""
    page = visit(f"{request.getfixturevalue(catalogue)}{path}")
    served = markup_of(page, CARDS)
    page.goto(f"{page.url}?sort=newest&shown=2")
    expect_drawn(page)
    assert markup_of(page, CARDS)[: len(served)] == served
    assert len(served) >= 5


def test_the_cards_that_are_compared_differ(visit: Visit, many: str) -> None:
    """Each part that a card may lack is there in some and lacking in others."""
    page = visit(f"{many}/ideer/")
    cards = markup_of(page, CARDS)
    for part in (
        'class="stage-mark"',
        'class="late"',
        'class="card__result"',
        'class="card__picture"',
        " lang=",
        "badge--research",
        " kr<",
    ):
        assert 0 < sum(part in card for card in cards) < len(cards), part


@pytest.mark.parametrize("path", LISTS)
def test_neighbours(visit: Visit, many: str, path: str) -> None:
    """But for their first words: the script's are of the list, which here is the whole catalogue."""
    ways = ".neighbours a"
    for number in range(1, 8, 2):
        page = visit(f"{many}{path}?sort=newest&shown=2")
        expect_drawn(page)
        follow(page, page.locator("#results h3 a").nth(number))
        drawn = [LABEL.subn("", way) for way in markup_of(page, ways)]
        labels = page.locator(f"{ways} span").all_text_contents()
        page.goto(page.url)
        served = [LABEL.subn("", way) for way in markup_of(page, ways)]
        assert labels != page.locator(f"{ways} span").all_text_contents()
        assert drawn == served
        assert [count for _, count in drawn] == [1, 1]

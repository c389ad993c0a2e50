"""Searching from the keyboard in Chromium: opened by a key, and the first result near to the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.browser import MISSING, follow
from tests.support.search_page import addresses_asked_for, answered, asked, opened

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.support.browser import Visit

PAGES = {
    "home": "/",
    "idea": "/ideer/2025/trygg-hemgang/",
    "facet": "/sektorer/vard-och-omsorg/",
    "document": "/om/",
    "not found": "/finns/inte/",
}


@pytest.mark.parametrize("kind", PAGES)
def test_the_key_opens_and_escape_gives_focus_back(visit: Visit, address: str, kind: str) -> None:
    """/ opens the search over any page, Esc closes it, and focus is where it was."""
    page = visit(address + PAGES[kind], provokes=MISSING if kind == "not found" else "")
    start = page.locator(".top__name")
    start.focus()
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="Sök i katalogen")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(start).to_be_focused()


def test_the_key_is_a_letter_where_one_writes(visit: Visit, address: str) -> None:
    """In a field / is written, also in the search itself."""
    page = visit(address + "/")
    seen = addresses_asked_for(page)
    page.locator("main input[type=search]").press("/")
    expect(page.locator("main input[type=search]")).to_have_value("/")
    assert not [url for url in seen() if "/search/search.js" in url]
    page.locator("h1").click()
    page.keyboard.press("/")
    field = page.locator("dialog input[type=search]")
    expect(field).to_be_focused()
    page.keyboard.press("/")
    expect(field).to_have_value("/")


def test_from_any_page_to_an_idea_by_keyboard(visit: Visit, address: str) -> None:
    """Write, go down, up and down again, and Enter; the answer is announced on the way."""
    page = visit(f"{address}/utlysningar/")
    page.keyboard.press("/")
    expect(page.locator("dialog input")).to_be_focused()
    with answered(page, "dialog"):
        page.keyboard.insert_text("hemgång")
    expect(page.locator("dialog [role=status]")).to_contain_text("träff")
    first = page.locator("dialog .result__title a").first
    for _ in range(10):
        page.keyboard.press("ArrowDown")
        if first.evaluate("e => e === document.activeElement"):
            break
    expect(first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(first).to_be_focused()
    words = first.text_content()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(words or "")


def tabs_to(page: Page, first: Locator) -> int:
    """How many presses of Tab lead to it from where focus is."""
    for presses in range(1, 20):
        page.keyboard.press("Tab")
        if first.evaluate("link => link === document.activeElement"):
            return presses
    return 0


@pytest.mark.parametrize("width", [320, 1440])
def test_the_first_result_is_near_after_enter(visit: Visit, address: str, width: int) -> None:
    """From the search page, the home page and the dialog it is at most two presses of Tab away."""
    page = opened(visit, f"{address}/sok/?q=kommun", width=width)
    assert 1 <= tabs_to(page, page.locator("main .result__title a").first) <= 2
    for start, within in (("/sok/", "main"), ("/", "main"), ("/om/", "dialog")):
        page.goto(address + start)
        if within == "dialog":
            page.keyboard.press("/")
        field = page.locator(f"{within} input[type=search]")
        field.fill("Storby")
        field.press("Enter")
        expect(page).to_have_url(f"{address}/sok/?q=Storby")
        expect(page.locator("main .search__status")).to_be_focused()
        expect(page.locator("main .search__topics")).to_be_visible()
        assert 1 <= tabs_to(page, page.locator("main .result__title a").first) <= 2, start


def test_the_first_result_is_two_tabs_from_the_words(visit: Visit, address: str) -> None:
    """Also before Enter, and where topics have the name: past one button, on the page and in the dialog."""
    page = visit(f"{address}/sok/")
    asked(page, "Storby")
    page.locator("main input[type=search]").focus()
    assert tabs_to(page, page.locator("main .result__title a").first) == 2
    page.goto(f"{address}/om/")
    page.keyboard.press("/")
    asked(page, "Storby", "dialog")
    expect(page.locator("dialog .search__topics")).to_be_visible()
    assert tabs_to(page, page.locator("dialog .result__title a").first) == 2


@pytest.mark.parametrize("width", [320, 1440])
def test_filters_are_one_step_away_or_in_sight(visit: Visit, address: str, width: int) -> None:
    """Where they have no room beside the results, a link leads past these."""
    page = opened(visit, f"{address}/sok/?q=kommun", width=width)
    way = page.get_by_role("link", name="Begränsa träffarna")
    if width == 320:
        follow(page, way)
    else:
        expect(way).to_be_hidden()
    expect(page.get_by_label("Skede")).to_be_in_viewport()

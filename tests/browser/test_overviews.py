"""The overviews in Chromium: from a number to what it counts, by keyboard and without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.browser import EITHER_WAY, fits, follow

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.browser import Visit

WIDTHS = (320, 768, 1440)
MOST_STEPS = 30  # of the arrow key through a table


def tab_to(page: Page, selector: str, most: int = 60) -> None:
    """Press Tab until what the selector finds first has focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    pytest.fail(f"{selector} is not reached by Tab")


@EITHER_WAY
def test_from_a_number_to_the_lessons(visit: Visit, many: str, script: bool) -> None:
    """A number in the table leads to that heading, also on another page, and on to the idea."""
    page = visit(f"{many}/lardomar/", script=script)
    follow(page, page.get_by_role("link", name="Nedlagd, Samhällsbyggnad"))
    expect(page.locator("#stopped-samhallsbyggnad")).to_have_text("Samhällsbyggnad")
    expect(page.locator("#stopped-samhallsbyggnad")).to_be_in_viewport(ratio=1)
    page.goto(f"{many}/lardomar/")
    follow(page, page.get_by_role("link", name="Pågår, Samhällsbyggnad"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Lärdomar, sida 2 av 2")
    expect(page.locator("#going-samhallsbyggnad")).to_be_in_viewport(ratio=1)
    lesson = page.locator("#going-samhallsbyggnad + .lesson")
    title = lesson.get_by_role("heading").inner_text()
    follow(page, lesson.get_by_role("link", name="Läs").last)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator("#text-lardomar")).to_be_in_viewport(ratio=1)


@EITHER_WAY
def test_pages_of_lessons_are_walked_by_keyboard(visit: Visit, many: str, script: bool) -> None:
    """Next and previous, reached by Tab from the last lesson."""
    page = visit(f"{many}/lardomar/", script=script)
    page.locator(".lesson a, .unwritten a").last.focus()
    tab_to(page, "a[rel=next]", most=5)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{many}/lardomar/sida/2/")
    page.locator("a[rel=prev]").press("Enter")
    expect(page).to_have_url(f"{many}/lardomar/")


@EITHER_WAY
def test_table_of_factors_scrolls_by_keyboard_on_a_phone(visit: Visit, many: str, script: bool) -> None:
    """At 320 px Tab reaches the table, arrows bring its end into sight, and the idea's name stays."""
    page = visit(f"{many}/nyckelfaktorer/", width=320, script=script)
    first = page.locator(".factor-table tbody tr").first
    last = first.locator("td").last
    tab_to(page, ".factor-scroll")
    first.scroll_into_view_if_needed()
    expect(last).not_to_be_in_viewport()
    for _ in range(MOST_STEPS):
        page.keyboard.press("ArrowRight")
    expect(last).to_be_in_viewport()
    name, frame = first.locator("th").bounding_box(), page.locator(".factor-scroll").bounding_box()
    assert name is not None
    assert frame is not None
    assert abs(name["x"] - frame["x"]) < 3


@EITHER_WAY
def test_letters_lead_to_organisations(visit: Visit, many: str, script: bool) -> None:
    """Ö lies on the second page; the organisation there leads to its own."""
    page = visit(f"{many}/organisationer/", script=script)
    letters = page.get_by_role("navigation", name="Hitta efter bokstav")
    follow(page, letters.get_by_role("link", name="Ö", exact=True))
    assert page.url == f"{many}/organisationer/sida/2/#letter-oe"
    expect(page.locator("#letter-oe")).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name="Ö-bolaget 5", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ö-bolaget 5")


@EITHER_WAY
def test_from_a_goal_or_a_call_to_an_idea(visit: Visit, many: str, script: bool) -> None:
    """What contributes and what was granted are one link away."""
    page = visit(f"{many}/mal/", script=script)
    link = page.locator(".goal__newest a").first
    title = link.inner_text()
    follow(page, link)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.goto(f"{many}/utlysningar/")
    follow(page, page.get_by_role("link", name="Utlysning stangd"))
    follow(page, page.locator("tbody a").first)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Varierad idé")


@pytest.mark.parametrize("path", ["lardomar/sida/2/", "nyckelfaktorer/sida/2/", "organisationer/sida/2/"])
def test_later_pages_fit(visit: Visit, many: str, path: str) -> None:
    """No sideways scrolling, and every link is a target of 24 pixels or stands in a line of text."""
    page = visit(f"{many}/{path}")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert fits(page, width)
        small = page.locator(".letters a, .paging a, .crossing td a").evaluate_all(
            "all => all.map(e => [e.getBoundingClientRect(), e.outerHTML])"
            ".filter(([box]) => box.height < 24 || box.width < 24).map(([, words]) => words)"
        )
        assert small == []

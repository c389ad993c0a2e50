"""What is chosen on the catalogue page is kept: in the address, on the way back, and for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.support.browse_page import CARDS, LIST, checkbox, expect_drawn, expect_query, titles

if TYPE_CHECKING:
    from tests.support.browser import Visit


def test_address_keeps_everything_and_back_works(visit: Visit, address: str) -> None:
    """A shared address opens the same list, and the back button takes back one choice at a time."""
    page = visit(address + LIST)
    checkbox(page, "Öppen").check()
    expect_drawn(page)
    page.get_by_label("Sortera").select_option("title")
    page.get_by_text("Tabell", exact=True).click()
    expect(page.locator("#results table")).to_be_visible()
    url, listed = str(page.evaluate("location.href")), titles(page)
    shared = visit(url, locale="sv-SE")  # in a window of another reader's
    expect(shared.locator("#results table")).to_be_visible()
    assert titles(shared) == listed
    expect(checkbox(shared, "Öppen")).to_be_checked()
    page.go_back()
    expect(page.locator(CARDS).first).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Sortera")).to_have_value("newest")
    page.go_back()
    expect(checkbox(page, "Öppen")).not_to_be_checked()
    expect_query(page, "")


def test_the_view_is_remembered(visit: Visit, address: str) -> None:
    """A reader who wants the table gets it next time too."""
    page = visit(address + LIST)
    page.get_by_text("Tabell", exact=True).click()
    expect(page.locator("#results table")).to_be_visible()
    page.goto(address + LIST)
    expect(page.locator("#results table")).to_be_visible()


def test_the_kept_view_stands_in_the_address(visit: Visit, address: str) -> None:
    """So that a link shows others the same, and going back does not change it."""
    page = visit(address + LIST)
    page.get_by_text("Tabell", exact=True).click()
    page.goto(address + LIST)
    expect(page.locator("#results table")).to_be_visible()
    expect_query(page, "?view=table")
    checkbox(page, "Öppen").check()
    expect_drawn(page)
    page.go_back()
    expect(checkbox(page, "Öppen")).not_to_be_checked()
    expect(page.locator("#results table")).to_be_visible()


def test_the_other_language_gets_the_same_choice(visit: Visit, address: str) -> None:
    page = visit(address + LIST)
    checkbox(page, "Öppen").check()
    expect_drawn(page)
    page.locator(".top__language").click()
    expect(page.get_by_role("button", name="Remove Outcomes: Open")).to_be_visible()


def test_the_second_page_keeps_its_place(visit: Visit, many: str) -> None:
    """Going back to it shows what it was sent with, and a kept view does not put the first in its place."""
    page = visit(f"{many}{LIST}sida/2/")
    before = titles(page)
    checkbox(page, "Öppen").check()
    expect_drawn(page)
    page.go_back()
    expect(page.locator(f"{CARDS} h3")).to_have_text(before)
    expect(page.get_by_role("navigation", name="Sidor")).to_be_visible()
    page.get_by_text("Tabell", exact=True).click()
    expect(page.locator("#results tbody tr").nth(50)).to_be_visible()
    page.goto(f"{many}{LIST}sida/2/")
    expect(page.locator(f"{CARDS} h3")).to_have_text(before)

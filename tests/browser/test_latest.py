"""What waits, what happened and what comes, in Chromium: with a history in git, with and without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.accessible import OWN_COLOURS, barriers
from tests.support.browser import EITHER_WAY, fits, follow

if TYPE_CHECKING:
    from tests.support.browser import Visit

IDEA = "/ideer/2026/enklare-felanmalan/"
CHANGES = 13  # on as many days, the first of which it came in


@EITHER_WAY
def test_older_changes_unfold_by_keyboard(visit: Visit, tracked: str, script: bool) -> None:
    """The day of the latest is in sight; Enter shows all of them, down to the day the entry came."""
    page = visit(tracked + IDEA, width=320, script=script)
    history = page.locator("section.history")
    expect(history.locator("summary")).to_contain_text("15 november 2026")
    came = history.get_by_text("Lades in i katalogen")
    expect(came).to_be_hidden()
    history.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(came).to_be_visible()
    assert history.get_by_role("listitem").count() == CHANGES


@EITHER_WAY
def test_from_the_count_to_whom_it_is_about(visit: Visit, tracked: str, script: bool) -> None:
    """The sum of those that have waited too long leads to the first of them, and on to the idea."""
    page = visit(f"{tracked}/vantar-pa-svar/", script=script)
    follow(page, page.get_by_role("link", name="1 svar är försenat."))
    assert page.url == f"{tracked}/vantar-pa-svar/#late"
    row = page.locator("#late")
    expect(row).to_be_in_viewport()
    row.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bänk i skuggan")


@EITHER_WAY
def test_from_a_month_to_what_comes_in_it(visit: Visit, tracked: str, script: bool) -> None:
    """The list of months leads to the month, and its dates to their ideas."""
    page = visit(f"{tracked}/kalender/", width=320, script=script)
    page.get_by_role("navigation", name="Kommande månader").get_by_role("link", name="Februari 2027").click()
    heading = page.get_by_role("heading", name="Februari 2027")
    expect(heading).to_be_in_viewport()
    page.get_by_role("region", name="Februari 2027").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Trygg hemgång")


def test_news_from_git_lead_to_the_idea(visit: Visit, tracked: str) -> None:
    """An idea that came in stands beside the decisions, each under its day."""
    page = visit(f"{tracked}/senaste-nytt/")
    expect(page.get_by_text("utan katalogens historik")).to_have_count(0)
    day = page.locator(".day").filter(has_text="3 november 2026")
    day.get_by_role("link", name="Bänk i skuggan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bänk i skuggan")


@pytest.mark.parametrize("path", [IDEA, "/vantar-pa-svar/", "/senaste-nytt/", "/kalender/"])
def test_axe_finds_nothing_with_a_history(visit: Visit, tracked: str, path: str) -> None:
    """Also where changes, late answers and news are shown."""
    page = visit(tracked + path, width=320)
    for summary in page.locator("section.history summary").all():
        summary.click()
    assert barriers(page, OWN_COLOURS) == {}
    assert fits(page, 320)

"""An idea as it was, in Chromium: the way there from the idea, and nothing in the way of anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.accessible import barriers
from tests.support.browser import EITHER_WAY, fits

if TYPE_CHECKING:
    from tests.support.browser import Visit

IDEA = "/ideer/2025/trygg-hemgang/"


@EITHER_WAY
def test_from_the_idea_to_what_was_decided_about(visit: Visit, tracked: str, script: bool) -> None:
    page = visit(tracked + IDEA, script=script)
    page.locator("section.history summary").click()
    page.get_by_role("link", name="Så såg idén ut vid besluten").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Så såg idén ut vid besluten")
    whole = page.locator(".archived details").first
    whole.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(whole.locator(".archived__text")).to_be_visible()
    page.get_by_role("link", name="Till idén som den är nu").click()
    assert page.url == tracked + IDEA


@pytest.mark.parametrize("width", [320, 1440])
def test_nothing_is_in_the_way(visit: Visit, tracked: str, width: int) -> None:
    page = visit(f"{tracked}{IDEA}beslutsarkiv/", width=width)
    for summary in page.locator(".archived summary").all():
        summary.click()
    assert fits(page, width)
    assert barriers(page) == {}

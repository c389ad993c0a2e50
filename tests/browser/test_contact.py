"""Whom a reader can turn to: in the footer of every page, and where faults in accessibility are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.accessible import OWN_COLOURS, barriers
from tests.support.browser import EITHER_WAY

if TYPE_CHECKING:
    from tests.support.browser import Visit

MAILBOX = "ideer@storby.example"
PAGES = ("", "ideer/2025/trygg-hemgang/", "foresla/", "tillganglighet/", "en/", "en/accessibility/")


@EITHER_WAY
@pytest.mark.parametrize("path", PAGES)
def test_the_mailbox_and_who_is_responsible_stand_in_every_footer(
    visit: Visit, tracked: str, path: str, *, script: bool
) -> None:
    page = visit(f"{tracked}/{path}", script=script)
    footer = page.get_by_role("contentinfo")
    expect(footer.get_by_role("link", name=MAILBOX)).to_have_attribute("href", f"mailto:{MAILBOX}")
    expect(footer).to_contain_text("Storby <kommun>")


@pytest.mark.parametrize("path", ["tillganglighet/", "en/accessibility/"])
def test_the_page_on_accessibility_says_where_to_turn(visit: Visit, tracked: str, path: str) -> None:
    page = visit(f"{tracked}/{path}", width=320)
    main = page.get_by_role("main")
    expect(main.get_by_role("link", name=MAILBOX)).to_be_visible()
    expect(main).to_contain_text("Storby <kommun>")
    assert barriers(page, OWN_COLOURS) == {}
    other = visit(f"{tracked}/process/").get_by_role("main")
    expect(other.get_by_role("link", name=MAILBOX)).to_have_count(0)


def test_without_any_it_says_that_there_is_none(visit: Visit, address: str) -> None:
    """In no footer does a link pretend that there is."""
    page = visit(f"{address}/tillganglighet/")
    expect(page.get_by_role("main")).to_contain_text("ingen brevlåda och inget arkiv")
    assert page.locator("a[href^=mailto]").count() == 0

"""How much of a phone a page takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

PHONE, HEIGHT = 390, 844


def screens_of(page: Page) -> float:
    """The page's whole height in screens of a phone, with its fonts."""
    page.set_viewport_size({"width": PHONE, "height": HEIGHT})
    page.wait_for_function("document.fonts.ready.then(() => true)")
    return float(page.evaluate("document.documentElement.scrollHeight")) / HEIGHT

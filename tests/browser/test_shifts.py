"""Nothing that is read moves when the scripts come, however late that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.browse_page import LIST, expect_drawn

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

    from tests.support.browser import Visit

MOST = 0.05  # of the window's height times the share of it that moves, as the browser counts
# From the page's first moment on; what a reader has just caused is no shift.
OBSERVE = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
DRAWN = """new Promise((done) => {
  new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length) done(true);
  }).observe({ type: "paint", buffered: true });
})"""
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
LATE = ("**/page.js", "**/*.woff2")
WIDTHS = pytest.mark.parametrize("width", [390, 1440])


def opened_late(page: Page, url: str) -> None:
    """Open the page, and let its scripts and letters come only once it has been drawn without them."""
    waiting: list[Route] = []
    is_drawn = False

    def keep(route: Route) -> None:
        if is_drawn:
            route.continue_()
        else:
            waiting.append(route)

    page.add_init_script(OBSERVE)
    for pattern in LATE:
        page.route(pattern, keep)
    page.goto(url, wait_until="commit")
    page.wait_for_function(DRAWN)
    assert waiting
    is_drawn = True
    for route in waiting:
        route.continue_()
    page.wait_for_load_state("load")


def shifted(page: Page) -> float:
    page.wait_for_function("document.fonts.ready.then(() => true)")
    page.wait_for_function(FRAMES)
    return float(page.evaluate("window.shifted"))


@WIDTHS
@pytest.mark.parametrize("query", ["", "?q=e", "?view=table", "?outcome=open&sort=title"])
def test_the_catalogue_page_stays_where_it_is(visit: Visit, many: str, query: str, width: int) -> None:
    """Neither what the page came with nor what the address asks for moves what one reads."""
    page = visit(f"{many}/om/", width=width, service_workers="block")
    opened_late(page, f"{many}{LIST}{query}")
    expect(page.locator(".browse__tools")).to_be_visible()
    if query:
        expect_drawn(page)
    assert shifted(page) < MOST


@WIDTHS
def test_the_form_stays_where_it_is(visit: Visit, many: str, width: int) -> None:
    page = visit(f"{many}/om/", width=width, service_workers="block")
    opened_late(page, f"{many}/foresla/")
    expect(page.locator("#propose")).to_be_visible()
    assert shifted(page) < MOST


def test_what_moves_is_seen(visit: Visit, many: str) -> None:
    """By the same measure: something is put above the list."""
    page = visit(f"{many}/om/", service_workers="block")
    opened_late(page, f"{many}{LIST}")
    before = shifted(page)
    page.evaluate("""() => {
      const block = document.createElement("p");
      block.style.height = "300px";
      document.querySelector(".browse").before(block);
    }""")
    assert shifted(page) > before + MOST

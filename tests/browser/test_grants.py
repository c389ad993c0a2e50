"""The table of grants in Chromium: sorted by its headings, narrowed by its box, read without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.browser import fits

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.browser import Visit

PATHS = ["/nyckeltal/", "/finansiarer/framsyn/"]
ROWS = ".grants tbody tr"
COLUMN = """(rows, name) => {
  const heads = [...document.querySelectorAll(".grants thead th")].map(head => head.textContent.trim());
  return rows.map(row => row.cells[heads.indexOf(name)].dataset.value);
}"""


def opened(visit: Visit, address: str, path: str, *, script: bool = True) -> Page:
    """The page with the table unfolded, where it is folded."""
    page = visit(address + path, script=script)
    for summary in page.locator(".grants__all > summary").all():
        summary.click()
    return page


def column(page: Page, name: str) -> list[str]:
    """What the rows hold in a column, from the top."""
    values: list[str] = page.locator(ROWS).evaluate_all(COLUMN, name)
    return values


@pytest.mark.parametrize("path", PATHS)
def test_headings_sort(visit: Visit, many: str, path: str) -> None:
    """Numbers the largest first and then the other way; what is not known stands last both times."""
    page = opened(visit, many, path)
    before = column(page, "Beviljat")
    heading = page.locator(".grants thead").get_by_role("button", name="Beviljat")
    for way, is_turned in (("descending", True), ("ascending", False)):
        heading.click()
        assert page.locator(".grants th[aria-sort]").evaluate_all("all => all.map(e => e.ariaSort)") == [way]
        known = sorted((int(value) for value in before if value), reverse=is_turned)
        expected = [*map(str, known), *[""] * before.count("")]
        assert column(page, "Beviljat") == expected
    assert 1 < len(known) < len(before)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("path", PATHS)
def test_the_box_leaves_those_that_became_lower(visit: Visit, many: str, path: str, *, script: bool) -> None:
    """With a script and without; the sums, which are of all, go too."""
    page = opened(visit, many, path, script=script)
    every = page.locator(f"{ROWS}:visible").count()
    page.get_by_role("checkbox", name="Visa bara slutligt lägre än beviljat").check()
    shown = page.locator(f"{ROWS}:visible")
    assert 0 < shown.count() < every
    lower = shown.evaluate_all("rows => rows.map(row => row.classList.contains('grants__lower'))")
    assert all(lower)
    assert not page.locator(".grants tfoot").is_visible()


@pytest.mark.parametrize("path", PATHS)
def test_the_page_is_no_wider_than_the_window(visit: Visit, many: str, path: str) -> None:
    """The table scrolls by itself where it has no room."""
    page = opened(visit, many, path)
    for width in (320, 768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert fits(page, width)

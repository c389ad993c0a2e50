"""The menu: every way is seen whole, or folded behind a button, at whatever width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.support.browser import Visit

WIDTHS = range(320, 1600, 40)
# The links that are shown and do not lie whole within their menu, or lie below what stands to the right.
_CUT = """() => {
  const menu = document.querySelector(".menu"), tools = document.querySelector(".top__tools");
  const box = menu.getBoundingClientRect(), right = tools.getBoundingClientRect().left;
  return [...menu.querySelectorAll("a")]
    .filter((link) => link.offsetParent)
    .filter((link) => {
      const own = link.getBoundingClientRect();
      return own.right > Math.min(box.right, right) + 1 || own.left < box.left - 1;
    })
    .map((link) => link.textContent.trim());
}"""


@pytest.mark.parametrize("start", ["/kommuner/", "/en/municipalities/"])
def test_no_way_is_cut_off(address: str, visit: Visit, start: str) -> None:
    page = visit(address + start)
    shown = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 600})
        shown[width] = page.locator(".menu a:visible").count()
        assert page.evaluate(_CUT) == [], width
        if not shown[width]:
            expect(page.locator(".menu-button")).to_be_visible()
    assert shown[320] == 0
    assert shown[1440] == 8

"""A site in one language and in three: readable by all, and a switch to each language that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.support import pseudo
from tests.support.accessible import IN_TURN, barriers
from tests.support.browser import fits

if TYPE_CHECKING:
    from tests.support.browser import Visit

IDEA = "2025/trygg-hemgang/"
THIRD = f"/{pseudo.CODE}"
# By the name of the site: a language of it, its home page, an idea and the list.
PAGES = {
    "sv": ("sv", ("/", f"/ideer/{IDEA}", "/ideer/")),
    "en": ("en", ("/", f"/ideas/{IDEA}", "/ideas/")),
    "three": (
        pseudo.CODE,
        (f"/{pseudo.CODE}/", f"/{pseudo.CODE}/q-ideas/{IDEA}", f"/{pseudo.CODE}/q-ideas/"),
    ),
}


def test_pages_have_no_barriers(in_languages: tuple[str, str], visit: Visit) -> None:
    """Home, an idea and the list, in light on a phone and in dark on a desk; nothing is too wide."""
    name, address = in_languages
    language, paths = PAGES[name]
    for path in paths:
        page = visit(f"{address}{path}")
        assert page.evaluate("document.documentElement.lang") == language
        for width, schemes in IN_TURN.items():
            page.set_viewport_size({"width": width, "height": 900})
            assert barriers(page, schemes) == {}, (path, width)
            assert fits(page, width), (path, width)


def test_the_switch_leads_through_every_language(in_languages: tuple[str, str], visit: Visit) -> None:
    """And back to the page that one came from; a site in one language has none."""
    name, address = in_languages
    page = visit(f"{address}/ideer/" if name == "three" else f"{address}{PAGES[name][1][2]}")
    switch = page.locator(".top__language")
    if name != "three":
        expect(switch).to_have_count(0)
        return
    expect(switch).to_have_count(2)
    page.set_viewport_size({"width": 320, "height": 800})
    expect(switch.first).to_be_hidden()
    page.locator(".menu-button").click()
    page.locator(".menu__language a[lang=en]").click()
    page.wait_for_url(f"{address}/en/ideas/")
    page.set_viewport_size({"width": 1440, "height": 800})
    for code, path in ((pseudo.CODE, f"/{pseudo.CODE}/q-ideas/"), ("en", "/en/ideas/"), ("sv", "/ideer/")):
        page.locator(f".top__language[lang={code}]").click()
        page.wait_for_url(f"{address}{path}")

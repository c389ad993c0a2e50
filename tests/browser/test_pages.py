"""Every kind of page in Chromium: readable, reachable, quiet, fit for paper, and within its own host."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.accessible import CROSSED, barriers
from tests.support.browser import EITHER_WAY, fits
from tests.support.page_kinds import DESK, PAGES, PHONE, opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.browser import Visit

TABLET = 768
PAPER = 700
OFF_PAPER = (".menu", ".top__tools", ".crumbs", ".skip", ".bottom nav", ".on-page", ".use__ways")


@pytest.mark.parametrize("kind", PAGES)
def test_page_fits_and_is_accessible(visit: Visit, address: str, kind: str) -> None:
    """Axe is silent in light and dark, in own and forced colours; nothing scrolls sideways, on paper too."""
    page = opened(visit, address, kind, PHONE)
    for width in (PHONE, DESK, TABLET):
        page.set_viewport_size({"width": width, "height": 800})
        assert fits(page, width)
        assert barriers(page, CROSSED.get(width, ())) == {}
    assert_on_paper(page)


@pytest.mark.prove
@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
@pytest.mark.parametrize("kind", PAGES)
def test_page_is_accessible_however_it_is_opened(visit: Visit, address: str, kind: str, width: int) -> None:
    """Each page is opened at each width and read in each scheme there."""
    page = opened(visit, address, kind, width)
    assert fits(page, width)
    assert barriers(page) == {}


@pytest.mark.parametrize("kind", PAGES)
def test_page_without_script(visit: Visit, address: str, kind: str) -> None:
    """It fits as well, and is printed as well."""
    page = opened(visit, address, kind, script=False)
    for width in (DESK, TABLET, PHONE):
        page.set_viewport_size({"width": width, "height": 800})
        assert fits(page, width)
    assert_on_paper(page)


def test_what_is_not_printed_is_there_on_the_screen(visit: Visit, address: str) -> None:
    """Else nothing would be asked of paper."""
    page = opened(visit, address, "idea")
    assert [part for part in OFF_PAPER if not page.locator(part).count()] == []


def assert_on_paper(page: Page) -> None:
    """Black on white also where the reader has chosen dark; no navigation, and nothing is cut off."""
    page.set_viewport_size({"width": PAPER, "height": 800})
    page.emulate_media(media="print", color_scheme="dark")
    for hidden in OFF_PAPER:
        for part in page.locator(hidden).all():
            expect(part).to_be_hidden()
    colours = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    expect(page.locator("h1")).to_be_visible()
    assert fits(page, PAPER)


@EITHER_WAY
def test_menu_by_keyboard_on_a_phone(visit: Visit, address: str, script: bool) -> None:
    """At 320 px the menu opens, is walked through and closed from the keyboard, and leads on."""
    page = visit(f"{address}/", width=PHONE, script=script)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    button = page.get_by_role("button", name="Meny")
    for _ in range(6):
        page.keyboard.press("Tab")
        if button.evaluate("e => e === document.activeElement"):
            break
    expect(button).to_be_focused()
    expect(page.get_by_role("link", name="Slussen", exact=True)).to_be_hidden()
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Slussen", exact=True)
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Slussen")


def test_focus_is_never_off_screen(visit: Visit, address: str) -> None:
    """Whatever Tab reaches at 320 px can be seen."""
    page = opened(visit, address, "idea", PHONE)
    stops = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        box = page.evaluate(
            "() => { const e = document.activeElement; if (e === document.body) return null;"
            " const b = e.getBoundingClientRect(); return [b.left, b.right, b.width, b.top, innerHeight]; }"
        )
        if box is None:
            break
        stops += 1
        assert box[0] >= -1
        assert box[1] <= 321
        assert box[2] > 0
        assert -1 <= box[3] <= box[4]
    assert stops > 20


def test_skip_link_leads_to_the_content(visit: Visit, address: str) -> None:
    """The first Tab offers to skip the menu, and Enter does."""
    page = visit(f"{address}/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_reader_chooses_dark_and_it_stays(visit: Visit, address: str) -> None:
    """The choice of dark holds on the next page and after a reload, and can be taken back."""
    page = visit(f"{address}/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Mörkt läge").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.goto(address + "/slussen/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    page.get_by_role("button", name="Ljust läge").click()
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == light


def test_language_switch_keeps_the_page(visit: Visit, address: str) -> None:
    """The switch leads to the same idea in the other language; what stays Swedish says so."""
    page = opened(visit, address, "idea")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Borrow a bicycle at the station")
    expect(page.locator(".prose").first).to_have_attribute("lang", "sv")
    page.get_by_role("link", name="Svenska").click()
    expect(page.locator("html")).to_have_attribute("lang", "sv")


def test_first_screen_answers(visit: Visit, address: str) -> None:
    """What it is, where it is, whose move it is and what came of it stand above the fold at 1440 px."""
    page = opened(visit, address, "idea")
    for words in ("Hur långt har den kommit?", "Vems tur är det?", "Vad blev det?"):
        box = page.get_by_text(words).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 800

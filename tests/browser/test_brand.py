"""Another brand in Chromium: its colours in light, in dark and on paper, its logo, and nothing unreadable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from idesluss.derived.palette import derive
from idesluss.model.brand import BrandColours
from tests.support import brands
from tests.support.accessible import OWN_COLOURS, barriers
from tests.support.browser import fits

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.browser import Visit

PAGES = {
    "home": "/",
    "idea": "/ideer/2024/lanecykel-vid-stationen/",
    "idea with plan": "/ideer/2025/trygg-hemgang/",
    "list": "/ideer/",
    "figures": "/nyckeltal/",
    "lessons": "/lardomar/",
    "awaiting": "/vantar-pa-svar/",
    "propose": "/foresla/",
    "about": "/om/",
}
COLOURS = BrandColours(main=brands.MAIN, accent=brands.ACCENT, paper=brands.PAPER)
Scheme = Literal["light", "dark"]
# Selector and property of what is seen in each tone on the home page.
SEEN = {
    "paper": ("body", "backgroundColor"),
    "ink": ("h1", "color"),
    "brand": (".top", "backgroundColor"),
    "on-brand": (".top", "color"),
    "accent": (".hero .button:not(.button--quiet)", "backgroundColor"),
    "on-accent": (".hero .button:not(.button--quiet)", "color"),
    "link": (".section-head a", "color"),
    "mute-soft": (".bottom", "backgroundColor"),
    "surface": (".lock-section", "backgroundColor"),
    "plate": (".bottom .logo", "backgroundColor"),
}


def shown(page: Page, tones: tuple[str, ...] = tuple(SEEN)) -> dict[str, str]:
    """The colours that the browser has worked out, as the palette writes them."""
    return {
        tone: page.eval_on_selector(
            SEEN[tone][0],
            "(element, name) => '#' + getComputedStyle(element)[name].match(/\\d+/g).slice(0, 3)"
            ".map(part => Number(part).toString(16).padStart(2, '0')).join('')",
            SEEN[tone][1],
        )
        for tone in tones
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_brand(visit: Visit, branded: str, scheme: Scheme) -> None:
    """Whether the system or the reader has chosen the scheme."""
    page = visit(f"{branded}/")
    palette = derive(COLOURS, scheme)
    meant = {tone: palette[tone] for tone in SEEN}
    page.emulate_media(color_scheme=scheme)
    assert shown(page) == meant
    page.emulate_media(color_scheme="light" if scheme == "dark" else "dark")
    page.get_by_role("button", name="Mörkt läge" if scheme == "dark" else "Ljust läge").click()
    assert shown(page) == meant


def test_paper_is_white_whatever_the_brand(visit: Visit, branded: str) -> None:
    """Only the logo keeps its plate."""
    page = visit(f"{branded}/")
    page.emulate_media(media="print", color_scheme="dark")
    printed = shown(page, ("paper", "ink", "on-brand", "link", "surface"))
    assert printed == {
        **dict.fromkeys(("paper", "surface"), "#ffffff"),
        **dict.fromkeys(("ink", "on-brand", "link"), "#000000"),
    }
    logo = page.locator(".top .logo")
    expect(logo).to_be_visible()
    expect(logo).to_have_css("background-color", "rgb(30, 58, 138)")


@pytest.mark.parametrize("width", [320, 1440])
def test_the_logo_is_in_header_and_footer(visit: Visit, branded: str, width: int) -> None:
    """Drawn, and with room for it, beside the name."""
    page = visit(f"{branded}/", width=width)
    for logo in page.locator(".logo").all():
        logo.scroll_into_view_if_needed()
        expect(logo).to_be_visible()
        expect(logo).to_have_js_property("complete", value=True)
        assert logo.evaluate("logo => logo.naturalWidth") > 0
    assert page.locator(".logo").count() == 2
    expect(page.locator(".top__name span")).to_be_visible()
    assert fits(page, width)


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_is_unreadable(visit: Visit, branded: str, kind: str) -> None:
    """Axe is silent in light and dark, about contrast too; forced colours are no brand's."""
    page = visit(branded + PAGES[kind])
    assert barriers(page, OWN_COLOURS) == {}


def test_axe_sees_what_cannot_be_read(visit: Visit, branded: str) -> None:
    """Else its silence would say nothing."""
    page = visit(f"{branded}/")
    page.evaluate("document.documentElement.style.setProperty('--ink', '#eeeeee')")
    assert "color-contrast" in {rule for scheme in barriers(page).values() for rule, *_ in scheme}

"""What the other tests here rely on: that windows are as new, that complaints are heard, that axe looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support.accessible import barriers

if TYPE_CHECKING:
    from tests.support.browser import Visit, Windows

PALE = "p { color: #eee; background: #fff; forced-color-adjust: none; }"
PICTURE = "new Promise(done => {{ Object.assign(new Image(), {{ src: '{}', onerror: done }}); }})"
SHEET = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""


def test_nothing_is_left_of_an_earlier_test(windows: Windows, address: str) -> None:
    """Neither what the page stores at the last moment, nor answers to requests, nor the mouse."""
    page = windows.open(f"{address}/foresla/")
    page.route("**/om/", lambda route: route.fulfill(body="Not the site's"))
    page.get_by_label("Titel").fill("Cyklar")
    page.get_by_role("button", name="Mörkt läge").click()
    assert windows.leave() == []
    page = windows.open(f"{address}/foresla/")
    expect(page.get_by_label("Titel")).to_have_value("")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.get_by_role("button", name="Mörkt läge").evaluate("e => !e.matches(':hover')")
    page.goto(f"{address}/om/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert windows.leave() == []


@pytest.mark.parametrize(
    ("act", "complaint"),
    [
        ("console.error('It broke')", "It broke"),
        ("console.warn('It may break')", "It may break"),
        (
            "return new Promise(done => setTimeout(() => { done(); throw new Error('It broke'); }))",
            "It broke",
        ),
        (f"return {PICTURE.format('https://elsewhere.example/x.png')}", "elsewhere.example"),
        (f"return {PICTURE.format('/not-there.png')}", "not-there.png"),
    ],
    ids=["error", "warning", "exception", "other host", "missing"],
)
def test_what_a_page_complains_of_is_heard(windows: Windows, address: str, act: str, complaint: str) -> None:
    page = windows.open(f"{address}/")
    page.evaluate(f"() => {{ {act} }}")
    assert any(complaint in words for words in windows.leave())
    windows.open(f"{address}/")
    assert windows.leave() == []


@pytest.mark.parametrize(
    ("media", "schemes"),
    [
        ("all", 4),
        ("(prefers-color-scheme: dark)", 2),
        ("(forced-colors: active)", 2),
        ("(forced-colors: active) and (prefers-color-scheme: light)", 1),
    ],
)
def test_axe_sees_what_is_pale_in_some_schemes_only(
    visit: Visit, address: str, media: str, schemes: int
) -> None:
    page = visit(f"{address}/utlysningar/")
    page.evaluate(SHEET, f"@media {media} {{ {PALE} }}")
    assert len(barriers(page)) == schemes

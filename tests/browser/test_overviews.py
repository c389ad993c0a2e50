"""The overviews in Chromium: from a number to what it counts, by keyboard and without script."""

from __future__ import annotations

import functools
import http.server
import threading
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support import project, varied

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the varied catalogue is served, with lists of several pages."""
    content = varied.lay(tmp_path_factory.mktemp("varied"))
    folder = project.make(tmp_path_factory.mktemp("many"), content / "ideas")
    done = project.run(folder, "mkdocs", "build", "--quiet")
    assert done.returncode == 0, done.stderr
    handler = functools.partial(_Quiet, directory=str(folder / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def opened(chromium: Browser, url: str, *, width: int = 1440, javascript: bool = True) -> Page:
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, java_script_enabled=javascript, reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(url)
    return page


def tab_to(page: Page, selector: str, most: int = 60) -> None:
    """Press Tab until what the selector finds first has focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    pytest.fail(f"{selector} is not reached by Tab")


def is_in_view(page: Page, selector: str) -> bool:
    box = page.locator(selector).first.bounding_box()
    return box is not None and 0 <= box["y"] < 800


@SCRIPT
def test_from_a_number_to_the_lessons(chromium: Browser, many: str, javascript: bool) -> None:
    """A number in the table leads to that heading, also on another page, and on to the idea."""
    page = opened(chromium, f"{many}/lardomar/", javascript=javascript)
    page.get_by_role("link", name="Nedlagd, Samhällsbyggnad").click()
    expect(page.locator("#stopped-samhallsbyggnad")).to_have_text("Samhällsbyggnad")
    assert is_in_view(page, "#stopped-samhallsbyggnad")
    page.goto(f"{many}/lardomar/")
    page.get_by_role("link", name="Fortsätter, Samhällsbyggnad").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lärdomar, sida 2 av 2")
    assert is_in_view(page, "#going-samhallsbyggnad")
    lesson = page.locator("#going-samhallsbyggnad + .lesson")
    title = lesson.get_by_role("heading").inner_text()
    lesson.get_by_role("link", name="Läs").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert is_in_view(page, "#text-lardomar")
    page.context.close()


@SCRIPT
def test_pages_of_lessons_are_walked_by_keyboard(chromium: Browser, many: str, javascript: bool) -> None:
    """Next and previous, reached by Tab from the last lesson."""
    page = opened(chromium, f"{many}/lardomar/", javascript=javascript)
    page.locator(".lesson a, .unwritten a").last.focus()
    tab_to(page, "a[rel=next]", most=5)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{many}/lardomar/sida/2/")
    page.locator("a[rel=prev]").press("Enter")
    expect(page).to_have_url(f"{many}/lardomar/")
    page.context.close()


@SCRIPT
def test_table_of_factors_scrolls_by_keyboard_on_a_phone(
    chromium: Browser, many: str, javascript: bool
) -> None:
    """At 320 px Tab reaches the table, arrows move it, and the idea's name stays in sight."""
    page = opened(chromium, f"{many}/nyckelfaktorer/", width=320, javascript=javascript)
    box = page.locator(".factor-scroll")
    tab_to(page, ".factor-scroll")
    before = page.locator(".factor-table tbody td").last.bounding_box()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    after = page.locator(".factor-table tbody td").last.bounding_box()
    name = page.locator(".factor-table tbody th").first.bounding_box()
    frame = box.bounding_box()
    assert before is not None
    assert after is not None
    assert name is not None
    assert frame is not None
    assert after["x"] < before["x"] - 20
    assert abs(name["x"] - frame["x"]) < 3
    page.context.close()


@SCRIPT
def test_letters_lead_to_organisations(chromium: Browser, many: str, javascript: bool) -> None:
    """Ö lies on the second page; the organisation there leads to its own."""
    page = opened(chromium, f"{many}/organisationer/", javascript=javascript)
    letters = page.get_by_role("navigation", name="Hitta efter bokstav")
    letters.get_by_role("link", name="Ö", exact=True).click()
    expect(page).to_have_url(f"{many}/organisationer/sida/2/#letter-oe")
    assert is_in_view(page, "#letter-oe")
    page.get_by_role("link", name="Ö-bolaget 5", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ö-bolaget 5")
    page.context.close()


@SCRIPT
def test_from_a_goal_or_a_call_to_an_idea(chromium: Browser, many: str, javascript: bool) -> None:
    """What contributes and what was granted are one link away."""
    page = opened(chromium, f"{many}/mal/", javascript=javascript)
    link = page.locator(".goal__newest a").first
    title = link.inner_text()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.goto(f"{many}/utlysningar/")
    page.get_by_role("link", name="Utlysning stangd").click()
    page.locator("tbody a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Varierad idé")
    page.context.close()


@pytest.mark.parametrize("path", ["lardomar/sida/2/", "nyckelfaktorer/sida/2/", "organisationer/sida/2/"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_later_pages_fit(chromium: Browser, many: str, path: str, width: int) -> None:
    """No sideways scrolling, and every link is a target of 24 pixels or stands in a line of text."""
    page = opened(chromium, f"{many}/{path}", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.locator(".letters a, .paging a, .crossing td a").evaluate_all(
        "all => all.map(e => [e.getBoundingClientRect(), e.outerHTML])"
        ".filter(([box]) => box.height < 24 || box.width < 24).map(([, words]) => words)"
    )
    assert small == []
    page.context.close()

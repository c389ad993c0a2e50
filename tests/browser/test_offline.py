"""The site opened by a double-click, from a folder whose name has blanks and letters with marks."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import expect

from tests.support.browse_page import checkbox, expect_drawn
from tests.support.form import answer

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.support.browser import Visit
    from tests.support.once import Once

OWN = {"accept_downloads": True}  # a window of its own: what is kept for files is not kept for hosts
QUESTIONS = {
    "sok": ("cykel", "trygg hemgång", "skolmat", "felanmälan", "storby", "grannsamverkan", "xyzzy"),
    "en/search": ("quiet hour", "storby", "vinnova", "calendar", "organisations", "figures", "xyzzy"),
}
IDEA = {
    "title": "Cykel att låna vid stationen",
    "summary": "Den som kommer med tåget ska kunna låna en cykel den sista biten hem.",
    "section.need": "Från stationen är det två kilometer hem.",
    "origin": "resident",
    "sector": "samhallsbyggnad",
}
RESULTS = "main .search__results h3 a"


@pytest.fixture(scope="session")
def disk(once: Once, site: Path) -> str:
    """Where the file of the site lies unpacked as a reader would."""

    def fill(folder: Path) -> None:
        with zipfile.ZipFile(io.BytesIO((site / "offline.zip").read_bytes())) as archive:
            archive.extractall(folder / "Hämtade filer & annat")

    (home,) = (once.folder("disk", fill) / "Hämtade filer & annat").iterdir()
    return home.as_uri()


def test_from_home_to_the_form(visit: Visit, disk: str) -> None:
    """Filter, idea, comparison, the other language and the form, with nothing asked of any host."""
    page = visit(f"{disk}/index.html", **OWN)
    page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Idéer").click()
    checkbox(page, "Samhällsbyggnad").check()
    expect_drawn(page)
    assert page.url.endswith("/ideer/index.html?sector=samhallsbyggnad")
    page.reload()
    expect_drawn(page)
    first, second = page.locator(".cards .card__compare").all()[:2]
    first.click()
    second.click()
    page.locator("#results h3 a").first.click()
    page.wait_for_url(re.compile(r"/ideer/\d{4}/[a-z-]+/index\.html$"))
    page.locator(".compare-bar").get_by_role("link", name="Jämför").click()
    expect(page.locator("#compare")).to_have_attribute("data-shown", "2")
    page.locator(".top__language").click()
    page.wait_for_url("**/en/compare/index.html?**")
    expect(page.locator("#compare")).to_have_attribute("data-shown", "2")
    page.get_by_role("link", name="Propose an idea").first.click()
    page.wait_for_url("**/en/propose/index.html")
    assert page.evaluate("[...document.fonts].some((font) => font.status === 'loaded')")


def test_light_and_dark_hold_from_page_to_page(visit: Visit, disk: str) -> None:
    page = visit(f"{disk}/index.html", **OWN)
    page.locator(".theme-button").click()
    page.goto(f"{disk}/kommuner/index.html")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("svg.map, svg").first).to_be_visible()


def found(page: Page, address: str) -> tuple[str, list[str], list[str]]:
    """What the search page says, and the titles and paths of what it shows."""
    page.goto(address)
    expect(page.locator("main .search")).to_have_attribute("data-answered", "1")
    paths = page.locator(RESULTS).evaluate_all("all => all.map(a => a.href)")
    says = page.locator("main .search__status").inner_text()
    return says, page.locator(RESULTS).all_inner_texts(), [unquote(path) for path in paths]


@pytest.mark.parametrize("search", QUESTIONS)
def test_the_search_finds_what_it_finds_online(visit: Visit, disk: str, address: str, search: str) -> None:
    """The same, in the same order, and its links lead to files."""
    here, there = visit(f"{disk}/index.html", **OWN), visit(f"{address}/", **OWN)
    answered = 0
    for question in QUESTIONS[search]:
        says, titles, paths = found(here, f"{disk}/{search}/index.html?q={quote(question)}")
        assert (says, titles) == found(there, f"{address}/{search}/?q={quote(question)}")[:2], question
        assert all(re.search(r"\.html(#.*)?$", path) for path in paths)
        answered += bool(titles)
    assert answered > len(QUESTIONS[search]) / 2


def test_the_search_opens_over_a_page(visit: Visit, disk: str) -> None:
    page = visit(f"{disk}/om/index.html", **OWN)
    page.keyboard.press("/")
    page.get_by_role("dialog").get_by_role("searchbox").fill("skolmat")
    page.get_by_role("dialog").get_by_role("link", name=re.compile("[Ss]kolmat")).first.click()
    page.wait_for_url("**/ideer/2023/skolmat-efter-sasong/index.html")


def test_a_former_name_is_compared_as_the_present(visit: Visit, disk: str) -> None:
    page = visit(f"{disk}/jamfor/index.html?ideas=2024/lanecykel,2019/finns-inte", provokes="FILE_NOT", **OWN)
    expect(page.locator("#compare")).to_have_attribute("data-shown", "1")
    expect(page.locator("#compare")).to_contain_text("2019/finns-inte gick inte att hämta")


def test_the_form_finds_like_ideas_and_saves_a_file(visit: Visit, disk: str) -> None:
    page = visit(f"{disk}/foresla/index.html", **OWN)
    answer(page, IDEA)
    expect(page.locator("[data-question] a").first).to_have_attribute("href", re.compile(r"/index\.html$"))
    page.get_by_role("button", name="Granska och skicka").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Spara idea.md").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text == page.locator(".propose__file").text_content()
    assert str(IDEA["title"]) in text

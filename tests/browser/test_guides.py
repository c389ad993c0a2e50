"""The pictures of the guides: taken here, and kept as long as they show the words that stand there now.

`IDESLUSS_WRITE_GOLDEN=1` takes them anew.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cmarkgfm
import pytest
from playwright.sync_api import ViewportSize, expect

from tests.support import project

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

IMAGES = project.ROOT / "docs" / "images"
TOLD = project.HERE / "docs" / "guides"
STORY = project.HERE / "review" / "story"
WRITES = os.environ.get("IDESLUSS_WRITE_GOLDEN") == "1"
WIDTH = 720
FORM = {"sv": "foresla/", "en": "en/propose/"}
IDEA = {"sv": "ideer/2026/enklare-felanmalan/", "en": "en/ideas/2026/enklare-felanmalan/"}
ANSWERS = {
    "title": "Trygga hemgångar från sjukhuset",
    "summary": "Den som skrivs ut ska mötas hemma av någon som känner till planen.",
    "section.need": "Var femte äldre är tillbaka på sjukhuset inom en månad.",
    "origin": "employee",
    "sector": "vard-och-omsorg",
}


@pytest.fixture(params=["sv", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def opened(chromium: Browser, url: str) -> Page:
    size = ViewportSize(width=WIDTH, height=900)
    context = chromium.new_context(viewport=size, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    page.clock.set_fixed_time(f"{project.TODAY}T10:00:00")
    page.goto(url)
    return page


def pictured(place: Locator, name: str, **clip: Any) -> None:
    """The picture shows what the page says now; written anew on demand."""
    words = "\n".join(line.strip() for line in place.inner_text().splitlines() if line.strip()) + "\n"
    told, picture = TOLD / f"{name}.txt", IMAGES / f"guide-{name}.png"
    if WRITES:
        TOLD.mkdir(exist_ok=True)
        told.write_text(words, encoding="utf-8")
        place.evaluate("e => { e.style.padding = '16px'; e.style.background = 'var(--paper)' }")
        place.screenshot(path=picture, animations="disabled", **clip)
    assert words == told.read_text(encoding="utf-8"), "take the guides' pictures anew"
    assert picture.stat().st_size < 150_000
    assert picture.read_bytes().startswith(b"\x89PNG")


def fill(page: Page) -> None:
    for name, told in ANSWERS.items():
        field = page.locator(f"[name='{name}']")
        if name in {"origin", "sector"}:
            field.select_option(told)
        else:
            field.fill(told)


def test_the_form(chromium: Browser, address: str, language: str) -> None:
    page = opened(chromium, f"{address}/{FORM[language]}")
    fill(page)
    expect(page.locator(".propose__similar li").first).to_be_visible()
    # What comes after the similar ideas is not shown.
    page.add_style_tag(
        content=".propose__similar ~ *, .propose__import, .propose__doors { display: none !important }"
    )
    pictured(page.locator("#propose"), f"form.{language}")
    page.context.close()


def test_the_ways_to_send(chromium: Browser, address: str, language: str) -> None:
    page = opened(chromium, f"{address}/{FORM[language]}")
    fill(page)
    page.locator("#propose button[type=submit]").click()
    pictured(page.locator(".propose__ways"), f"send.{language}")
    page.context.close()


def test_what_can_be_added(chromium: Browser, address: str, language: str) -> None:
    page = opened(chromium, f"{address}/{IDEA[language]}")
    place = page.locator("details.addition").first
    place.evaluate("e => e.open = true")
    pictured(place, f"addition.{language}")
    page.context.close()


def test_the_report(chromium: Browser, address: str, language: str) -> None:
    """The story's first gate, drawn from its Markdown as GitHub does."""
    html = cmarkgfm.github_flavored_markdown_to_html(
        (STORY / f"2-screening.{language}.md").read_text("utf-8")
    )
    page = opened(chromium, f"{address}/om/")
    page.locator(".document__text").evaluate("(e, html) => { e.innerHTML = html }", html)
    pictured(page.locator(".document__text"), f"report.{language}")
    page.context.close()


def test_every_picture_is_shown_in_a_guide() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in (project.ROOT / "docs").rglob("*.md"))
    pictures = sorted(IMAGES.glob("guide-*.png"))
    assert len(pictures) == 8
    assert all(picture.name in shown for picture in pictures)
    assert {Path(p.stem).suffix for p in pictures} == {".sv", ".en"}

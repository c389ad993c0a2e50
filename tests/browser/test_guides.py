"""The pictures of the guides: taken here, and kept as long as they show the words that stand there now.

`IDESLUSS_WRITE_GOLDEN=1` takes them anew.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from idesluss.derived.palette import derive
from idesluss.model.brand import BrandColours
from tests.support import project
from tests.support.form import answer

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.support.browser import Visit

IMAGES = project.ROOT / "docs" / "images"
WORDS = project.HERE / "docs" / "guides"
WRITES = os.environ.get("IDESLUSS_WRITE_GOLDEN") == "1"
SIZE = {"width": 720, "height": 900}
FORM = {"sv": "foresla/", "en": "en/propose/"}
IDEA = {"sv": "ideer/2026/enklare-felanmalan/", "en": "en/ideas/2026/enklare-felanmalan/"}
ANSWERS = {
    "title": "Trygga hemgångar från sjukhuset",
    "summary": "Den som skrivs ut ska mötas hemma av någon som känner till planen.",
    "section.need": "Var femte äldre är tillbaka på sjukhuset inom en månad.",
    "origin": "employee",
    "sector": "vard-och-omsorg",
}
# What stands after a part that is shown.
HIDE = """selectors => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${selectors} { display: none !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
PAINT = """tones => {
  for (const name in tones) document.documentElement.style.setProperty(`--${name}`, tones[name]);
}"""
COLOURS = BrandColours(main="#0d4a50", accent="#e9b14a", paper="#fbf8f2")


@pytest.fixture(params=["sv", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def paint(page: Page) -> None:
    """Give the page the colours of the catalogue whose guides the pictures stand in."""
    page.evaluate(PAINT, derive(COLOURS, "light"))


def pictured(place: Locator, name: str, **clip: Any) -> None:
    """The picture shows what the page says now; written anew on demand."""
    words = "\n".join(line.strip() for line in place.inner_text().splitlines() if line.strip()) + "\n"
    golden, picture = WORDS / f"{name}.txt", IMAGES / f"guide-{name}.png"
    if WRITES:
        paint(place.page)
        WORDS.mkdir(exist_ok=True)
        golden.write_text(words, encoding="utf-8")
        place.evaluate("e => { e.style.padding = '16px'; e.style.background = 'var(--paper)' }")
        place.screenshot(path=picture, animations="disabled", **clip)
    assert words == golden.read_text(encoding="utf-8"), "take the guides' pictures anew"
    assert picture.stat().st_size < 150_000
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_form(visit: Visit, address: str, language: str) -> None:
    page = visit(f"{address}/{FORM[language]}", **SIZE)
    answer(page, ANSWERS)
    similar = page.locator(".propose__similar")
    expect(similar).to_have_attribute("data-question", f"{ANSWERS['title']} {ANSWERS['summary']}")
    expect(similar.get_by_role("listitem").first).to_be_visible()
    page.evaluate(HIDE, ".propose__similar ~ *, .propose__import, .propose__doors")
    pictured(page.locator("#propose"), f"form.{language}")


def test_the_ways_to_send(visit: Visit, tracked: str, language: str) -> None:
    """Where the catalogue has them all."""
    page = visit(f"{tracked}/{FORM[language]}", day=project.TODAY, **SIZE)
    answer(page, ANSWERS)
    page.locator("#propose button[type=submit]").click()
    page.evaluate(HIDE, ".propose__source, .propose__source ~ *")
    pictured(page.locator("#done"), f"send.{language}")


def test_what_can_be_added(visit: Visit, address: str, language: str) -> None:
    page = visit(f"{address}/{IDEA[language]}", **SIZE)
    place = page.locator("details.addition").first
    place.evaluate("e => e.open = true")
    pictured(place, f"addition.{language}")


def test_every_picture_is_shown_in_a_guide() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in (project.ROOT / "docs").rglob("*.md"))
    pictures = sorted(IMAGES.glob("guide-*.png"))
    assert len(pictures) == 6
    assert all(picture.name in shown for picture in pictures)
    assert {Path(p.stem).suffix for p in pictures} == {".sv", ".en"}

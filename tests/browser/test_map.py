"""The map of municipalities in a browser: seen whole, reached by keys, without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.support import project
from tests.support.accessible import CROSSED, barriers
from tests.support.browser import fits, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.browser import Visit
    from tests.support.once import Once

NAMED = "[kiruna, malmo, lund, burlov, goteborg]"


@pytest.fixture(scope="session")
def municipalities(once: Once) -> Iterator[str]:
    """The page of a catalogue whose ideas are in five towns, three of them close together."""

    def fill(folder: Path) -> None:
        ideas = project.make(folder, project.BASE) / "ideas"
        settings = ideas / "catalogue.yml"
        text = settings.read_text(encoding="utf-8")
        block = "municipalities:\n  storby: Storby\n"
        assert block in text
        text = text.replace(block, "municipalities: sweden\n").replace("    municipality: storby\n", "")
        settings.write_text(text, encoding="utf-8")
        for idea in ideas.glob("*/*/idea.md"):
            words = idea.read_text(encoding="utf-8").replace("[storby]", NAMED)
            idea.write_text(words, encoding="utf-8")
        project.build(folder, "--strict")

    with served(once.folder("map", fill) / "site") as address:
        yield f"{address}/kommuner/"


def test_the_map_is_seen_whole_and_by_everybody(municipalities: str, visit: Visit) -> None:
    page = visit(municipalities)
    drawn = page.locator(".map__picture")
    for width in (320, 768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        expect(drawn).to_be_visible()
        box = drawn.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert fits(page, width)
        assert barriers(page, CROSSED.get(width, ())) == {}


def test_a_dot_leads_to_its_municipality_without_a_script(municipalities: str, visit: Visit) -> None:
    page = visit(municipalities, script=False)
    dot = page.get_by_role("link", name="Kiruna: 1 post")
    dot.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kiruna")

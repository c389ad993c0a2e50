"""A question with very many choices: a list in a box of its own, that one narrows down by typing."""

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

    from playwright.sync_api import Locator, Page

    from tests.support.browser import Visit
    from tests.support.once import Once

BLOCK = "municipalities:\n  storby: Storby\n"
TOWNS = "".join(
    f"{name}-{at}: {name.capitalize()} {at}\n" for name in ("berg", "dal", "sund") for at in range(30)
)


@pytest.fixture(scope="session")
def form(once: Once) -> Iterator[str]:
    """The form of a catalogue with ninety-one municipalities."""

    def fill(folder: Path) -> None:
        ideas = project.make(folder, project.BASE) / "ideas"
        text = (ideas / "catalogue.yml").read_text(encoding="utf-8")
        assert BLOCK in text
        (ideas / "catalogue.yml").write_text(text.replace(BLOCK, ""), encoding="utf-8")
        (ideas / "vocabularies").mkdir()
        words = f"storby: Storby\nangered: Ängered\n{TOWNS}"
        (ideas / "vocabularies" / "municipalities.yml").write_text(words, encoding="utf-8")
        project.build(folder, "--strict")

    with served(once.folder("long-list", fill) / "site") as address:
        yield f"{address}/foresla/"


def unfolded(page: Page) -> Locator:
    """The question, with everything unfolded."""
    for folded in page.locator("main details").all():
        folded.evaluate("e => e.open = true")
    return page.locator("[data-question=municipalities]")


def shown(question: Locator) -> list[str]:
    rows = question.locator(".ask__choices li:visible")
    return [text.strip() for text in rows.all_inner_texts()]


def test_typing_narrows_the_list_and_keeps_what_is_chosen(form: str, visit: Visit) -> None:
    """å, ä and ö are letters of their own; what is chosen stays in sight, and the file has it."""
    question = unfolded(page := visit(form))
    search = question.get_by_label("Sök i listan")
    search.fill("äng")
    assert shown(question) == ["Ängered"]
    question.get_by_label("Ängered").check()
    search.fill("dal 1")
    assert shown(question)[:3] == ["Ängered", "Dal 1", "Dal 10"]
    search.press("Enter")
    expect(page.locator("#done")).to_be_hidden()
    search.fill("")
    assert len(shown(question)) == 92


@pytest.mark.parametrize("width", [320, 1440])
def test_the_list_takes_little_room_and_has_no_barriers(form: str, visit: Visit, width: int) -> None:
    question = unfolded(page := visit(form, width=width))
    choices = question.locator(".ask__choices")
    box = choices.bounding_box()
    assert box
    assert box["height"] < 400
    assert choices.evaluate("e => e.scrollWidth <= e.clientWidth")
    assert barriers(page, CROSSED[width]) == {}
    assert fits(page, width)


def test_without_script_there_is_nothing_to_type_in(form: str, visit: Visit) -> None:
    """A search that does nothing would mislead."""
    page = visit(form, script=False)
    expect(page.locator(".ask__narrow")).to_be_hidden()

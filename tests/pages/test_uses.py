"""A process whose sections have no use: the site does without what it would have shown of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.checks import judge_catalogue
from idesluss.derived.similar import writing_of
from idesluss.derived.whole import Derived
from tests.support import catalogues, many_ideas

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many_ideas.lay(tmp_path_factory.mktemp("used"))


@pytest.fixture(scope="module")
def unused(used: Path) -> Catalogue:
    """The same ideas and sections, of no use to the site."""
    file = used / "ideas" / "catalogue.yml"
    text = file.read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if not line.startswith("      use: ")]
    assert len(lines) == text.count("\n") + 1 - 3
    file.write_text("\n".join(lines), encoding="utf-8")
    return catalogues.read(used)


def test_no_lesson_and_no_result_is_shown(unused: Catalogue) -> None:
    """What is closed is told of all the same, as what nobody has written of."""
    pages = catalogues.pages_of(unused)
    lessons = Derived(unused).lessons
    assert lessons
    assert all(lesson.excerpt is None and lesson.told_in is None for lesson in lessons)
    assert "Här står avsnittet" not in pages["lardomar/index.html"].content
    closed = next(entry for entry in unused.ideas if entry.is_closed and "Viktiga" in entry.document.markdown)
    assert "Viktiga resultat" in pages[f"ideer/{closed.year}/{closed.slug}/index.html"].content


def test_ideas_are_compared_by_all_that_they_say(unused: Catalogue) -> None:
    """And nothing is wrong with such a process."""
    assert judge_catalogue(unused) == []
    entry = next(entry for entry in unused.ideas if "## Viktiga resultat" in entry.document.markdown)
    assert entry.body.words in writing_of(entry).text

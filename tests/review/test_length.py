"""The report is cut to what a job's summary takes, says what is left out, and can be had whole."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import judged_change
from idesluss.history.change import read_change
from idesluss.history.git import Repository
from idesluss.reading.files import DiskFiles
from idesluss.review import report, report_as_markdown
from idesluss.review.problems_in_markdown import MANY
from tests.support import golden
from tests.support.review_changes import SMALL, Kind, lay_out, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from idesluss.checks import JudgedChange

IDEAS = 60
LARGEST_SUMMARY = 1024 * 1024  # of a step, as GitHub's documentation of workflow commands says


def copies(root: Path) -> None:
    """As many new ideas, each with a mistake of its own."""
    text = (root / SMALL).read_text(encoding="utf-8")
    for number in range(IDEAS):
        folder = root / f"ideas/2026/kopia-{number:02}"
        shutil.copytree((root / SMALL).parent, folder)
        changed = text.replace("Enklare felanmälan", f"Kopia {number}").replace(
            "origin: resident", "origin: granne"
        )
        (folder / "idea.md").write_text(changed, encoding="utf-8")


@pytest.fixture
def judged(tmp_path: Path) -> JudgedChange:
    others = tuple(written(f"docs/sida-{number}.md", "# Sida\n") for number in range(MANY + 3))
    root = lay_out(Kind("many", (copies, *others)), tmp_path / "r")
    head = read_catalogue(DiskFiles(root), golden.TODAY).catalogue
    assert isinstance(head, Catalogue)
    return judged_change(read_change(Repository(root), "base", head))


@pytest.fixture
def cut_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    return lambda size: monkeypatch.setattr(report, "LARGEST", size)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_has_no_room_is_counted(
    judged: JudgedChange, cut_at: Callable[[int], None], language: str
) -> None:
    """Whole ideas, the first of them; what stands after them is there still, and where the rest is."""
    cut_at(60_000)
    cut = report_as_markdown(judged, language)
    told_of = cut.count("\n## Kopia")
    assert 0 < told_of < IDEAS
    assert 55_000 < len(cut.encode()) < 61_000
    assert f"\n> {IDEAS - told_of} " in cut
    assert "report.json" in cut.partition("\n> ")[2]
    assert "`--whole`" in cut
    assert cut.count("`docs/sida-") == MANY


def test_the_whole_leaves_nothing_out(judged: JudgedChange, cut_at: Callable[[int], None]) -> None:
    cut_at(60_000)
    whole = report_as_markdown(judged, "sv", is_whole=True)
    assert whole.count("\n## Kopia") == IDEAS
    assert whole.count("\n- **fel** ") == IDEAS
    assert whole.count("`docs/sida-") == MANY + 3
    assert "--whole" not in whole


def test_problems_beyond_many_are_counted(judged: JudgedChange) -> None:
    shown = report_as_markdown(judged, "sv")
    assert shown.count("\n- **fel** ") == MANY
    assert f"- … och {IDEAS - MANY} till." in shown
    assert shown.startswith(f"# {IDEAS} fel: ")
    assert f" och {IDEAS - 3} till\n" in shown


def test_there_is_room_to_spare() -> None:
    assert report.LARGEST < 0.9 * LARGEST_SUMMARY

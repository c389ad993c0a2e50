"""What was there before a change is judged by git's objects, pictures and links included."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from idesluss.catalogue.catalogue import read_catalogue
from idesluss.checks import judge_change, older_problems
from idesluss.history.change import read_change
from idesluss.history.git import Repository
from idesluss.reading import personal
from idesluss.reading.files import DiskFiles
from tests.support import gitrepo, project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PICTURE = "ideas/2025/trygg-hemgang/skiss.png"
SHOWING = "ideas/2025/trygg-hemgang/idea.md"
OTHER = "ideas/2026/enklare-felanmalan/idea.md"


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def reworded(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace("I dag skickas", "Nu skickas"), encoding="utf-8")


def linked(path: Path) -> None:
    path.write_text(
        path.read_text(encoding="utf-8") + "\n[läs mer](../../2019/ingen/idea.md)\n", encoding="utf-8"
    )


def untouched(_path: Path) -> None:
    pass


def caused_and_older(
    root: Path, before: tuple[str, Callable[[Path], None]], after: tuple[str, Callable[[Path], None]]
) -> tuple[list[str], list[str]]:
    """Keys of the problems that the change caused, and of those that were there before it."""
    gitrepo.start(root)
    shutil.copytree(project.BASE, root / "ideas")
    for name, (path, edit) in (("base", before), ("head", after)):
        edit(root / path)
        gitrepo.commit(root)
        gitrepo.git(root, "branch", name)
    head = read_catalogue(DiskFiles(root), dt.date.fromisoformat(project.TODAY)).catalogue
    assert head
    change = read_change(Repository(root), "base", head)
    problems = judge_change(change)
    older = older_problems(change, problems)
    return [p.key for p in problems if p not in older], [p.key for p in older]


def test_each_text_is_looked_through_for_personal_data_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By all rules, before and after a change and in its commits: most of it is the same text."""
    texts: Counter[str] = Counter()
    finds = personal.find_personal_data

    def counted(text: str, today: dt.date) -> list[personal.PersonalData]:
        texts[text] += 1
        return finds(text, today)

    for module in (m for name, m in [*sys.modules.items()] if name.startswith("idesluss.")):
        if hasattr(module, "find_personal_data"):
            monkeypatch.setattr(module, "find_personal_data", counted)
    caused_and_older(tmp_path, (OTHER, untouched), (OTHER, reworded))
    written = [path.read_text(encoding="utf-8") for path in (tmp_path / "ideas").rglob("*.md")]
    assert len(written) >= 4
    assert [text for text in written if text not in texts] == []
    assert [text for text, times in texts.items() if times > 1] == []


@pytest.mark.parametrize(
    ("before", "after", "caused", "older"),
    [
        ((OTHER, untouched), (OTHER, reworded), [], []),
        ((OTHER, untouched), (PICTURE, cut), ["picture.damaged"], []),
        ((PICTURE, cut), (OTHER, reworded), [], ["picture.damaged"]),
        ((SHOWING, linked), (OTHER, reworded), [], ["body.link_near"]),
        ((OTHER, untouched), (SHOWING, linked), ["body.link_near"], []),
    ],
)
def test_a_change_answers_for_what_it_caused(
    tmp_path: Path,
    before: tuple[str, Callable[[Path], None]],
    after: tuple[str, Callable[[Path], None]],
    caused: list[str],
    older: list[str],
) -> None:
    """A picture cut in half by the change is its mistake; an old wrong picture or link is not."""
    assert caused_and_older(tmp_path, before, after) == (caused, older)


def test_a_link_to_a_file_beside_the_content_is_known_before_and_after(tmp_path: Path) -> None:
    """What a body links to outside ideas/ is looked up where the body was read: in the commit too."""

    def to_readme(path: Path) -> None:
        (tmp_path / "README.md").write_text("Läs mig.\n", encoding="utf-8")
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}\n[läs mer](../../../README.md)\n", encoding="utf-8")

    caused, older = caused_and_older(tmp_path, (SHOWING, to_readme), (OTHER, reworded))
    assert (caused, older) == ([], ["body.unpublished"])

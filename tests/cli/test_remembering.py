"""What commands say is the same with two processes and one, and with what is remembered and without."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support import generated_ideas, gitrepo, project
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from pathlib import Path

MANY = 420  # more than one process reads by itself
ALONE = "import os; os.sched_getaffinity = lambda _: {0}; "
PROGRAM = "import sys; from idesluss import cli; sys.argv[1:] = {given}; cli.main()"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of many ideas, some of which have problems, and whose HEAD makes one more."""
    root = gitrepo.start(tmp_path_factory.mktemp("many"))
    project.make_without_program(root, project.BASE)
    generated_ideas.write(root, MANY)
    ideas = sorted(root.glob("ideas/20*/genererad-*/idea.md"))
    for at, idea in enumerate(ideas[::40]):
        text = idea.read_text(encoding="utf-8")
        spoilt = (text.replace("sector: ", "sector: x"), f"{text}\n[a](../borta/idea.md)\n", text[:90])
        idea.write_text(spoilt[at % 3], encoding="utf-8")
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "base")
    with ideas[-1].open("a", encoding="utf-8") as file:
        file.write("\n[b](borta.md)\n")
    gitrepo.commit(root)
    return root


def said(root: Path, *given: str, before: str = "", cache: object = "off") -> tuple[int, str]:
    environment = {**os.environ, "IDESLUSS_TODAY": project.TODAY, "IDESLUSS_CACHE": str(cache)}
    command = [sys.executable, "-c", before + PROGRAM.format(given=list(given))]
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=HANGS
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


@pytest.mark.parametrize(
    "given",
    [("check",), ("check", "--base", "base", "--format", "json"), ("report", "--base", "base")],
    ids=["check", "check of a change", "report"],
)
def test_what_is_said_is_the_same_however_it_is_read(
    many: Path, tmp_path: Path, given: tuple[str, ...]
) -> None:
    folder = tmp_path / "cache"
    plain = said(many, *given, before=ALONE)
    assert plain[0] == 1
    assert said(many, *given) == plain
    assert not folder.exists()
    assert said(many, *given, cache=folder) == plain
    assert said(many, *given, cache=folder) == plain
    for file in folder.iterdir():
        file.write_bytes(file.read_bytes()[:-40])
    assert said(many, *given, cache=folder) == plain
    assert 0 < len(list(folder.iterdir())) <= 256
    assert gitrepo.git(many, "status", "--porcelain") == ""


def test_where_nothing_can_be_remembered_nothing_is_said_of_it(many: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert said(many, "check", cache=tmp_path / "file") == said(many, "check")

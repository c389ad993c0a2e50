"""A build that the program or the computer fails: named, no error of the content, the old site intact."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support import gitrepo, project
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from pathlib import Path

# No file may become larger than a small page, as if the disk were full.
FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))
"""
CRASH = """
import sys
from idesluss.mkdocs import build
def crash(*given, **named):
    raise KeyError("::error::x")
build.publication = crash
"""
REFUSED = """
import errno, sys
from idesluss.disk import staging
def refuse(*given, **named):
    raise OSError(errno.EROFS, "no", "site")
staging.Path.mkdir = refuse
"""
RUN = """
sys.argv[1:] = ["build", "--strict", "-q"]
from mkdocs.__main__ import cli
cli()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = project.make(tmp_path, project.BASE)
    (made / "site").mkdir()
    (made / "site" / "index.html").write_text("gammal", encoding="utf-8")
    return made


def run(folder: Path, program: str) -> subprocess.CompletedProcess[str]:
    variables = {"PYTHONPATH": str(project.ROOT / "hooks"), "IDESLUSS_TODAY": project.TODAY}
    return subprocess.run(
        [sys.executable, "-c", program + RUN],
        cwd=folder,
        env={**os.environ, **variables, "IDESLUSS_SEARCH": "off"},
        capture_output=True,
        text=True,
        check=False,
        timeout=HANGS,
    )


@pytest.mark.parametrize(
    ("program", "words"),
    [
        (FULL, "Disken är full"),
        (REFUSED, "Det går inte att skriva till eller läsa site"),
        (CRASH, "Felet ligger i programmet, inte i innehållet: KeyError i mkdocs/build.py:"),
    ],
    ids=["full", "read-only", "crash"],
)
def test_a_build_that_fails_says_why_and_leaves_the_site(folder: Path, program: str, words: str) -> None:
    done = run(folder, program)
    assert done.returncode == 3, done.stderr
    assert words in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert "::error::x" not in done.stdout + done.stderr
    assert project.snapshot(folder / "site") == {"index.html": b"gammal"}
    assert not list(folder.glob(".site-*"))


def test_a_build_of_a_part_of_the_history_says_so(tmp_path: Path) -> None:
    """It is built all the same, also strictly; a whole clone says nothing."""
    source = gitrepo.start(tmp_path / "source")
    project.make_without_program(source, project.BASE)
    gitrepo.commit(source)
    gitrepo.commit(source)
    told = []
    for name, options in (("whole", ()), ("shallow", ("--depth=1",))):
        gitrepo.git(tmp_path, "clone", "--quiet", *options, source.as_uri(), name)
        done = project.run(tmp_path / name, "mkdocs", "build", "--strict", "-q")
        assert done.returncode == 0, done.stderr
        told.append("git fetch --unshallow" in done.stderr)
    assert told == [False, True]

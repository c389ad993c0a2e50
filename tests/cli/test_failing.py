"""The program's own failure: a code of its own, one line that says what to do, and no word of the content."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support import gitrepo, project
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from pathlib import Path

CRASH = """
import sys
from idesluss import cli
from idesluss.cli import judging, reporting, terminal
def crash(*given):
    raise KeyError("::error::19121212-1212")
judging.read_current = reporting.read_current = terminal.read_settings = crash
sys.argv[1:] = {arguments}
cli.main()
"""
# Nothing may be written to any file, as if the disk were full.
FULL = """
import resource, sys
from idesluss import cli
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
sys.argv[1:] = {arguments}
cli.main()
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    folder = gitrepo.start(tmp_path / "r")
    shutil.copytree(project.BASE, folder / "ideas")
    gitrepo.commit(folder)
    return folder


def run(here: Path, program: str, *arguments: str, **variables: str) -> tuple[int, str, str]:
    command = [sys.executable, "-c", program.format(arguments=list(arguments))]
    environment = {"PYTHONPATH": str(project.ROOT / "hooks"), "IDESLUSS_TODAY": project.TODAY, **variables}
    with (here.parent / "out").open("w+", encoding="utf-8") as file:
        done = subprocess.run(
            command,
            cwd=here,
            env=environment,
            stdout=file,
            stderr=subprocess.PIPE,
            check=False,
            timeout=HANGS,
        )
        file.seek(0)
        return done.returncode, file.read(), done.stderr.decode()


@pytest.mark.parametrize("arguments", [("check",), ("report", "--base", "HEAD"), ("explain",)])
def test_a_crash_is_no_verdict(here: Path, arguments: tuple[str, ...]) -> None:
    """Not 1, which says that the content has errors; the line is the same for every command."""
    code, told, failed = run(here, CRASH, *arguments)
    assert (code, told) == (3, "")
    (line,) = failed.splitlines()
    assert re.search(r"KeyError i cli/(judging|reporting|terminal)\.py:\d+", line)
    assert "SECURITY.md" in line
    assert "19121212" not in line


def test_the_whole_trace_is_there_for_who_asks(here: Path) -> None:
    code, _, failed = run(here, CRASH, "check", IDESLUSS_TRACEBACK="1")
    assert code == 3
    assert failed.startswith("Traceback")
    assert failed.splitlines()[-1].startswith("Felet ligger i programmet, inte i innehållet")


@pytest.mark.parametrize(
    "arguments", [("check",), ("report", "--base", "HEAD"), ("generate",), ("codeowners",), ("explain",)]
)
def test_a_full_disk_is_named_and_is_no_verdict(here: Path, arguments: tuple[str, ...]) -> None:
    code, _, failed = run(here, FULL, *arguments)
    assert code == 3
    (line,) = failed.splitlines()
    assert line.startswith("Disken är full")
    assert "Traceback" not in failed


def test_a_file_stays_as_it_was_where_the_disk_is_full(here: Path) -> None:
    """Neither cut nor left beside it in part."""
    (here / ".github").mkdir()
    owners = here / ".github" / "CODEOWNERS"
    owners.write_text("gammal\n", encoding="utf-8")
    assert run(here, FULL, "codeowners")[0] == 3
    assert owners.read_text(encoding="utf-8") == "gammal\n"
    assert [file.name for file in owners.parent.iterdir()] == ["CODEOWNERS"]

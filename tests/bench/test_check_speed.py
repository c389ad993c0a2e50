"""How long `idesluss check` takes on real entries, against cartulary 0.4 on as many files of like size."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support import project, registers
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COUNT = 1000
ALLOWED = 0.7
_SCHEMA = """
schemas:
  project:
    primary_key: project_id
    frontmatter:
      fields:
        document_type: { value: project, required: true }
        project_id: { required: true }
        title: { required: true }
        summary: { required: true }
        stage: { required: true }
        submitted: { required: true }
    sections:
      - heading: Behov
        required: true
        content: { type: prose }
"""


def seconds(command: list[str], folder: Path) -> float:
    """User and system seconds of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "IDESLUSS_TODAY": project.TODAY}
    environment.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # both start from compiled modules, as on a user's machine
    done = subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True, timeout=HANGS
    )
    assert done.returncode in {0, 1}, done.stderr[-1000:]
    assert "Traceback" not in done.stderr, done.stderr[-1000:]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.fixture(scope="module")
def cartulary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, in an environment of its own."""
    folder = tmp_path_factory.mktemp("cartulary")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, timeout=HANGS)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "cartulary==0.4.0"]
    done = subprocess.run(pip, check=False, capture_output=True, text=True, timeout=HANGS)
    if done.returncode:
        pytest.skip(f"cartulary cannot be fetched: {done.stderr[-200:]}")
    return folder / "bin" / "cartulary"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalogue")
    shutil.copytree(project.BASE, folder / "ideas")
    registers.write_entries(folder, registers.summarised_rows(COUNT))
    return folder


@pytest.fixture(scope="module")
def plain_files(catalogue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same files for cartulary, each with the two fields that it needs."""
    folder = tmp_path_factory.mktemp("files")
    (folder / "schema.yml").write_text(_SCHEMA, encoding="utf-8")
    (folder / "docs").mkdir()
    for number, path in enumerate(sorted(catalogue.glob("ideas/*/*/idea.md"))):
        text = path.read_text(encoding="utf-8")
        fields = f"---\ndocument_type: project\nproject_id: p{number}\n"
        (folder / "docs" / f"{number}.md").write_text(text.replace("---\n", fields, 1), encoding="utf-8")
    return folder


def test_checking_real_entries_costs_less_than_cartulary(
    cartulary: Path, catalogue: Path, plain_files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The best of three runs each, taken in turn."""
    ours = [sys.executable, "-m", "idesluss", "check", "--format", "json"]
    theirs = [str(cartulary), "-q", "schema.yml", "docs"]
    jobs: list[Callable[[], float]] = [lambda: seconds(ours, catalogue), lambda: seconds(theirs, plain_files)]
    rounds = [[job() for job in jobs] for _ in range(3)]
    mine, other = (min(column) for column in zip(*rounds, strict=True))
    size = sum(path.stat().st_size for path in catalogue.rglob("idea.md")) // COUNT
    told = f"{mine:.2f} s, cartulary {other:.2f} s CPU: {mine / other:.2f} ({ALLOWED})"
    with capsys.disabled():
        print(f"\n{COUNT:,} entries of {size} bytes: {told}")
    assert mine <= ALLOWED * other

"""A project in a temporary folder: this one's program and hand-written pages round other content."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.waiting import HANGS

HERE = Path(__file__).parents[1]
ROOT = HERE.parent
TODAY = "2026-11-23"
BASE = HERE / "catalogues" / "base" / "ideas"
RICH = HERE / "catalogues" / "rich" / "ideas"


def make(folder: Path, *contents: Path, settings: str = "") -> Path:
    """Lay contents over each other in `folder`; `settings` are lines added to catalogue.yml."""
    package = Path("hooks", "idesluss")
    # What is compiled comes with it, but for what another process is just writing.
    shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("*.cpython-*.[0-9]*"))
    return make_without_program(folder, *contents, settings=settings)


def make_without_program(folder: Path, *contents: Path, settings: str = "") -> Path:
    """The same, as somebody has it whose program is installed elsewhere."""
    (folder / "hooks").mkdir(exist_ok=True)
    for name in ("mkdocs.yml", "hooks/mkdocs_hooks.py"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "docs", folder / "docs")
    for content in contents or (BASE, RICH):
        shutil.copytree(content, folder / "ideas", dirs_exist_ok=True)
    if settings:
        with (folder / "ideas" / "catalogue.yml").open("a", encoding="utf-8") as file:
            file.write(settings)
    return folder


def run(folder: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a module in the project with the program beside the tests, on their day; without an index."""
    fixed = {"IDESLUSS_TODAY": TODAY, "IDESLUSS_SEARCH": "off", "NO_MKDOCS_2_WARNING": "1"}
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), **fixed, **variables}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=HANGS,
    )


def build(folder: Path, *options: str, **variables: str) -> Path:
    """Where the project's site is, built with these options and variables."""
    done = run(folder, "mkdocs", "build", *options, **variables)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below the folder with its bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

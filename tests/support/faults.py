"""Deliberate faults: guards of the program taken away, one at a time, so that some test must fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.support import project
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = project.HERE / "mutations"
FAILED = 1  # what pytest says where a test has failed, and nothing worse has happened
_COPIED = ("hooks", "tests", "docs", "ideas", ".github", ".ci", ".vscode")
_LEFT = shutil.ignore_patterns(".pytest_cache", "shots", "*.egg-info")


@dataclass(frozen=True, slots=True)
class Fault:
    """A guard, and the small change of one file that takes it away; `tests` are what pytest is given."""

    guard: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def within(self, root: Path) -> str:
        """The file with the fault in it; says what is wrong where the old text is not there exactly once."""
        text = (root / self.file).read_text(encoding="utf-8")
        count = text.count(self.old)
        assert count == 1, f"{self.file} has this {count} times, not once: {self.old!r} ({self.guard})"
        assert self.new != self.old, self.guard
        return text.replace(self.old, self.new)


def faults() -> dict[str, Fault]:
    """All faults of the list, by the file of the list and their guard."""
    read = {
        file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.toml"))
    }
    return {
        f"{floor}: {row['guard']}": Fault(**{**row, "tests": tuple(row["tests"])})
        for floor, listed in read.items()
        for row in listed["fault"]
    }


def copy_project(folder: Path) -> Path:
    """The project as it lies, but for what a version does not hold; compiled modules are copied too."""
    for name in _COPIED:
        shutil.copytree(project.ROOT / name, folder / name, symlinks=True, ignore=_LEFT)
    for file in project.ROOT.iterdir():
        if file.is_file():
            shutil.copy2(file, folder)
    return folder


def result_of(fault: Fault, root: Path) -> subprocess.CompletedProcess[str]:
    """What its tests say in the project at `root`, which has the fault meanwhile."""
    file = root / fault.file
    before = root / "before.txt"
    shutil.copy2(file, before)
    file.write_text(fault.within(root), encoding="utf-8")
    try:
        return run_tests(root, *fault.tests, "-x")
    finally:
        shutil.move(before, file)


def run_tests(root: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    """Run tests of the project at `root` with its own program, in one process."""
    options = ("-q", "-n", "0", "-p", "no:cacheprovider")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, *tests],
        cwd=root,
        # No module is compiled for later: one with a fault could be taken for one without.
        env={**environment, "PYTHONPATH": str(root / "hooks"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=HANGS * 3,
    )

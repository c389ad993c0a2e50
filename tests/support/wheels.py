"""The program as a wheel, installed in a folder of its own, and a catalogue that runs it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import release
from tests.support import project
from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from pathlib import Path

EPOCH = "1795712400"  # what all files in the wheels of the tests are dated
INSTALL = ("-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--upgrade", "--target")


def changed_program(folder: Path, *edits: tuple[str, str, str]) -> Path:
    """The program's sources with edits (path, old words, new words), to build another wheel of."""
    for name in ("LICENSE", "pyproject.toml", "requirements.txt", "setup.py"):
        shutil.copy(project.ROOT / name, folder)
    shutil.copytree(project.ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    for path, old, new in edits:
        text = (folder / path).read_text(encoding="utf-8")
        assert old in text, (path, old)
        (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Adopter:
    """A catalogue without a program in it, which runs the one that was installed in a folder."""

    folder: Path
    installed: Path

    def install(self, wheel: Path) -> None:
        """As `pip install` does it, with what the wheel leans on from the environment of the tests."""
        command = [sys.executable, *INSTALL, str(self.installed), str(wheel)]
        subprocess.run(command, check=True, timeout=HANGS)

    @property
    def variables(self) -> dict[str, str]:
        return {"PYTHONPATH": str(self.installed)}

    def run(self, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return project.run(self.folder, *command, **{**self.variables, **variables})

    def build(self) -> dict[str, bytes]:
        """Each file of the site, the search's index among them."""
        return project.snapshot(
            project.build(self.folder, "--strict", IDESLUSS_SEARCH="on", **self.variables)
        )

    def content(self) -> dict[str, bytes]:
        """Each file of the catalogue, but for the site and the repository."""
        files = project.snapshot(self.folder)
        return {path: content for path, content in files.items() if not path.startswith(("site/", ".git/"))}


def build_wheel(root: Path, scratch: Path) -> Path:
    """A wheel of the program below `root`."""
    return release.built(root, scratch, {"SOURCE_DATE_EPOCH": EPOCH})

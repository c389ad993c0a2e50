"""A git repository in a temporary folder, made commit by commit."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.support.waiting import HANGS

if TYPE_CHECKING:
    from pathlib import Path

_NOBODY = {
    "GIT_AUTHOR_NAME": "test",
    "GIT_AUTHOR_EMAIL": "test@example.org",
    "GIT_COMMITTER_NAME": "test",
    "GIT_COMMITTER_EMAIL": "test@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    # Git looks after each commit whether there is something to tidy up, which costs as much as the commit.
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "maintenance.auto",
    "GIT_CONFIG_VALUE_0": "false",
}


def git(folder: Path, *command: str, given: bytes | None = None) -> str:
    """Run git there, on the same day each time, and return what it says."""
    dates = {"GIT_AUTHOR_DATE": "2026-11-20T12:00:00Z", "GIT_COMMITTER_DATE": "2026-11-20T12:00:00Z"}
    done = subprocess.run(
        ["git", *command],  # noqa: S607  # git is wherever the machine has it
        cwd=folder,
        env={**os.environ, **_NOBODY, **dates},
        input=given,
        capture_output=True,
        check=True,
        timeout=HANGS,
    )
    return done.stdout.decode()


def start(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--template=", "--initial-branch=main")
    return folder


def commit(folder: Path, words: str = "change") -> str:
    """Everything as it lies, as one commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", f"--message={words}")
    return git(folder, "rev-parse", "HEAD").strip()


def mark(folder: Path, path: str, kept_as: str) -> None:
    """Let git keep the file as something else than it is on the disk, in the commit that HEAD is then."""
    modes = {"a program": "100755", "a link": "120000", "a submodule": "160000"}
    if kept_as in modes:
        of = "HEAD" if kept_as == "a submodule" else f"HEAD:{path}"
        thing = git(folder, "rev-parse", of).strip()
        git(folder, "update-index", "--cacheinfo", f"{modes[kept_as]},{thing},{path}")
        git(folder, "commit", "--quiet", "--amend", "--no-edit")
    else:
        git(folder, "update-index", "--skip-worktree", path)


def lay(folder: Path, step: Path) -> None:
    """Take away what the step's removed.txt names, and lay its files over the rest."""
    removed = step / "removed.txt"
    for path in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        git(folder, "rm", "-r", "--quiet", path)
    if (step / "ideas").is_dir():
        shutil.copytree(step / "ideas", folder / "ideas", dirs_exist_ok=True)


@dataclass
class Repository:
    """A repository with a catalogue, whose commits have days of their own."""

    root: Path

    def git(self, day: str, *command: str) -> None:
        """Run git as of noon of that day, or of the time given."""
        at = day if "T" in day else f"{day}T12:00:00Z"
        dates = {"GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z", "GIT_COMMITTER_DATE": at}
        subprocess.run(
            ["git", *command],  # noqa: S607  # git is wherever the machine has it
            cwd=self.root,
            env={**os.environ, **_NOBODY, **dates},
            check=True,
            capture_output=True,
            timeout=HANGS,
        )

    def commit(self, day: str, *options: str) -> None:
        """Everything as it lies, with a message that no page may show."""
        self.git(day, "add", "--all")
        self.git(day, "commit", "--quiet", "--allow-empty", "--message=Hemlig Person: outsagt skäl", *options)

    def edit(self, path: str, *edits: tuple[str, str]) -> None:
        """Put each new text in the place of the old, once, in the file below ideas/."""
        file = self.root / "ideas" / path
        text = file.read_text(encoding="utf-8")
        for old, new in edits:
            assert old in text
            text = text.replace(old, new, 1)
        file.write_text(text, encoding="utf-8")

    def change(self, day: str, path: str, *edits: tuple[str, str]) -> None:
        """Edit the file and commit it."""
        self.edit(path, *edits)
        self.commit(day)

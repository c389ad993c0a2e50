"""A git repository in a temporary folder, made commit by commit."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NOBODY = {
    "GIT_AUTHOR_NAME": "test",
    "GIT_AUTHOR_EMAIL": "test@example.org",
    "GIT_COMMITTER_NAME": "test",
    "GIT_COMMITTER_EMAIL": "test@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
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
    )
    return done.stdout.decode()


def start(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def commit(folder: Path, words: str = "change") -> str:
    """Everything as it lies, as one commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", f"--message={words}")
    return git(folder, "rev-parse", "HEAD").strip()

"""A change as merging it would leave it, in a checkout beside its own. Nothing that it brings is run."""

from __future__ import annotations

import os
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# No hook of anybody's runs, and a commit is made by nobody.
_OPTIONS = (
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "user.name=check", "-c", "user.email=check@localhost"),
)
_ENVIRONMENT = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"}


class MergedChange(NamedTuple):
    """Where to judge a change; `is_alone` where it conflicts, and is judged as it was written."""

    folder: Path
    is_alone: bool = False


@contextmanager
def merged_change(folder: Path, revision: str) -> Iterator[MergedChange]:
    """The change checked out in `folder`, merged with `revision` where that has moved on since.

    `folder` itself stays as it lies.
    """
    tip = _said(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    if not tip or not _has_moved_on(folder, tip):
        yield MergedChange(folder)
        return
    tree = _said(folder, "merge-tree", "--write-tree", tip, "HEAD")
    if tree is None:
        yield MergedChange(folder, is_alone=True)
        return
    commit = _said(folder, "commit-tree", "-p", tip, "-p", "HEAD", "-m", "merged", tree) or ""
    below = _said(folder, "rev-parse", "--show-prefix") or ""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch, "merged")
        _said(folder, "worktree", "add", "--quiet", "--detach", str(place), commit)
        try:
            yield MergedChange(place / below)
        finally:
            _said(folder, "worktree", "remove", "--force", str(place))


def _has_moved_on(folder: Path, tip: str) -> bool:
    is_related = _said(folder, "merge-base", tip, "HEAD") is not None
    return is_related and _said(folder, "merge-base", "--is-ancestor", tip, "HEAD") is None


def _said(folder: Path, *command: str) -> str | None:
    """What git answers; None where it fails."""
    done = subprocess.run(  # noqa: S603  # no shell, and nobody's words but a revision's
        ["git", *_OPTIONS, *command],  # noqa: S607  # git is wherever the machine has it
        cwd=folder,
        env={**os.environ, **_ENVIRONMENT},
        capture_output=True,
        check=False,
    )
    return None if done.returncode else os.fsdecode(done.stdout).strip()

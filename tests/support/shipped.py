"""The shipped catalogue, which only tests marked `shipped` may read.

Whoever empties `ideas/` for a municipality of their own keeps the program's tests green: those read
catalogues of their own.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from tests.support import project

IDEAS = str(project.ROOT / "ideas")
MARK = "shipped"
_READS = frozenset({"open", "os.listdir", "os.scandir"})
_PROGRAMS = frozenset({"idesluss", "mkdocs"})


class ShippedIsRead(Exception):  # noqa: N818  # says what happened, not that something failed
    """A test without the mark reads the shipped catalogue; the trace shows where."""


class Watch:
    """Python's audit hook: it cannot be taken away, so it is told whether reading is allowed."""

    is_allowed = False

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.is_allowed:
            return
        if event in _READS and _is_shipped(*arguments[:2]):
            raise ShippedIsRead(arguments[0])
        if event == "subprocess.Popen" and _runs_there(*arguments[1:3]):
            raise ShippedIsRead(arguments[1])


def _is_shipped(path: object, mode: object = "") -> bool:
    if not isinstance(path, str | bytes | os.PathLike):
        return False
    written = os.fsdecode(path)
    if mode is None and not written.startswith(os.sep):
        return False  # `os.open`, for which a path may begin in another folder's descriptor
    whole = os.path.abspath(written)  # noqa: PTH100  # a Path costs ten times as much, at each open
    return whole == IDEAS or whole.startswith(IDEAS + os.sep)


def _runs_there(command: object, folder: object) -> bool:
    """Whether the program is started in this repository, where it would read the shipped catalogue."""
    words = {Path(str(word)).name for word in command} if isinstance(command, list | tuple) else set()
    where = os.fsdecode(folder) if isinstance(folder, str | bytes | os.PathLike) else os.curdir
    return bool(words & _PROGRAMS) and os.path.realpath(where) == str(project.ROOT)


def watch() -> Watch:
    """Begin to watch this process."""
    watching = Watch()
    sys.addaudithook(watching)
    return watching

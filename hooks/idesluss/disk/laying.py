"""A new site's files laid in its folder: one that is the same as in the old site is that very file."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
# What is no plain file is not followed, and not waited for.
_OLD = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Laying:
    """Lays files into `folder`, which others know nothing of yet.

    A file of the `old` site is taken over, by another name of the same, where its bytes and its mode are what
    would be written and nothing else has it. Its time stays, and nothing is written. Nothing is reached by
    links, so that no file is taken over from elsewhere.
    """

    def __init__(self, folder: Path, old: Path) -> None:
        self._folder = os.fspath(folder)
        self._old = os.fspath(old)
        self._folders = {self._folder}
        self._plain: dict[str, bool] = {}
        self._user = os.geteuid() if hasattr(os, "geteuid") else None
        self._mode = stat.S_IFREG | (0o666 & ~_mask())

    def lay(self, path: str, content: bytes) -> None:
        """Lay a file with this content at the path below the folder, in place of any that is there."""
        place = f"{self._folder}/{path}"
        self._make(place.rpartition("/")[0])
        if self._take_over(f"{self._old}/{path}", place, content):
            return
        try:
            file = os.open(place, _NEW, 0o666)
        except FileExistsError:
            os.unlink(place)  # noqa: PTH108  # never written into: it may be the old site's as well
            file = os.open(place, _NEW, 0o666)
        with open(file, "wb") as opened:  # noqa: PTH123  # it is open already
            opened.write(content)

    def _make(self, folder: str) -> None:
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103  # for each of many thousand files
            self._folders.add(folder)

    def _take_over(self, old: str, place: str, content: bytes) -> bool:
        """Whether the old site's file is now the new site's as well."""
        if not self._is_folder(old.rpartition("/")[0]):
            return False
        try:
            known = _same(old, content)
            if known is None or known.st_mode != self._mode or known.st_nlink != 1:
                return False
            if self._user not in {None, known.st_uid}:
                return False
            os.link(old, place, follow_symlinks=False)  # a Path cannot be told not to
            if os.path.samestat(known, os.lstat(place)):
                return True
            os.unlink(place)  # noqa: PTH108  # exchanged meanwhile
        except (OSError, NotImplementedError):
            pass  # there is none, it cannot be read, or the file system has no such names
        return False

    def _is_folder(self, folder: str) -> bool:
        """Whether it is one of the old site's own, which no link leads to."""
        if folder not in self._plain:
            is_within = folder == self._old or self._is_folder(folder.rpartition("/")[0])
            self._plain[folder] = is_within and _is_directory(folder)
        return self._plain[folder]


def _mask() -> int:
    """What the process does not let others do with its files."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _is_directory(folder: str) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(folder).st_mode)
    except OSError:
        return False


def _same(path: str, content: bytes) -> os.stat_result | None:
    """What the system knows of the file, if it holds just this."""
    file = os.open(path, _OLD)
    try:
        known = os.fstat(file)
        size = len(content)
        if known.st_size == size and stat.S_ISREG(known.st_mode) and os.read(file, size + 1) == content:
            return known
    finally:
        os.close(file)
    return None

"""Where content is read from: whatever lists folders and gives bytes. Here the disk; git's commits too."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FileKind = Literal["file", "folder", "link", "special"]
Refusal = Literal["link", "special", "unreadable"]


@dataclass(frozen=True, slots=True)
class FileEntry:
    """What a folder holds under a name; `size` is the bytes of a file."""

    name: str
    kind: FileKind
    size: int = 0


class Files(Protocol):
    """Files by their paths below a root, with forward slashes. Nothing is raised, no link is followed."""

    def entries(self, folder: str) -> list[FileEntry]:
        """What a folder holds, in order of name; nothing if it is no folder."""
        ...

    def read(self, path: str, most: int) -> bytes | Refusal:
        """At most `most` bytes of a regular file, or why there are none."""
        ...

    def kinds(self, paths: Iterable[str]) -> dict[str, FileKind]:
        """What stands at each of these paths, for those where anything does."""
        ...


@dataclass(frozen=True, slots=True)
class DiskFiles:
    """The files below a folder of the disk."""

    root: Path

    def entries(self, folder: str) -> list[FileEntry]:
        """What a folder of the disk holds, in order of name."""
        try:
            with os.scandir(self.root / folder) as listed:
                return sorted(map(_entry, listed), key=lambda entry: entry.name)
        except OSError:
            return []

    def read(self, path: str, most: int) -> bytes | Refusal:
        """At most `most` bytes of a file, or why there are none."""
        place = self.root / path
        try:
            # Non-blocking, so that a pipe does not hang us; no links, so that nothing outside is read.
            descriptor = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except (OSError, ValueError):
            return "link" if place.is_symlink() else "unreadable"
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            return "special"
        with os.fdopen(descriptor, "rb") as opened:
            try:
                return opened.read(most)
            except OSError:
                return "unreadable"

    def kinds(self, paths: Iterable[str]) -> dict[str, FileKind]:
        """What stands at each of these paths below the root."""
        return {path: kind for path in paths if (kind := self._kind(path))}

    def _kind(self, path: str) -> FileKind | None:
        try:
            return _kind_of(os.lstat(self.root / path).st_mode)
        except (OSError, ValueError):
            return None


def _entry(entry: os.DirEntry[str]) -> FileEntry:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return FileEntry(entry.name, "special")
    return FileEntry(entry.name, _kind_of(status.st_mode), status.st_size)


def _kind_of(mode: int) -> FileKind:
    if stat.S_ISREG(mode):
        return "file"
    if stat.S_ISDIR(mode):
        return "folder"
    return "link" if stat.S_ISLNK(mode) else "special"

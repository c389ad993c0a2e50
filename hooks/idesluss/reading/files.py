"""Where content is read from: whatever lists folders and gives bytes. Here the disk; git's commits too."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FileKind = Literal["file", "folder", "link", "special"]
Refusal = Literal["link", "special", "unreadable"]
_AT_ONCE = 64 * 1024  # bytes; most files are shorter


class FileEntry(NamedTuple):
    """What a folder holds under a name; `size` is the bytes of a file."""

    name: str
    kind: FileKind
    size: int = 0


class Files(Protocol):
    """Files by their paths below a root, normal and with forward slashes.

    Nothing is raised, no link is followed, and nothing outside is there.
    """

    def entries(self, folder: str) -> list[FileEntry]:
        """What a folder holds, in order of name; nothing if it is no folder."""
        ...

    def read(self, path: str, most: int) -> bytes | Refusal:
        """At most `most` bytes of a regular file, or why there are none."""
        ...

    def kinds(self, paths: Iterable[str]) -> dict[str, FileKind]:
        """What stands at each of these paths, for those where anything does."""
        ...

    def identity(self, path: str) -> str:
        """What git calls the bytes of a file that has been read, or can be; empty where nobody knows."""
        ...


@dataclass(frozen=True, slots=True)
class DiskFiles:
    """The files below a folder of the disk, whose folders stay what they are as long as this is used."""

    root: Path
    _reached: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)
    _identities: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def entries(self, folder: str) -> list[FileEntry]:
        """What a folder of the disk holds, in order of name."""
        if not self._is_below(f"{folder}/"):
            return []
        try:
            with os.scandir(self._place(folder)) as listed:
                return sorted(map(_entry, listed), key=lambda entry: entry.name)
        except OSError:
            return []

    def read(self, path: str, most: int) -> bytes | Refusal:
        """At most `most` bytes of a file, or why there are none."""
        place = self._place(path)
        if not self._is_below(path):
            return "unreadable"
        try:
            # Non-blocking, so that a pipe does not hang us; no links, so that nothing outside is read.
            descriptor = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except (OSError, ValueError):
            return "link" if stat.S_ISLNK(_mode(place)) else "unreadable"
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            return "special"
        try:
            content = _content(descriptor, most)
        except OSError:
            return "unreadable"
        finally:
            os.close(descriptor)
        self._identities[path] = blob_id(content) if len(content) < most else ""
        return content

    def kinds(self, paths: Iterable[str]) -> dict[str, FileKind]:
        """What stands at each of these paths below the root."""
        return {path: kind for path in paths if (kind := self._kind(path))}

    def _kind(self, path: str) -> FileKind | None:
        mode = _mode(self._place(path)) if self._is_below(path) else 0
        return _kind_of(mode) if mode else None

    def identity(self, path: str) -> str:
        """The name of the bytes that were read there last."""
        return self._identities.get(path, "")

    def _place(self, path: str) -> str:
        """As text: a Path for each of many files costs more than to read it."""
        return f"{self.root}/{path}"

    def _is_below(self, path: str) -> bool:
        """Whether the way to the path leads neither out of the root nor through a link."""
        if path == ".." or path.startswith(("/", "../")) or "\0" in path:  # which no name can hold
            return False
        folder, slash, _ = path.rpartition("/")
        if slash and folder not in self._reached:
            self._reached[folder] = self._is_below(folder) and not stat.S_ISLNK(_mode(self._place(folder)))
        return not slash or self._reached[folder]


def _content(descriptor: int, most: int) -> bytes:
    """At most so many bytes, read without what a file object does besides."""
    parts, left = [], most
    while left and (part := os.read(descriptor, min(left, _AT_ONCE))):
        parts.append(part)
        left -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def blob_id(content: bytes) -> str:
    """What git calls these bytes, where its names are as most are."""
    head = b"blob %d\0" % len(content)
    return hashlib.sha1(head + content, usedforsecurity=False).hexdigest()


def _entry(entry: os.DirEntry[str]) -> FileEntry:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return FileEntry(entry.name, "special")
    return FileEntry(entry.name, _kind_of(status.st_mode), status.st_size)


def _mode(place: str) -> int:
    """What stands at a place of the disk, without following a link; 0 for nothing."""
    try:
        return os.lstat(place).st_mode
    except (OSError, ValueError):
        return 0


def _kind_of(mode: int) -> FileKind:
    if stat.S_ISREG(mode):
        return "file"
    if stat.S_ISDIR(mode):
        return "folder"
    return "link" if stat.S_ISLNK(mode) else "special"

"""The files of a commit, read from git's objects: nothing is written to the disk, and modes are git's own."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from typing import TYPE_CHECKING

from ..reading.files import FileEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..reading.files import FileKind, Refusal
    from .git import Repository

_KINDS: dict[str, FileKind] = {"100644": "file", "100755": "file", "120000": "link", "040000": "folder"}
_SUBMODULE = "160000"  # an empty folder in a working tree
_AT_ONCE = 500  # paths in one call of git


class CommitFiles:
    """The content of a commit as `reading.files.Files`. Raises Unreadable where git does not answer."""

    def __init__(self, repository: Repository, commit: str) -> None:
        self._repository = repository
        self._commit = commit
        listing = list(repository.listing(commit))
        self._blobs = {path: blob for mode, blob, path in listing if _kind(mode) == "file"}
        self._links = {path for mode, _, path in listing if _kind(mode) == "link"}
        self._contents = dict(repository.contents(self._blobs.values()))
        self._entries: dict[str, list[FileEntry]] = defaultdict(list)
        for mode, _, path in listing:
            folder, name = posixpath.split(path)
            size = len(self._contents.get(self._blobs.get(path, ""), b""))
            self._entries[folder].append(FileEntry(name, _kind(mode), size))

    def entries(self, folder: str) -> list[FileEntry]:
        """What a folder of the commit holds, in order of name."""
        return sorted(self._entries.get(folder, ()), key=lambda entry: entry.name)

    def read(self, path: str, most: int) -> bytes | Refusal:
        """At most `most` bytes of a file, or why there are none."""
        content = self._contents.get(self._blobs.get(path, ""))
        if content is not None:
            return content[:most]
        return "link" if path in self._links else "unreadable"

    def kinds(self, paths: Iterable[str]) -> dict[str, FileKind]:
        """What stands at each of these paths of the commit, anywhere in the repository."""
        return {
            path: _kind(mode)
            for some in _batches(list(paths))
            for mode, _, path in self._repository.listing(self._commit, *some)
        }


def _kind(mode: str) -> FileKind:
    return "folder" if mode == _SUBMODULE else _KINDS.get(mode, "special")


def _batches(paths: list[str]) -> Iterator[list[str]]:
    return (paths[at : at + _AT_ONCE] for at in range(0, len(paths), _AT_ONCE))

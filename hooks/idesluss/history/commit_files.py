"""The files of a commit, read from git's objects: nothing is written to the disk, and modes are git's own."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from typing import TYPE_CHECKING

from ..reading.docs_folder import DOCS
from ..reading.files import FileEntry
from ..reading.paths import CONTENT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..reading.files import FileKind, Files, Refusal
    from .git import Repository

_KINDS: dict[str, FileKind] = {"100644": "file", "100755": "file", "120000": "link", "040000": "folder"}
_DEPTH = 3  # slashes in the path of a file that lies in an idea's folder
_SUBMODULE = "160000"  # an empty folder in a working tree


class CommitFiles:
    """A commit as `reading.files.Files`, without the bytes of what lies beside the content.

    `known` leads from paths to what git calls the bytes of files that have been read already: of those that
    are the same here, nothing is fetched until somebody asks. Raises Unreadable where git does not answer.
    """

    def __init__(self, repository: Repository, commit: str, known: Files | None = None) -> None:
        self._repository = repository
        listing = repository.listing(commit)
        self._kinds: dict[str, FileKind] = {"": "folder", ".": "folder"}
        self._kinds |= {path: _kind(mode) for mode, _, path in listing}
        self._blobs = {path: blob for _, blob, path in listing if self._is_content(path)}
        self._contents = self._fetched(
            path for path, blob in self._blobs.items() if not known or not _is_same(known, path, blob)
        )
        self._names: dict[str, list[str]] = defaultdict(list)
        for _, _, path in listing:
            folder, name = posixpath.split(path)
            self._names[folder].append(name)

    def _is_content(self, path: str) -> bool:
        return self._kinds[path] == "file" and path.startswith((f"{CONTENT}/", f"{DOCS}/"))

    def _fetched(self, paths: Iterable[str]) -> dict[str, bytes]:
        blobs = {path: self._blobs[path] for path in paths}
        read = dict(self._repository.contents(blobs.values()))
        return {path: read[blob] for path, blob in blobs.items()}

    def _content(self, path: str) -> bytes:
        if path not in self._contents:
            # Where one file of a folder is wanted, so are the others.
            beside = [f"{posixpath.dirname(path)}/{name}" for name in self._names[posixpath.dirname(path)]]
            self._contents |= self._fetched(
                other for other in beside if other in self._blobs and other not in self._contents
            )
        return self._contents[path]

    def entries(self, folder: str) -> list[FileEntry]:
        """What a folder of the commit holds, in order of name."""
        named = sorted((name, f"{folder}/{name}" if folder else name) for name in self._names.get(folder, ()))
        return [FileEntry(name, self._kinds[path], self._size(path)) for name, path in named]

    def _size(self, path: str) -> int:
        """Of what has been fetched; of a file that is the same as one already read nobody asks."""
        return len(self._contents.get(path, b""))

    def read(self, path: str, most: int) -> bytes | Refusal:
        """At most `most` bytes of a file, or why there are none."""
        if path in self._blobs:
            return self._content(path)[:most]
        kind = self._kinds.get(path, "file")
        return "unreadable" if kind == "file" else "link" if kind == "link" else "special"

    def identity(self, path: str) -> str:
        """The name that git gives to the bytes at this path."""
        return self._blobs.get(path, "")

    def kinds(self, paths: Iterable[str]) -> dict[str, FileKind]:
        """What stands at each of these paths of the commit."""
        return {path: self._kinds[path] for path in paths if path in self._kinds}


def _is_same(known: Files, path: str, blob: str) -> bool:
    """Whether the file need not be read again: one of an idea, or a call, that is the same."""
    is_of_entry = path.startswith(f"{CONTENT}/") and path.count("/") >= _DEPTH
    return (is_of_entry or path.startswith(f"{CONTENT}/calls/")) and known.identity(path) == blob


def _kind(mode: str) -> FileKind:
    return "folder" if mode == _SUBMODULE else _KINDS.get(mode, "special")

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

    from ..reading.files import FileKind, Refusal
    from .git import Repository

_KINDS: dict[str, FileKind] = {"100644": "file", "100755": "file", "120000": "link", "040000": "folder"}
_SUBMODULE = "160000"  # an empty folder in a working tree


class CommitFiles:
    """A commit as `reading.files.Files`, without the bytes of what lies beside the content.

    Raises Unreadable where git does not answer.
    """

    def __init__(self, repository: Repository, commit: str) -> None:
        listing = {path: (_kind(mode), blob) for mode, blob, path in repository.listing(commit)}
        self._kinds: dict[str, FileKind] = {"": "folder", ".": "folder"}
        self._kinds |= {path: kind for path, (kind, _) in listing.items()}
        content = {
            path: blob for path, (kind, blob) in listing.items() if kind == "file" and _is_content(path)
        }
        read = dict(repository.contents(content.values()))
        self._contents = {path: read[blob] for path, blob in content.items()}
        self._entries: dict[str, list[FileEntry]] = defaultdict(list)
        for path, (kind, _) in listing.items():
            folder, name = posixpath.split(path)
            self._entries[folder].append(FileEntry(name, kind, len(self._contents.get(path, b""))))

    def entries(self, folder: str) -> list[FileEntry]:
        """What a folder of the commit holds, in order of name."""
        return sorted(self._entries.get(folder, ()), key=lambda entry: entry.name)

    def read(self, path: str, most: int) -> bytes | Refusal:
        """At most `most` bytes of a file, or why there are none."""
        if path in self._contents:
            return self._contents[path][:most]
        kind = self._kinds.get(path, "file")
        return "unreadable" if kind == "file" else "link" if kind == "link" else "special"

    def kinds(self, paths: Iterable[str]) -> dict[str, FileKind]:
        """What stands at each of these paths of the commit."""
        return {path: self._kinds[path] for path in paths if path in self._kinds}


def _kind(mode: str) -> FileKind:
    return "folder" if mode == _SUBMODULE else _KINDS.get(mode, "special")


def _is_content(path: str) -> bool:
    return path.startswith((f"{CONTENT}/", f"{DOCS}/"))

"""All that a change brings to the repository: every file of its commits, anywhere, and their messages."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..reading.document import readable_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .git import Commit, Repository

MOST_BYTES = 4 * 1024 * 1024  # of a file outside the content; a larger one is no text that somebody wrote


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as a commit left it, empty where it was removed or is too large; without a path, a message."""

    commit: str
    path: str
    content: bytes = b""


@dataclass(frozen=True, eq=False, slots=True)
class WholeChange:
    """The commits since a base with every file that they touched, the newest first.

    `texts` are the bytes of each file as a commit left it, `messages` what each commit says, by its id.
    """

    repository: Repository
    base: str
    commits: list[Commit]
    texts: dict[str, bytes]
    messages: dict[str, str]

    def brought(self) -> Iterator[Brought]:
        """Every message and every file of the commits, the newest commit first."""
        for commit in self.commits:
            yield Brought(commit.short, "", self.messages.get(commit.id, "").encode("utf-8", "replace"))
            for file in commit.changes:
                path = unicodedata.normalize("NFC", readable_name(file.path))
                yield Brought(commit.short, path, self.texts.get(file.after or "", b""))

    def before(self, folder: str) -> Iterator[tuple[str, bytes]]:
        """Path and bytes of what the base holds in a folder at the top; the empty one for files in none."""
        blobs = self.repository.blobs_of(self.base)
        wanted = {path: blob for path, blob in blobs.items() if top_folder(path) == folder}
        contents = dict(self.repository.contents(wanted.values(), MOST_BYTES))
        yield from ((path, contents[blob]) for path, blob in wanted.items() if blob in contents)


def top_folder(path: str) -> str:
    """The folder at the top that a path leads through; the empty one for a file that lies there itself."""
    return path.partition("/")[0] if "/" in path else ""


def read_whole_change(repository: Repository, base: str) -> WholeChange:
    """What the commits of HEAD that `base` lacks bring. Raises git.Unreadable."""
    commits = repository.whole_commits(base)
    blobs = [file.after for commit in commits for file in commit.changes if file.after]
    texts = dict(repository.contents(blobs, MOST_BYTES))
    return WholeChange(repository, base, commits, texts, repository.messages(base))

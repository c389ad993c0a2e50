"""Names that belonged to an idea or a call at any time before a change: folders that went, and former names.

They are looked up only where a change brings a name that was not there, as all versions have to be read.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..words.characters import fold
from .lineage import IDEA
from .stages import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .git import FileChange, Repository


@dataclass(frozen=True, slots=True)
class NameHolder:
    """An idea or a call that had a name, as it was then; `is_removed` where its file went with the name."""

    path: str
    title: str
    is_removed: bool


@dataclass(frozen=True, eq=False)
class FormerNames:
    """All names that had a holder in the history that leads to a commit and that have been taken from it."""

    repository: Repository
    commit: str

    def holders(self, name: str, *, of_calls: bool = False) -> list[NameHolder]:
        """Who has had the name, in whatever case or form it was written."""
        return [h for h in self._holders.get(fold(name), ()) if h.path.endswith(f"/{IDEA}") != of_calls]

    @cached_property
    def _holders(self) -> Mapping[str, list[NameHolder]]:
        replaced = self.repository.replaced_before(self.commit)
        contents = dict(self.repository.contents(file.before[0] for file in replaced))
        holders: dict[str, list[NameHolder]] = defaultdict(list)
        for file in replaced:
            for name, holder in _names(file, contents.get(file.before[0], b"")):
                holders[fold(name)].append(holder)
        return holders


def _names(file: FileChange, content: bytes) -> Iterator[tuple[str, NameHolder]]:
    """The name that went with the file, if it did, and the former names that this version gave."""
    is_removed = file.after is None
    if not is_removed and b"aliases" not in content:
        return
    fields = fields_of(content)
    title, given = fields.get("title"), fields.get("aliases")
    holder = NameHolder(file.path, title if isinstance(title, str) else "", is_removed)
    if is_removed:
        folder, name = posixpath.split(file.path)
        yield posixpath.basename(folder) if name == IDEA else name.removesuffix(".md"), holder
    yield from (
        (name.rpartition("/")[2], holder)
        for name in (given if isinstance(given, list) else ())
        if isinstance(name, str)
    )

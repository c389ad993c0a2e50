"""The line from a base to HEAD: which commits made a file what it is, where branches were merged.

A merge that takes a file as one side has it says that nothing of the other sides counts for that file,
however they are merged. What began in a history of its own never stood on the line of the base.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .git import Repository


@dataclass(frozen=True, eq=False)
class Line:
    """The commits between a base and HEAD with their parents, the newest first."""

    repository: Repository
    parents: Mapping[str, tuple[str, ...]]

    def commits_behind(self, paths: Sequence[str]) -> set[str]:
        """The commits that what HEAD holds at these paths comes from, and that the base's line leads to."""
        merges = [commit for commit, parents in self.parents.items() if len(parents) > 1]
        if not merges:
            return self._on_one_line
        sides = [parent for merge in merges for parent in self.parents[merge]]
        contents = self.repository.blobs_at([*merges, *sides], [p for p in paths if "\n" not in p])
        waiting = list(self.parents)[:1]
        behind: set[str] = set()
        while waiting:
            commit = waiting.pop()
            if commit in self.parents and commit not in behind:
                behind.add(commit)
                waiting += self._followed(commit, contents)
        return behind - self._apart_from_base

    def _followed(self, commit: str, contents: Mapping[str, tuple[str, ...]]) -> Sequence[str]:
        """The parents that a commit goes on from: of a merge those that it took the content of, if of any.

        Where the base has that content, too, nothing has come of the others.
        """
        parents = self.parents[commit]
        alike = [parent for parent in parents if len(parents) > 1 and contents[parent] == contents[commit]]
        before = [parent for parent in alike if parent not in self.parents]
        return before or alike or parents

    @cached_property
    def _on_one_line(self) -> set[str]:
        """All commits, where none is a merge: then every file has come the same way."""
        return set(self.parents) - self._apart_from_base

    @cached_property
    def _apart_from_base(self) -> set[str]:
        others: set[str] = set()
        for commit, parents in reversed([*self.parents.items()]):
            if all(parent in others for parent in parents):
                others.add(commit)
        return others

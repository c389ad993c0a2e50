"""Which idea was this before: the one answer, and each entry's way through the commits by it.

A folder's own name tells which idea it was, then a former name that the idea gives under `aliases`, and only
then what git finds alike. No idea is taken for two.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ..reading.paths import CONTENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..catalogue.entry import Entry
    from .git import Commit

    Blobs = dict[str, tuple[str, ...]]  # name of a file to its blobs; a merge has several before it
    Sides = dict[str, Blobs]  # folder to its touched files

IDEA, PLAN = "idea.md", "plan.md"


@dataclass(frozen=True, slots=True)
class FileStep:
    """What a commit did to a file: the blobs that were there before, and the one after, if any."""

    before: tuple[str, ...]
    after: str | None

    @property
    def was(self) -> str | None:
        """The blob before it, on the line that the commit follows."""
        return self.before[0] if self.before else None


@dataclass(frozen=True, slots=True)
class EntryStep:
    """What one commit did to an entry's files, by their names.

    `moved_from` is the year and the name of the folder before, where it was another.
    """

    commit: Commit
    folder: str
    files: Mapping[str, FileStep]
    moved_from: str | None = None

    @property
    def compared(self) -> list[str]:
        """The blobs that tell something only beside each other; a new file needs none."""
        steps = [self.files[name] for name in (IDEA, PLAN) if name in self.files]
        changed = [(step.was, step.after) for step in steps if step.was != step.after]
        return [blob for pair in changed if all(pair) for blob in pair if blob]


def predecessors(
    now: Mapping[str, Sequence[str]], before: Iterable[str], alike: Mapping[str, str]
) -> dict[str, str]:
    """Folder now to the folder that its idea lay in before; a folder that has stayed is its own.

    `now` leads from folders to the former names that their ideas give; of two that could be the same, the
    first is. `alike` leads from folders now to those among `before` that git finds alike.
    """
    folders = set(before)
    former = {folder: folder for folder in now if folder in folders}
    left = {posixpath.basename(folder): folder for folder in sorted(folders - former.keys())}
    likely_name = partial(_likely_name, left, alike)
    for former_names in (_own_name, now.__getitem__, likely_name):
        for folder in (folder for folder in now if folder not in former):
            name = next((name for name in former_names(folder) if name in left), None)
            if name is not None:
                former[folder] = left.pop(name)
    return former


def _own_name(folder: str) -> Sequence[str]:
    return (posixpath.basename(folder),)


def _likely_name(left: Mapping[str, str], alike: Mapping[str, str], folder: str) -> Sequence[str]:
    guess = alike.get(folder, "")
    name = posixpath.basename(guess)
    return (name,) if left.get(name) == guess else ()


def steps_of_entries(
    commits: Iterable[Commit], entries: Iterable[Entry], former: Mapping[str, Entry] | None = None
) -> dict[Entry, list[EntryStep]]:
    """Each entry's steps, the oldest first; `commits` come newest first.

    `former` leads from names that no folder has now to the entry that had them, for commits that stand
    beside the one that gave the entry its name.
    """
    owners = {entry.folder: entry for entry in entries}
    steps: dict[Entry, list[EntryStep]] = defaultdict(list)
    for commit in commits:
        for entry, step in _steps(commit, owners, former or {}):
            steps[entry].append(step)
    return {entry: of_entry[::-1] for entry, of_entry in steps.items()}


def _steps(
    commit: Commit, owners: dict[str, Entry], former: Mapping[str, Entry]
) -> Iterator[tuple[Entry, EntryStep]]:
    """Each entry's step in a commit; `owners` is led on to the names that folders had before it."""
    before, after, alike = _sides(commit)
    moves = _moves(before, after, alike, owners)
    sources = set(moves.values())
    for folder in [*after, *(folder for folder in before if folder not in after)]:
        entry = owners.get(folder) or former.get(posixpath.basename(folder))
        if entry and folder not in sources:
            was, now = before.get(moves.get(folder, folder), {}), after.get(folder, {})
            files = {name: FileStep(was.get(name, ()), _only(now.get(name))) for name in {**was, **now}}
            moved_from = moves[folder].removeprefix(f"{CONTENT}/") if folder in moves else None
            yield entry, EntryStep(commit, folder, files, moved_from)
    owners.update([(moves[folder], owners.pop(folder)) for folder in moves])


def _only(blobs: tuple[str, ...] | None) -> str | None:
    return blobs[0] if blobs else None


def _sides(commit: Commit) -> tuple[Sides, Sides, dict[str, str]]:
    """Folder to its touched files, before and after; and git's guesses of which folder was which."""
    before: Sides = defaultdict(dict)
    after: Sides = defaultdict(dict)
    alike: dict[str, str] = {}
    for change in commit.changes:
        was, name_then = posixpath.split(change.before_path)
        now, name = posixpath.split(change.path)
        if change.before and _is_idea_folder(was):
            before[was][name_then] = change.before
        if change.after and _is_idea_folder(now):
            after[now][name] = (change.after,)
        if was != now and name == name_then == IDEA:
            alike[now] = was
    return dict(before), dict(after), alike


def _is_idea_folder(path: str) -> bool:
    """Whether an idea can lie there: `ideas/<year>/<slug>`."""
    return path.startswith(f"{CONTENT}/") and path.count("/") == CONTENT.count("/") + 2


def _moves(
    before: Sides, after: Sides, alike: Mapping[str, str], owners: Mapping[str, Entry]
) -> dict[str, str]:
    """Folder that came in a commit to the one that its idea lay in until then."""
    gone = [f for f in before if IDEA in before[f] and IDEA not in after.get(f, {})]
    come = [f for f in after if IDEA in after[f] and IDEA not in before.get(f, {}) and f in owners]
    return predecessors({folder: owners[folder].names for folder in come}, gone, alike)

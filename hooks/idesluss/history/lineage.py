"""The way of each entry through the commits, from folder to folder, file by file."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..reading.folders import CONTENT

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from ..catalogue.entry import Entry
    from .git import Commit

    Sides = dict[str, dict[str, str]]

IDEA, PLAN = "idea.md", "plan.md"


@dataclass(frozen=True, slots=True)
class EntryStep:
    """What one commit did to an entry: the blob of each file before and after, None where there was none.

    `moved_from` is the name that the folder had before, where it was another.
    """

    day: dt.date
    files: Mapping[str, tuple[str | None, str | None]]
    moved_from: str | None = None

    @property
    def compared(self) -> list[str]:
        """The blobs that tell something only beside each other; a new file needs none."""
        pairs = [self.files[name] for name in (IDEA, PLAN) if name in self.files]
        return [blob for pair in pairs if all(pair) and pair[0] != pair[1] for blob in pair if blob]


def steps_of_entries(
    commits: Iterable[tuple[dt.date, Commit]], entries: Iterable[Entry]
) -> dict[Entry, list[EntryStep]]:
    """Each entry's steps, the oldest first; `commits` come newest first, as a line."""
    owners = {posixpath.dirname(entry.path): entry for entry in entries}
    found: dict[Entry, list[EntryStep]] = defaultdict(list)
    for day, commit in commits:
        for entry, step in _steps(day, commit, owners):
            found[entry].append(step)
    return {entry: steps[::-1] for entry, steps in found.items()}


def _steps(day: dt.date, commit: Commit, owners: dict[str, Entry]) -> Iterator[tuple[Entry, EntryStep]]:
    """Each entry's step in a commit; `owners` is led on to the names that folders had before it."""
    before, after, guesses = _sides(commit)
    moves = _moves(before, after, guesses, owners)
    sources = set(moves.values())
    for folder in [*after, *(folder for folder in before if folder not in after)]:
        entry = owners.get(folder)
        if entry and folder not in sources:
            was, now = before.get(moves.get(folder, folder), {}), after.get(folder, {})
            files = {name: (was.get(name), now.get(name)) for name in {**was, **now}}
            former = posixpath.basename(moves[folder]) if folder in moves else None
            yield entry, EntryStep(day, files, former)
    leading = [(former, owners.pop(folder)) for folder, former in moves.items()]
    owners.update(leading)


def _sides(commit: Commit) -> tuple[Sides, Sides, dict[str, str]]:
    """Folder to its touched files, before and after; and git's guesses of which folder was which."""
    before: Sides = defaultdict(dict)
    after: Sides = defaultdict(dict)
    guesses: dict[str, str] = {}
    for change in commit.changes:
        was, name_then = posixpath.split(change.before_path)
        now, name = posixpath.split(change.path)
        if change.before and _is_folder(was):
            before[was][name_then] = change.before[0]
        if change.after and _is_folder(now):
            after[now][name] = change.after
        if was != now and name == name_then == IDEA:
            guesses[now] = was
    return dict(before), dict(after), guesses


def _is_folder(path: str) -> bool:
    """Whether an idea can lie there: `ideas/<year>/<slug>`."""
    return path.startswith(f"{CONTENT}/") and path.count("/") == CONTENT.count("/") + 2


def _moves(
    before: Sides, after: Sides, guesses: dict[str, str], owners: Mapping[str, Entry]
) -> dict[str, str]:
    """New folder to former one: by its name, else by an alias, else as git guesses."""
    gone = {posixpath.basename(f): f for f in before if IDEA in before[f] and IDEA not in after.get(f, {})}
    come = [f for f in after if IDEA in after[f] and IDEA not in before.get(f, {}) and f in owners]
    found: dict[str, str] = {}
    for folder in come:
        names = (posixpath.basename(folder), *owners[folder].idea.aliases)
        name = next((name for name in names if name in gone), None)
        if name:
            found[folder] = gone.pop(name)
    for folder in come:
        guess = guesses.get(folder, "")
        if folder not in found and gone.get(posixpath.basename(guess)) == guess:
            found[folder] = gone.pop(posixpath.basename(guess))
    return found

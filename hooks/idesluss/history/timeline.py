"""What has happened to each entry since it came into the catalogue, from git: days and changes.

Never who made a change, nor what they wrote about it. The line that HEAD itself has walked is told, so that
a merge is one change on the day that it was taken in, and the commits that it brought are not told again.
The day is the committer's, in Stockholm: the author's may lie long before the change was there to be read.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.today import ZONE
from ..words import text
from .differences import Event, idea_events, plan_events
from .git import Repository, Unreadable
from .lineage import IDEA, PLAN, EntryStep, steps_of_entries
from .versions import Version, read_version

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry

BATCH = 4000  # blobs read at a time, so that memory does not grow with the history
_LATEST = 2**32  # seconds since 1970; a commit can claim any time
_COMPARED = {IDEA: idea_events, PLAN: plan_events}


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which an entry changed, and how, in the order that it did."""

    day: dt.date
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The moments of each entry, by its path."""

    moments: Mapping[str, tuple[Moment, ...]]

    def of(self, entry: Entry) -> tuple[Moment, ...]:
        """The newest first; nothing for an entry that is not committed yet."""
        return self.moments.get(entry.path, ())


def read_timeline(catalogue: Catalogue) -> Timeline | None:
    """The story of every entry; None where git is missing, or knows only a part of the way."""
    repository = Repository(catalogue.tree.root)
    try:
        commits = repository.everything()
        dated = ((_day(time, catalogue.today), commit) for time, commit in commits)
        return Timeline(dict(_told(repository, steps_of_entries(dated, catalogue.entries))))
    except Unreadable:
        return None


def _day(time: int, today: dt.date) -> dt.date:
    """The day in Stockholm, at most the catalogue's own."""
    return min(today, dt.datetime.fromtimestamp(min(max(time, 0), _LATEST), ZONE).date())


def _told(
    repository: Repository, steps: Mapping[Entry, list[EntryStep]]
) -> Iterator[tuple[str, tuple[Moment, ...]]]:
    for batch in _batches(steps):
        wanted = [blob for entry in batch for step in steps[entry] for blob in step.compared]
        contents = dict(repository.contents(wanted))
        for entry in batch:
            yield entry.path, _moments(_Teller(entry, contents), steps[entry])


def _batches(steps: Mapping[Entry, list[EntryStep]]) -> Iterator[list[Entry]]:
    """The entries in groups that need about BATCH blobs each."""
    batch: list[Entry] = []
    blobs = 0
    for entry, of_entry in steps.items():
        batch.append(entry)
        blobs += sum(len(step.compared) for step in of_entry)
        if blobs >= BATCH:
            yield batch
            batch, blobs = [], 0
    yield batch


def _moments(teller: _Teller, steps: list[EntryStep]) -> tuple[Moment, ...]:
    days: dict[dt.date, list[Event]] = defaultdict(list)
    for step in steps:
        days[step.day] += teller.events(step)
    return tuple(Moment(day, tuple(days[day])) for day in sorted(days, reverse=True) if days[day])


class _Teller:
    """Tells the steps of one entry, the oldest first."""

    def __init__(self, entry: Entry, contents: Mapping[str, bytes]) -> None:
        self.entry = entry
        self.contents = contents
        self._held: dict[str, Version] = {}
        self._seen: set[str] = set()

    def events(self, step: EntryStep) -> Iterator[Event]:
        if step.moved_from:
            yield self._moved(step.moved_from)
        if step.files.get(IDEA, ("", ""))[0] is None:
            yield self._came(IDEA, "came_in", "came_back")
            self._seen |= step.files.keys()
        elif step.files.get(IDEA, ("", ""))[1] is None:
            self._held.clear()
            yield Event("removed", text("story.event.removed"))
        else:
            for name in sorted(step.files.keys() & _COMPARED.keys()):
                yield from self._file(name, *step.files[name])
            yield from _pictures(step)

    def _moved(self, former: str) -> Event:
        if former in self.entry.idea.aliases:
            return Event("moved", text("story.event.moved_from", before=former))
        return Event("moved", text("story.event.moved"))

    def _came(self, name: str, first: str, again: str) -> Event:
        key = again if name in self._seen else first
        self._seen.add(name)
        return Event(key, text(f"story.event.{key}"))

    def _file(self, name: str, before: str | None, after: str | None) -> Iterator[Event]:
        if before is None:
            yield self._came(name, "plan_came", "plan_back")
        elif after is None:
            self._held.pop(name, None)
            yield Event("plan_went", text("story.event.plan_went"))
        elif before != after:
            was = self._held.get(name) or read_version(self.contents.get(before), Version())
            self._held[name] = read_version(self.contents.get(after), was)
            yield from _COMPARED[name](was, self._held[name], self.entry)


def _pictures(step: EntryStep) -> Iterator[Event]:
    pairs = [pair for name, pair in step.files.items() if name not in _COMPARED]
    kinds = {(False, True): "added", (True, False): "removed", (True, True): "changed"}
    counts = Counter(
        kinds[before is not None, after is not None] for before, after in pairs if before != after
    )
    for kind, count in counts.items():
        yield Event("picture", text(f"story.event.picture_{kind}", count=count))

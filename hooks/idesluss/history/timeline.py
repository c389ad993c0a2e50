"""What has happened to each entry since it came into the catalogue, from git: days and changes.

Never who made a change, nor what they wrote about it. The line that HEAD itself has walked is told, so that
a merge is one change on the day that it was taken in, and the commits that it brought are not told again.
The day is the committer's, in Stockholm: the author's may lie long before the change was there to be read.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model.today import ZONE
from ..words import text
from .differences import Event, idea_events, picture_events, plan_events, told_once
from .git import Unreadable
from .lineage import IDEA, PLAN, EntryStep, FileStep, steps_of_entries
from .recorded import blobs_of, is_archived, recorded_decisions
from .versions import Version, read_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from .git import Commit, Repository
    from .recorded import RecordedDecision

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
    """The moments of each entry, by its path; `commit` is the latest that touches content.

    `recorded` are the decisions of each idea, by its path too, with what they were about.
    `files` leads from the path of a file of the content to the day when it was last changed.
    """

    moments: Mapping[str, tuple[Moment, ...]]
    commit: str = ""
    files: Mapping[str, dt.date] = field(default_factory=dict)
    recorded: Mapping[str, tuple[RecordedDecision, ...]] = field(default_factory=dict)

    def of(self, entry: Entry) -> tuple[Moment, ...]:
        """The newest first; nothing for an entry that is not committed yet."""
        return self.moments.get(entry.path, ())


def read_timeline(repository: Repository, catalogue: Catalogue) -> Timeline | None:
    """The timeline of every entry; None where git is missing, or knows only a part of the way."""
    try:
        commits = repository.first_parents()
        steps = steps_of_entries(commits, catalogue.entries)
        by_path = list(_told_by_path(repository, steps, catalogue.today))
        moments = {path: moments for path, moments, _ in by_path}
        recorded = {path: decisions for path, _, decisions in by_path if decisions}
        days = _days_of_files(commits, catalogue.today)
        return Timeline(moments, commits[0].id if commits else "", days, recorded)
    except Unreadable:
        return None


def _days_of_files(commits: Iterable[Commit], today: dt.date) -> dict[str, dt.date]:
    """Path to the day of the latest commit that touched it; `commits` come newest first."""
    days: dict[str, dt.date] = {}
    for commit in commits:
        day = _day(commit.time, today)
        for change in commit.changes:
            days.setdefault(change.path, day)
    return days


def _day(time: int, today: dt.date) -> dt.date:
    """The day in Stockholm, at most the catalogue's own."""
    return min(today, dt.datetime.fromtimestamp(min(max(time, 0), _LATEST), ZONE).date())


def _told_by_path(
    repository: Repository, steps: Mapping[Entry, list[EntryStep]], today: dt.date
) -> Iterator[tuple[str, tuple[Moment, ...], tuple[RecordedDecision, ...]]]:
    """Each entry's moments and recorded decisions, by its path."""
    for batch in _batches(steps):
        wanted = [blob for entry in batch for blob in _wanted(entry, steps[entry])]
        contents = dict(repository.contents(wanted))
        for entry in batch:
            moments = _moments(_Teller(entry, contents), steps[entry], today)
            yield entry.path, moments, _recorded(entry, steps[entry], contents, today)


def _wanted(entry: Entry, steps: list[EntryStep]) -> list[str]:
    compared = [blob for step in steps for blob in step.compared]
    return [*compared, *(blobs_of(steps) if is_archived(entry) else ())]


def _recorded(
    entry: Entry, steps: list[EntryStep], contents: Mapping[str, bytes], today: dt.date
) -> tuple[RecordedDecision, ...]:
    if not is_archived(entry):
        return ()
    return recorded_decisions(entry, steps, contents, lambda commit: _day(commit.time, today))


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


def _moments(teller: _Teller, steps: list[EntryStep], today: dt.date) -> tuple[Moment, ...]:
    days: dict[dt.date, list[Event]] = defaultdict(list)
    for step in steps:
        days[_day(step.commit.time, today)] += teller.events(step)
    return tuple(Moment(day, tuple(days[day])) for day in sorted(days, reverse=True) if days[day])


class _Teller:
    """Tells the steps of one entry, the oldest first."""

    def __init__(self, entry: Entry, contents: Mapping[str, bytes]) -> None:
        self.entry = entry
        self.contents = contents
        self._versions: dict[str, Version] = {}
        self._seen: set[str] = set()

    def events(self, step: EntryStep) -> Iterator[Event]:
        if step.moved_from:
            yield self._moved(step.moved_from, step.folder)
        idea = step.files.get(IDEA)
        if idea and idea.was is None:
            yield self._came(IDEA, "came_in", "came_back")
            self._seen |= step.files.keys()
        elif idea and idea.after is None:
            self._versions.clear()
            yield Event("removed", text("story.event.removed"))
        else:
            names = sorted(step.files.keys() & _COMPARED.keys())
            of_files = [event for name in names for event in self._file(name, step.files[name])]
            yield from told_once([*of_files, *_pictures(step)])

    def _moved(self, former: str, folder: str) -> Event:
        """With what it was called where the entry itself says so; a year is told where that was another."""
        year, _, name = former.partition("/")
        *_, year_now, name_now = folder.split("/")
        if former not in self.entry.addresses[1:]:
            return Event("moved", text("story.event.moved"))
        if name == name_now:
            return Event("moved", text("story.event.moved_year", before=year))
        return Event("moved", text("story.event.moved_from", before=name if year == year_now else former))

    def _came(self, name: str, first: str, again: str) -> Event:
        key = again if name in self._seen else first
        self._seen.add(name)
        return Event(key, text(f"story.event.{key}"))

    def _file(self, name: str, step: FileStep) -> Iterator[Event]:
        if step.was is None:
            yield self._came(name, "plan_came", "plan_back")
        elif step.after is None:
            self._versions.pop(name, None)
            yield Event("plan_went", text("story.event.plan_went"))
        elif step.was != step.after:
            was = self._versions.get(name) or read_version(self.contents.get(step.was), Version())
            self._versions[name] = read_version(self.contents.get(step.after), was)
            yield from _COMPARED[name](was, self._versions[name], self.entry)


def _pictures(step: EntryStep) -> Iterator[Event]:
    files = {name: file for name, file in step.files.items() if name not in _COMPARED}
    was = {name: file.was for name, file in files.items() if file.was}
    now = {name: file.after for name, file in files.items() if file.after}
    return picture_events(was, now)

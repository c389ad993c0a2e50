"""Ideas by where they belong and where they come from, what others have taken up, and what was learnt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...model.vocabulary import terms_of
from .. import lessons
from ..lessons import LESSON_SECTIONS, lessons_of
from ..spread import spread_of
from .rhythm import UNKNOWN

if TYPE_CHECKING:
    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...model.parts import Reuse
    from ..spread import Spread


@dataclass(frozen=True, slots=True)
class Group:
    """A value of a facet, or `unknown`, with its entries' stages and outcomes."""

    key: str
    spread: Spread

    @property
    def ideas(self) -> int:
        return self.spread.count - self.spread.research


@dataclass(frozen=True, slots=True)
class Reused:
    """Ideas that organisations other than their own have taken up, how often, by whom and when."""

    entries: tuple[Entry, ...]
    times: int
    organisations: int
    by_year: dict[str, int]

    @property
    def ideas(self) -> int:
        return len(self.entries)

    @staticmethod
    def by_others(entry: Entry) -> list[Reuse]:
        """Where the entry has been taken up by others than the organisation that coordinates it."""
        own = entry.idea.coordinator.organisation if entry.idea.coordinator else None
        return [reuse for reuse in entry.idea.reused_by if reuse.organisation != own]


@dataclass(frozen=True, slots=True)
class Learnt:
    """Closed ideas: those with a lesson, those with results alone, and those where nothing is written.

    `stopped` and `stopped_with_lesson` are the stopped ones among them, and those that tell a lesson.
    """

    closed: int
    with_lesson: int
    results: int
    unwritten: int
    stopped: int
    stopped_with_lesson: int


def groups_by(catalogue: Catalogue, facet: str) -> tuple[Group, ...]:
    """Every value in use, the one with most ideas first; entries without a value last."""
    process = catalogue.settings.process
    grouped = catalogue.grouped(facet)
    order = {key: at for at, key in enumerate(terms_of(catalogue.settings, VOCABULARY_OF_FACET[facet] or ""))}
    groups = [Group(key, spread_of(grouped[key], process)) for key in order if key in grouped]
    groups.sort(key=lambda group: (-group.ideas, order[group.key]))
    named = {entry for entries in grouped.values() for entry in entries}
    rest = [entry for entry in catalogue.entries if entry not in named]
    return (*groups, Group(UNKNOWN, spread_of(rest, process))) if rest else tuple(groups)


def reuse_of(catalogue: Catalogue) -> Reused:
    by_entry = {entry: others for entry in catalogue.ideas if (others := Reused.by_others(entry))}
    reuses = [reuse for others in by_entry.values() for reuse in others]
    years = Counter(str(reuse.year) for reuse in reuses)
    organisations = len({reuse.organisation for reuse in reuses})
    return Reused(tuple(by_entry), len(reuses), organisations, dict(sorted(years.items())))


def learning_of(catalogue: Catalogue) -> Learnt:
    closed = [lesson for lesson in lessons_of(catalogue) if lesson.outcome != lessons.GOING]
    names = Counter(lesson.name for lesson in closed)
    stopped = [lesson for lesson in closed if lesson.outcome == "stopped"]
    own, results = LESSON_SECTIONS
    return Learnt(
        closed=len(closed),
        with_lesson=names[own],
        results=names[results],
        unwritten=names[""],
        stopped=len(stopped),
        stopped_with_lesson=sum(lesson.name == own for lesson in stopped),
    )

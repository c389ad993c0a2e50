"""Ideas by where they belong and where they come from, what others have taken up, and what was learnt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...model.vocabulary import terms_of
from ..lessons import GOING, LESSON_USES
from ..spread import spread_of
from .rhythm import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...catalogue.catalogue import Catalogue
    from ..lessons import Lesson
    from ..reuse import Reuses
    from ..spread import Spread


@dataclass(frozen=True, slots=True)
class Group:
    """A value of a facet, or `unknown`, with its entries' stages and outcomes."""

    key: str
    spread: Spread

    @property
    def placed(self) -> int:
        """Ideas and records."""
        return self.spread.ideas + self.spread.records


@dataclass(frozen=True, slots=True)
class Reused:
    """Ideas that organisations other than their own have taken up, how often, by whom and when."""

    ideas: int
    times: int
    organisations: int
    by_year: dict[str, int]


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
    """Every value in use, the one with most ideas and records first; entries without a value last."""
    process = catalogue.settings.process
    grouped = catalogue.grouped(facet)
    order = {key: at for at, key in enumerate(terms_of(catalogue.settings, VOCABULARY_OF_FACET[facet] or ""))}
    groups = [Group(key, spread_of(grouped[key], process)) for key in order if key in grouped]
    groups.sort(key=lambda group: (-group.placed, order[group.key]))
    named = {entry for entries in grouped.values() for entry in entries}
    rest = [entry for entry in catalogue.listed if entry not in named]
    return (*groups, Group(UNKNOWN, spread_of(rest, process))) if rest else tuple(groups)


def reuse_of(by_entry: Reuses) -> Reused:
    """How often, by how many and when, of the ideas that others have taken up."""
    reuses = [reuse for others in by_entry.values() for reuse in others]
    years = Counter(str(reuse.year) for reuse in reuses)
    organisations = len({reuse.organisation for reuse in reuses})
    return Reused(len(by_entry), len(reuses), organisations, dict(sorted(years.items())))


def learning_of(lessons: Iterable[Lesson]) -> Learnt:
    """What closed ideas have told, of all lessons."""
    closed = [lesson for lesson in lessons if lesson.outcome != GOING]
    uses = Counter(lesson.told_in for lesson in closed)
    stopped = [lesson for lesson in closed if lesson.entry.outcome_kind == "stopped"]
    own, results = LESSON_USES
    return Learnt(
        closed=len(closed),
        with_lesson=uses[own],
        results=uses[results],
        unwritten=uses[None],
        stopped=len(stopped),
        stopped_with_lesson=sum(lesson.told_in == own for lesson in stopped),
    )

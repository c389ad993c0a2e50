"""Lessons: what closed ideas taught, found in the sections that tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..reading.excerpt import excerpt_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..model.process import OutcomeKind, Process, SectionUse
    from ..reading.excerpt import Excerpt

# The section that tells a lesson, else the one that tells what came out of the work.
LESSON_USES: tuple[SectionUse, SectionUse] = ("lessons", "results")
GOING = "going"
# What did not come off stands first: it is what others can be spared.
_FIRST: tuple[OutcomeKind, ...] = ("stopped", "withdrawn", "completed")


@dataclass(frozen=True, slots=True)
class Lesson:
    """An entry with what it taught; `excerpt` is None where nobody has written it.

    `outcome` is a final one, or GOING where the idea goes on although a lesson is written. `told_in` is
    what the section with the lesson is used for.
    """

    entry: Entry
    outcome: str
    told_in: SectionUse | None
    excerpt: Excerpt | None


def lessons_of(catalogue: Catalogue) -> list[Lesson]:
    """Every idea and record that is closed, and those that go on with a lesson written."""
    return [lesson for entry in catalogue.placed for lesson in _lessons(entry)]


def lesson_outcomes(process: Process) -> list[str]:
    """The outcomes of lessons in the order they stand in on the page."""
    final = [key for key, rule in process.outcomes.items() if rule.is_final]
    known = [key for kind in _FIRST for key in process.outcomes_of_kind(kind)]
    return [*known, *(key for key in final if key not in known), GOING]


def _lessons(entry: Entry) -> Iterator[Lesson]:
    if entry.is_closed:
        sections = [(use, section) for use in LESSON_USES if (section := entry.section_for(use))]
        use, section = sections[0] if sections else (None, None)
        yield Lesson(entry, entry.idea.outcome or "", use, excerpt_of(section) if section else None)
    elif section := entry.section_for(LESSON_USES[0]):
        yield Lesson(entry, GOING, LESSON_USES[0], excerpt_of(section))

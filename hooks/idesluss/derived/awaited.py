"""Every open idea with its wait, and which of them has waited longest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from .facts import Facts
    from .waiting import Wait


@dataclass(frozen=True, slots=True)
class EntryWait:
    """An open idea and its wait."""

    entry: Entry
    waiting: Wait

    @property
    def days(self) -> int:
        return self.waiting.days or 0

    @property
    def is_running(self) -> bool:
        """Whether its grant or plan has days left, so that nobody owes it an answer yet."""
        return self.waiting.running_until is not None


def waits_of(catalogue: Catalogue, facts: Facts) -> tuple[EntryWait, ...]:
    """Every open idea, the longest wait first."""
    waits = [EntryWait(entry, wait) for entry in catalogue.ideas if (wait := facts[entry].wait)]
    return tuple(sorted(waits, key=lambda wait: (-wait.days, wait.entry.slug)))


def oldest_wait(waits: Iterable[EntryWait]) -> EntryWait | None:
    """The open idea that has waited longest for an answer, of those whose wait is known."""
    return next((wait for wait in waits if wait.waiting.days is not None and not wait.is_running), None)

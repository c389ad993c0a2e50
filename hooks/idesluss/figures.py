"""The site's figures. Each is computed in one place, from the files alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from . import waiting

if TYPE_CHECKING:
    from .catalogue import Catalogue, Entry
    from .waiting import Waiting


@dataclass(frozen=True, slots=True)
class Wait:
    """An open idea and its wait."""

    entry: Entry
    waiting: Waiting

    @property
    def days(self) -> int:
        return self.waiting.days or 0


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts and sums; what each means stands in the words `figure.<name>.help`.

    `granted` is whole kronor; `longest` and `median_days` are days.
    """

    ideas: int
    research: int
    open: int
    completed: int
    stopped: int
    by_stage: dict[str, int]
    open_by_stage: dict[str, int]
    by_outcome: dict[str, int]
    unknown_outcome: int
    overdue: int
    granted: int
    organisations: int
    municipalities: int
    median_days: int | None
    waits: tuple[Wait, ...]


def of(catalogue: Catalogue) -> Figures:
    ideas = catalogue.ideas
    process = catalogue.settings.process
    stages = Counter(entry.idea.stage for entry in ideas)
    outcomes = Counter(entry.idea.outcome for entry in ideas)
    still_open = Counter(entry.idea.stage for entry in ideas if entry.idea.outcome == "open")
    waits = tuple(sorted(_waits(catalogue), key=lambda wait: (-wait.days, wait.entry.slug)))
    answered_next = [wait.days for wait in waits if wait.waiting.due]
    return Figures(
        ideas=len(ideas),
        research=len(catalogue.entries) - len(ideas),
        open=outcomes["open"],
        completed=outcomes["completed"],
        stopped=outcomes["stopped"],
        by_stage={key: stages[key] for key in process.stages},
        open_by_stage={key: still_open[key] for key in process.stages},
        by_outcome={key: outcomes[key] for key in process.outcomes},
        unknown_outcome=outcomes[None],
        overdue=sum(wait.waiting.is_overdue for wait in waits),
        granted=sum(entry.granted or 0 for entry in ideas),
        organisations=len({key for entry in ideas for key in entry.organisations}),
        municipalities=len({key for entry in ideas for key in entry.idea.municipalities}),
        median_days=round(median(answered_next)) if answered_next else None,
        waits=waits,
    )


def _waits(catalogue: Catalogue) -> list[Wait]:
    found = [(entry, waiting.of(entry)) for entry in catalogue.ideas]
    return [Wait(entry, wait) for entry, wait in found if wait]

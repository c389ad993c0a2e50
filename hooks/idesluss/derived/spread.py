"""How entries spread over stages and outcomes: where they are, and what came of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalogue.entry import Entry
    from ..model.process import Process


@dataclass(frozen=True, slots=True)
class Spread:
    """So many entries, and of those that pass through the process how many are where.

    Stages and outcomes that no entry has are left out; the rest stand in the order of the process.
    """

    count: int
    by_stage: dict[str, int]
    by_outcome: dict[str, int]
    unknown_outcome: int
    research: int


def spread_of(entries: Iterable[Entry], process: Process) -> Spread:
    """The spread of these entries over the stages and outcomes of the process."""
    counted = tuple(entries)
    ideas = [entry.idea for entry in counted if entry.has_stage]
    stages = Counter(idea.stage for idea in ideas)
    outcomes = Counter(idea.outcome for idea in ideas)
    return Spread(
        count=len(counted),
        by_stage={key: stages[key] for key in process.stages if stages[key]},
        by_outcome={key: outcomes[key] for key in process.outcomes if outcomes[key]},
        unknown_outcome=outcomes[None],
        research=len(counted) - len(ideas),
    )

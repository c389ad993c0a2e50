"""How entries spread over stages and outcomes: where they are, and what came of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..catalogue.outcome import outcome_of
from ..model.process import STANDINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalogue.entry import Entry
    from ..model.process import Process


@dataclass(frozen=True, slots=True)
class Spread:
    """So many entries, and how many of those that stand at a stage are where.

    `ideas` are handled here, `records` elsewhere. `by_outcome` has what stands for the outcome of a record
    too. Stages and outcomes that no entry has are left out; the rest stand in the order of the process.
    """

    count: int
    by_stage: dict[str, int]
    by_outcome: dict[str, int]
    ideas: int
    records: int
    research: int


def spread_of(entries: Iterable[Entry], process: Process) -> Spread:
    """The spread of these entries over the stages and outcomes of the process."""
    counted = tuple(entries)
    kinds = Counter(entry.idea.kind for entry in counted)
    stages = Counter(entry.idea.stage for entry in counted if entry.has_stage)
    outcomes = Counter(outcome_of(entry) for entry in counted)
    return Spread(
        count=len(counted),
        by_stage={key: stages[key] for key in process.stages if stages[key]},
        by_outcome={key: outcomes[key] for key in (*process.outcomes, *STANDINGS) if outcomes[key]},
        ideas=kinds["idea"],
        records=kinds["record"],
        research=kinds["research"],
    )

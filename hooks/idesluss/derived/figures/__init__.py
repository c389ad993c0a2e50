"""The key figures: every counter of the site, each computed in one place from the files alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from .. import waiting
from .answers import Answers, answers_by_gate
from .flow import flow_of
from .groups import groups_by, learning_of, reuse_of
from .money import money_of
from .plain import as_plain
from .rhythm import UNKNOWN, rhythm_of
from .waits import GateWaits, waits_by_gate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from ...catalogue.catalogue import Catalogue
    from ..awaited import EntryWait
    from ..facts import Facts
    from ..lessons import Lesson
    from ..reuse import Reuses
    from .flow import Flow
    from .groups import Group, Learnt, Reused
    from .money import Money
    from .rhythm import Rhythm


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries there are, where they stand and what came of them."""

    ideas: int
    research: int
    by_stage: dict[str, int]
    open_by_stage: dict[str, int]
    by_outcome: dict[str, int]
    unknown_outcome: int
    organisations: int
    municipalities: int


@dataclass(frozen=True, slots=True)
class Figures(Counts):
    """Counts and sums as of a day, and no entries; what each means stands in `figure.<name>.help`.

    `granted` is whole kronor; `median_days` are days. `plain` makes a record of it all that can be exported.
    """

    as_of: dt.date
    open: int
    completed: int
    stopped: int
    overdue: int
    granted: int
    median_days: int | None
    gates: tuple[GateWaits, ...]
    answers: tuple[Answers, ...]
    flow: Flow
    rhythm: Rhythm
    money: Money
    sectors: tuple[Group, ...]
    origins: tuple[Group, ...]
    reused: Reused
    learnt: Learnt

    @property
    def all_answers(self) -> Answers:
        """The answers of all gates together."""
        return self.answers[-1]


def figures_of(
    catalogue: Catalogue,
    facts: Facts,
    *,
    awaited: Sequence[EntryWait],
    reuses: Reuses,
    lessons: Iterable[Lesson],
) -> Figures:
    """The figures of a catalogue, from its entries and what is derived from them."""
    counts = _counts(catalogue)
    kinds = Counter(entry.outcome_kind for entry in catalogue.placed)
    gates = waits_by_gate(catalogue, awaited)
    funds = money_of(catalogue)
    return Figures(
        **{field.name: getattr(counts, field.name) for field in fields(counts)},
        as_of=catalogue.today,
        open=kinds["open"],
        completed=kinds["completed"],
        stopped=kinds["stopped"],
        overdue=sum(wait.waiting.is_overdue for wait in awaited),
        granted=funds.grants.known,
        median_days=waiting.median_days(wait.waiting for wait in awaited if wait.waiting.due),
        gates=gates,
        answers=answers_by_gate(catalogue, gates),
        flow=flow_of(catalogue),
        rhythm=rhythm_of(catalogue, facts),
        money=funds,
        sectors=groups_by(catalogue, "sector"),
        origins=groups_by(catalogue, "origin"),
        reused=reuse_of(reuses),
        learnt=learning_of(lessons),
    )


def _counts(catalogue: Catalogue) -> Counts:
    placed = catalogue.placed
    process = catalogue.settings.process
    stages = Counter(entry.idea.stage for entry in placed)
    outcomes = Counter(entry.idea.outcome for entry in placed)
    still_open = Counter(entry.idea.stage for entry in placed if entry.is_open)
    return Counts(
        ideas=len(placed),
        research=len(catalogue.entries) - len(placed),
        by_stage={key: stages[key] for key in process.stages},
        open_by_stage={key: still_open[key] for key in process.stages},
        by_outcome={key: outcomes[key] for key in process.outcomes},
        unknown_outcome=outcomes[None],
        organisations=len(catalogue.grouped("organisation")),
        municipalities=len(catalogue.grouped("municipality")),
    )


__all__ = ["UNKNOWN", "Answers", "Figures", "GateWaits", "as_plain", "figures_of"]

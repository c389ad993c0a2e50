"""The key figures: every counter of the site, each computed in one place from the files alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from ...catalogue.outcome import outcome_of
from .. import waiting
from ..sources import sources_of
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
    from ...catalogue.entry import Entry
    from ..awaited import EntryWait
    from ..facts import Facts
    from ..lessons import Lesson
    from ..reuse import Reuses
    from ..sources import Sources
    from .flow import Flow
    from .groups import Group, Learnt, Reused
    from .money import Money
    from .rhythm import Rhythm


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries there are, where they stand and what came of them.

    `ideas` are handled here, `records` tell of work elsewhere. `by_stage` is of ideas; `by_outcome`
    has both, also what stands for an outcome where a record has none, as has `records_by_stage`.
    """

    ideas: int
    records: int
    research: int
    by_stage: dict[str, int]
    open_by_stage: dict[str, int]
    records_by_stage: dict[str, dict[str, int]]
    by_outcome: dict[str, int]
    records_by_outcome: dict[str, int]
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
    sources: Sources
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
        sources=sources_of(catalogue.listed),
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
    ideas, records = catalogue.ideas, catalogue.records
    stages = catalogue.settings.process.stages
    still_open = [entry for entry in ideas if entry.is_open]
    return Counts(
        ideas=len(ideas),
        records=len(records),
        research=len(catalogue.listed) - len(catalogue.placed),
        by_stage=_by_stage(stages, ideas),
        open_by_stage=_by_stage(stages, still_open),
        records_by_stage={
            key: _standings(entry for entry in records if entry.idea.stage == key) for key in stages
        },
        by_outcome=_by_outcome(catalogue, catalogue.placed),
        records_by_outcome=_by_outcome(catalogue, records),
        organisations=len(catalogue.grouped("organisation")),
        municipalities=len(catalogue.grouped("municipality")),
    )


def _by_stage(stages: Iterable[str], entries: Iterable[Entry]) -> dict[str, int]:
    counted = Counter(entry.idea.stage for entry in entries)
    return {key: counted[key] for key in stages}


def _by_outcome(catalogue: Catalogue, entries: Iterable[Entry]) -> dict[str, int]:
    """Every outcome of the process, and what stands for one where it stands for any."""
    counted = _standings(entries)
    return {key: counted.get(key, 0) for key in catalogue.settings.process.outcomes} | counted


def _standings(entries: Iterable[Entry]) -> dict[str, int]:
    return dict(Counter(standing for entry in entries if (standing := outcome_of(entry))))


__all__ = ["UNKNOWN", "Answers", "Figures", "GateWaits", "as_plain", "figures_of"]

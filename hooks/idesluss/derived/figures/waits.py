"""Who waits: every open idea with its wait, and the waits at each gate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import waiting

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ..facts import Facts
    from ..waiting import Wait


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


@dataclass(frozen=True, slots=True)
class GateWaits:
    """Open ideas in front of a gate, and how long they have waited.

    `running` have a period with days left; they await nothing yet, and no days are counted for them.

    `gate` is None where no gate leads on. `promised` is the days within which the gate answers.
    """

    gate: str | None
    promised: int | None
    count: int
    running: int
    unknown: int
    median_days: int | None
    longest_days: int | None
    overdue: int


def waits_of(catalogue: Catalogue, facts: Facts) -> tuple[EntryWait, ...]:
    """Every open idea, the longest wait first."""
    waits = [EntryWait(entry, wait) for entry in catalogue.ideas if (wait := facts[entry].wait)]
    return tuple(sorted(waits, key=lambda wait: (-wait.days, wait.entry.slug)))


def oldest_wait(waits: Iterable[EntryWait]) -> EntryWait | None:
    """The open idea that has waited longest for an answer, of those whose wait is known."""
    return next((wait for wait in waits if wait.waiting.days is not None and not wait.is_running), None)


def waits_by_gate(catalogue: Catalogue, waits: Sequence[EntryWait]) -> tuple[GateWaits, ...]:
    """Each gate that somebody waits in front of, in the order of the process."""
    here: dict[str | None, list[EntryWait]] = {key: [] for key in catalogue.settings.process.gates}
    for wait in waits:
        here.setdefault(wait.waiting.gate, []).append(wait)
    return tuple(_gate(catalogue, gate, waiting_here) for gate, waiting_here in here.items() if waiting_here)


def _gate(catalogue: Catalogue, gate: str | None, waits: list[EntryWait]) -> GateWaits:
    awaited = [wait.waiting for wait in waits if not wait.is_running]
    days = [wait.days for wait in awaited if wait.days is not None]
    return GateWaits(
        gate=gate,
        promised=catalogue.settings.process.gates[gate].answer_days if gate else None,
        count=len(waits),
        running=sum(wait.is_running for wait in waits),
        unknown=len(awaited) - len(days),
        median_days=waiting.median_days(awaited),
        longest_days=max(days, default=None),
        overdue=sum(wait.waiting.is_overdue for wait in waits),
    )

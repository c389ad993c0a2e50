"""The waits at each gate: how many open ideas stand there, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import waiting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...catalogue.catalogue import Catalogue
    from ..awaited import EntryWait


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


def waits_by_gate(catalogue: Catalogue, waits: Iterable[EntryWait]) -> tuple[GateWaits, ...]:
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

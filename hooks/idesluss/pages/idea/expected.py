"""What the next gate asks for: what is there already, what remains, and when an answer is promised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...derived.checklist import checklist_of
from ...model.process import next_gate

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ...derived.checklist import ItemState
    from ...model import PartialDate
    from ...model.process import GateRule
    from ...words import Language
    from .status import Promise, Status


@dataclass(frozen=True, slots=True)
class ExpectedItem:
    """A part that the gate asks for; `help` says what is expected of it."""

    name: str
    help: str
    state: ItemState


@dataclass(frozen=True, slots=True)
class Expected:
    """The next gate. `promise` is the day of an answer; `ends` is the end of a period that still runs.

    While it runs no answer is promised yet: the promise counts from its end.
    """

    gate: str
    rule: GateRule
    items: tuple[ExpectedItem, ...]
    promise: Promise | None
    ends: PartialDate | None

    def of_state(self, state: ItemState) -> list[ExpectedItem]:
        return [item for item in self.items if item.state == state]


def expected_of(entry: Entry, status: Status, language: Language) -> Expected | None:
    """None where nothing more is expected of the idea, or its stage or outcome is not known."""
    process = entry.process
    leading = next_gate(process, entry.idea.stage) if entry.idea.stage in process.stages else None
    if not entry.goes_on or leading is None:
        return None
    gate, rule = leading
    items = checklist_of(entry, rule, entry.settings)
    asked = (ExpectedItem(item.name.in_(language), item.expectation(language), item.state) for item in items)
    return Expected(gate, rule, tuple(dict.fromkeys(asked)), status.promise, _end(entry))


def _end(entry: Entry) -> PartialDate | None:
    end = entry.period_end
    return end if end and end.last_day >= entry.today else None

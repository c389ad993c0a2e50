"""What follows from an entry, its rules and the day: worked out once, and asked for everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..catalogue.entry import Entry
from .dates import dates_of, overdue_of
from .waiting import wait_of

if TYPE_CHECKING:
    from ..model import PartialDate
    from .dates import EntryDate
    from .waiting import Wait


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """An entry's derived record.

    `dates` are all that it states, with the promised answer; `overdue` those of them that have passed
    without a word. `closed_on` is when a final idea was closed: by a decision not to go on, else when its
    period ran out; None where neither is known.
    """

    wait: Wait | None
    dates: tuple[EntryDate, ...]
    overdue: tuple[EntryDate, ...]
    closed_on: PartialDate | None


Facts = Mapping[Entry, EntryFacts]


def entry_facts(entry: Entry) -> EntryFacts:
    """The entry's derived record."""
    wait = wait_of(entry)
    dates = dates_of(entry, wait)
    return EntryFacts(wait, dates, overdue_of(entry, wait, dates), _closed_on(entry))


def _closed_on(entry: Entry) -> PartialDate | None:
    latest = entry.decisions[-1] if entry.decisions else None
    if latest and latest.verdict != "go":
        return latest.date
    end = entry.period_end
    return end if end and end.last_day <= entry.today else None

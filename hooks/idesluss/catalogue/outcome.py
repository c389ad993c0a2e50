"""How it went with an entry: its outcome, and where none is given what the sources let us say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.process import NOT_KNOWN, RUNNING

if TYPE_CHECKING:
    from ..model import PartialDate
    from .entry import Entry


def outcome_of(entry: Entry) -> str | None:
    """Its outcome; without one RUNNING while its period is not over, and else NOT_KNOWN. None for research.

    What a source once said of work that goes on is no news of it after its period.
    """
    if not entry.has_stage:
        return None
    end = entry.period_end
    runs = entry.is_record and end is not None and end.last_day >= entry.today
    return entry.idea.outcome or (RUNNING if runs else NOT_KNOWN)


def last_read(entry: Entry) -> PartialDate | None:
    """The latest day when a source of the entry was read; None where it tells of none."""
    read = [source.read for source in entry.idea.sources]
    read += [grant.read for grant in entry.idea.grants if grant.read]
    return max(read, default=None, key=lambda date: date.last_day)

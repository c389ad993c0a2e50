"""Who has the next move, since when, and whether the promised time has passed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from ..model.process import next_gate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..catalogue.entry import Entry
    from ..model import PartialDate


@dataclass(frozen=True, slots=True)
class Wait:
    """An open idea's wait. Days are whole days up to the catalogue's day; `due` is the promise.

    `since` is None where no date is known. `period_end` is the grant's or plan's end when it has
    passed although the outcome is still open, `running_until` while it has not: nobody owes an answer yet.
    """

    gate: str | None
    role: str
    since: PartialDate | None
    days: int | None
    due: dt.date | None
    is_overdue: bool
    period_end: PartialDate | None
    running_until: PartialDate | None


def wait_of(entry: Entry) -> Wait | None:
    """The wait of an open idea; None when nothing is awaited."""
    idea, process, today = entry.idea, entry.process, entry.today
    stage = process.stages.get(idea.stage or "")
    if not entry.is_open or stage is None or idea.stage is None:
        return None
    leading = next_gate(process, idea.stage)
    latest = entry.decisions[-1] if entry.decisions else None
    since = latest.date if latest else entry.first_date
    role = process.proposer if latest and latest.verdict == "revise" else stage.whose_move
    ended = entry.period_end
    passed = ended if ended and ended.last_day < today else None
    running = None if passed else ended
    # A period that has ended begins the wait for its answer, unless a decision has come after it.
    start = max((date.last_day for date in (passed, since) if date), default=None)
    has_answer = role == process.proposer  # and is to complete the idea
    promise = leading[1].answer_days if leading and not has_answer else None
    # The promise of an answer runs from the last decision; while a project runs, from its end.
    due = start + dt.timedelta(days=promise) if start and promise and not running else None
    days = max(0, (today - since.last_day).days) if since is not None else None
    overdue = due is not None and due < today
    return Wait(leading[0] if leading else None, role, since, days, due, overdue, passed, running)


def median_days(waits: Iterable[Wait]) -> int | None:
    """The middle of the waits, in whole days; None where no wait is known."""
    known = [wait.days for wait in waits if wait.days is not None]
    return round(median(known)) if known else None

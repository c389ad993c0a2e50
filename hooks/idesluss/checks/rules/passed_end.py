"""An idea whose period has ended has an outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "money_and_time"
MAY_BE_EXEMPTED = False


def check_entry(entry: Entry, beside: Beside) -> Iterator[Problem]:
    wait = beside.facts_of(entry).wait
    if wait and wait.period_end:
        place = entry.document.place_of("outcome")
        end = str(wait.period_end)
        yield entry.document.warning(place, "passed_end", "passed_end", end=end)

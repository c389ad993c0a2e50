"""An idea whose period has ended has an outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...derived.whole import Derived
    from ...reading.problem import Problem

GROUP = "money_and_time"
MAY_BE_EXEMPTED = False


def check_derived(derived: Derived) -> Iterator[Problem]:
    for entry in derived.catalogue.judged:
        wait = derived.of(entry).wait
        if wait and wait.period_end:
            place = entry.document.place_of("outcome")
            end = str(wait.period_end)
            yield entry.document.warning(place, "passed_end", "passed_end", end=end)

"""An idea whose period has ended has an outcome.

A project that still says open years after its end tells readers nothing. Say what came of it, or
leave it open where no source tells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..waiting import of as waiting_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue import Catalogue
    from ..problem import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue.judged:
        wait = waiting_of(entry)
        if wait and wait.period_end:
            place = entry.document.place_of("outcome")
            end = str(wait.period_end)
            yield entry.document.warning(place, "passed_end", "passed_end", end=end)

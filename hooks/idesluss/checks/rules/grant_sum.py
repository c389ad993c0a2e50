"""What was finally paid of a grant is no more than what was awarded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "money_and_time"
MAY_BE_EXEMPTED = False


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    for at, grant in enumerate(entry.idea.grants):
        if grant.final is not None and grant.awarded is not None and grant.final > grant.awarded:
            place = entry.document.place_of("grants", at, "final")
            values = {"final": grant.final, "awarded": grant.awarded}
            yield entry.document.warning(place, "grant_sum", "grant_sum", **values)

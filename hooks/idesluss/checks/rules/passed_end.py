"""An idea whose period has ended has an outcome.

A project that still says open years after its end tells its readers nothing, and counts among those
that wait. Say under `outcome` what came of it. Leave it open where no source tells: this is a warning,
and does not stop the catalogue.

På svenska
----------
En idé vars period har gått ut har ett utfall.

Ett projekt som står som öppet flera år efter sitt slut säger inget till den som läser, och räknas bland
dem som väntar. Skriv under `outcome` vad det blev av idén. Låt det stå öppet om ingen källa berättar
det: det här är en varning och hindrar inte katalogen.
"""

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

"""A new idea begins at the first stage.

What comes in further on has passed gates that nobody could follow. Submit the idea at the first stage, and
let it pass the gates in the changes that follow. An older project that is added afterwards may stand where
it is, with a waiver for `history` that says why its way here is not in this catalogue.

På svenska
----------
En ny idé börjar i det första skedet.

Det som kommer in längre fram har passerat grindar som ingen kunde följa. Lämna idén i det första skedet och
låt den passera grindarna i de ändringar som följer. Ett äldre projekt som läggs till i efterhand får stå
där det är, med ett undantag för `history` som säger varför vägen hit inte finns i katalogen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.requirements import HISTORY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...history.change import Change
    from ...reading.problem import Problem

GROUP = "change"
MAY_BE_EXEMPTED = False


def check_change(change: Change) -> Iterator[Problem]:
    process = change.settings.process
    first = process.first_stage
    stages = {*process.stages, *change.head.settings.process.stages}
    for entry in change.entries:
        after = entry.after
        is_known = after.idea.stage in stages and "idea.waivers" not in after.unread
        if not entry.enters_process or not is_known:
            continue
        if HISTORY in after.waived or any(state.stage == first for state in entry.states):
            continue
        yield after.document.problem(
            after.document.place_of("stage"),
            "born_late",
            "born_late",
            stage=change.label("stages", after.idea.stage or ""),
            first=change.label("stages", first),
            key=first,
        )

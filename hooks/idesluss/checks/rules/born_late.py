"""A new idea begins at the first stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.requirements import HISTORY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...history.change import Change
    from ...reading.problem import Problem

GROUP = "change"
MAY_BE_EXEMPTED = False
MEANS = {"key": "nearest"}


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

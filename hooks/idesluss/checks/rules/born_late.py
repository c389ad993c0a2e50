"""A new idea begins at the first stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        if not after.is_in_process or not entry.is_new or after.idea.stage not in stages:
            continue  # an entry that has become an idea is told of as such
        if any(state.stage == first for state in entry.states):
            continue
        yield after.document.problem(
            after.document.place_of("stage"),
            "born_late",
            "born_late",
            stage=change.label("stages", after.idea.stage or ""),
            first=change.label("stages", first),
            key=first,
        )

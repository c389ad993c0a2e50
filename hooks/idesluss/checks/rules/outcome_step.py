"""A closed idea is opened again only by a new decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...history.stages import fields_as_written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...history.change import Change
    from ...reading.problem import Problem

GROUP = "change"
MAY_BE_EXEMPTED = False


def check_change(change: Change) -> Iterator[Problem]:
    outcomes = change.settings.process.outcomes
    known = {**change.head.settings.process.outcomes, **outcomes}
    for entry in change.entries:
        was = fields_as_written(entry.before.document).get("outcome") if entry.before else None
        now = entry.after.idea.outcome
        if was not in outcomes or "idea.outcome" in entry.after.unread or entry.new_decisions:
            continue
        if outcomes[was].is_final and not (now in known and known[now].is_final):
            yield entry.after.document.problem(
                entry.after.document.place_of("outcome"),
                "outcome_step",
                "outcome_step",
                before=change.label("outcomes", was),
                after=change.label("outcomes", now or "–"),
            )

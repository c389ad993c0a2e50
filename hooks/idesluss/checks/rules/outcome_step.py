"""A closed idea is opened again only by a new decision.

Who reads that an idea was stopped or completed relies on it. Opening it again is a decision like any other:
add it under `decisions` in the same change, with its date, its role and the reason.

På svenska
----------
En avslutad idé öppnas igen bara genom ett nytt beslut.

Den som läser att en idé är nedlagd eller genomförd litar på det. Att öppna den igen är ett beslut som andra:
lägg till det under `decisions` i samma ändring, med datum, roll och skäl.
"""

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

"""A decision that has been published stays as it was."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ...reading.problem import one_of
from ...words import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...history.change import Change, EntryChange
    from ...model import Decision
    from ...reading.problem import Problem

GROUP = "change"
MAY_BE_EXEMPTED = False
MEANS = {"gate": "key"}


def check_change(change: Change) -> Iterator[Problem]:
    for entry in change.entries:
        added = entry.new_decisions
        for decision in entry.lost_decisions:
            edited = next((at for at, new in added if _is_same(decision, new)), None)
            yield _removed(entry, decision) if edited is None else _edited(entry, decision, edited)
        yield from _exchanged(entry)


def covers(own: Problem, other: Problem) -> bool:
    """A decision that has been changed or removed is why its gate lacks one, and is none put in late."""
    is_lacking = other.key == "required.decision" and other.values["gate"] == own.values["gate"]
    is_told_as_new = other.key.startswith("decision_order.inserted") and own.key == "decision_kept.edited"
    is_same_file = own.place.path == other.place.path
    return is_same_file and (is_lacking or (is_told_as_new and other.values["key"] == own.values["gate"]))


def _exchanged(entry: EntryChange) -> Iterator[Problem]:
    """Decisions of one day that have changed places: nothing but their order says which came last."""
    decisions, document = entry.after.idea.decisions, entry.after.document
    for (_, earlier), (_, later) in pairwise(sorted(entry.kept_decisions.items())):
        if later < earlier and decisions[later].date == decisions[earlier].date:
            moved, first = decisions[later], decisions[earlier]
            yield document.problem(
                document.place_of("decisions", later, "gate"),
                "decision_kept",
                "decision_kept.exchanged",
                gate=moved.gate,
                date=str(moved.date),
                verdict=text(f"choice.verdict.{moved.verdict}"),
                other=first.gate,
                before=text(f"choice.verdict.{first.verdict}"),
            )


def _is_same(old: Decision, new: Decision) -> bool:
    """Whether the new one looks like the old one with something changed."""
    return old.gate == new.gate and (old.date == new.date or old.reason == new.reason)


def _edited(entry: EntryChange, old: Decision, at: int) -> Problem:
    new = entry.after.idea.decisions[at]
    fields = [name for name in type(old).model_fields if getattr(old, name) != getattr(new, name)]
    if old.change is None and len(fields) > 1:
        fields = [name for name in fields if name != "change"]
    document = entry.after.document
    return document.problem(
        document.place_of("decisions", at, fields[0]),
        "decision_kept",
        "decision_kept.edited",
        gate=old.gate,
        date=str(old.date),
        fields=one_of([f"`{name}`" for name in fields]),
        was=str(getattr(old, fields[0])),
    )


def _removed(entry: EntryChange, old: Decision) -> Problem:
    document = entry.after.document
    return document.problem(
        document.place_of("decisions", at_key=True),
        "decision_kept",
        "decision_kept.removed",
        gate=old.gate,
        date=str(old.date),
        verdict=old.verdict,
    )

"""A completed idea tells what became of its effect targets, and each result says when and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.process import gates_passed
from ...words import enumeration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "process"
MAY_BE_EXEMPTED = True

_PROOF = ("measured", "source")


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    if not entry.idea.effects:
        return
    # What the process asks for by name is judged, and may be waived, as a requirement.
    asked = {demand.requirement.name for demand in entry.demands}
    if _is_answer_due(entry) and "idea.effects.result" not in asked:
        yield from _unanswered(entry)
    yield from _unproved(entry, [name for name in _PROOF if f"idea.effects.{name}" not in asked])


def _is_answer_due(entry: Entry) -> bool:
    """Whether the idea is completed and has passed a gate that asks for effects."""
    passed = gates_passed(entry.process, entry.idea.stage or "")
    asks = any(name.startswith("idea.effects") for _, gate in passed for name in gate.required)
    return asks and entry.is_in_process and entry.outcome_kind == "completed"


def _unanswered(entry: Entry) -> Iterator[Problem]:
    for at, effect in enumerate(entry.idea.effects):
        if effect.target and not effect.result:
            place = entry.document.place_of("effects", at, "target")
            values = {"indicator": effect.indicator, "target": effect.target}
            yield entry.document.problem(place, "effect_measured", "effect_measured.result", **values)


def _unproved(entry: Entry, wanted: list[str]) -> Iterator[Problem]:
    for at, effect in enumerate(entry.idea.effects):
        lacking = [f"`{name}`" for name in wanted if not getattr(effect, name)]
        if effect.result and lacking:
            names = enumeration("and", lacking)
            place = entry.document.place_of("effects", at, "result")
            values = {"indicator": effect.indicator, "names": names}
            yield entry.document.warning(place, "effect_measured", "effect_measured.proof", **values)

"""Effects: from baseline by target to result, and whether the target was reached."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ...words.characters import fold

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ...model.parts import Effect

Reach = Literal["reached", "closer", "no_closer"]
# A number alone or with what is counted: `18 procent`, `1 200 kr`, `-3,5`. Anything more is words, and
# so is `1,200`, which is more than a thousand in one language and little more than one in the other.
_VALUE = re.compile(
    r"(?P<number>[-\u2212]?\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,](?!\d{3}(?!\d))\d+)?)\s*(?P<unit>\D{0,30})"
)
_SAME = {"procent": "%", "percent": "%", "per cent": "%", "st": "", "kronor": "kr", "sek": "kr"}


@dataclass(frozen=True, slots=True)
class ShownEffect:
    """An effect; `reach` is None where it is not measured or the words are no plain numbers."""

    effect: Effect
    reach: Reach | None


def shown_effects(entry: Entry) -> tuple[ShownEffect, ...]:
    """The entry's effects in the order that they are written."""
    return tuple(ShownEffect(effect, reach(effect)) for effect in entry.idea.effects)


def reach(effect: Effect) -> Reach | None:
    """Whether the result is at the target or past it, seen from the baseline."""
    read = [_value(words) for words in (effect.baseline, effect.target, effect.result)]
    values = [value for value in read if value]
    units = {unit for _, unit in values if unit}
    if len(values) != len(read) or len(units) > 1:
        return None
    baseline, target, result = (number for number, _ in values)
    if baseline == target:
        return None
    direction = 1 if target > baseline else -1
    if (result - target) * direction >= 0:
        return "reached"
    return "closer" if (result - baseline) * direction > 0 else "no_closer"


def _value(words: str | None) -> tuple[float, str] | None:
    match = _VALUE.fullmatch((words or "").strip())
    if not match:
        return None
    digits = re.sub(r"[ \u00a0\u202f]", "", match["number"]).replace("\u2212", "-").replace(",", ".")
    unit = fold(match["unit"]).rstrip(".")
    return float(digits), _SAME.get(unit, unit)

"""The lock: stages as chambers, each as long as so many ideas have come there, with a gate to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .canvas import LINE, ChartPart, block, chart_text, cut, line, svg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

_WATER, _GATE, _GAP = 22, 24, 11


@dataclass(frozen=True, slots=True)
class LockChamber:
    """A stage: its name, how many have come there, those who went on, those who are there, and its gate."""

    label: str
    shown: str
    gone_on: ChartPart
    here: tuple[ChartPart, ...]
    gate: str = ""

    @property
    def total(self) -> int:
        return self.gone_on.value + sum(part.value for part in self.here)


def lock_chart(name: str, title: str, description: str, chambers: Sequence[LockChamber]) -> Markup:
    """The chambers in order, from the first stage to the last, on one scale."""
    top = max((chamber.total for chamber in chambers), default=0)
    parts: list[str] = []
    y = 0
    for at, chamber in enumerate(chambers):
        parts += [
            chart_text(cut(chamber.label), y + 14),
            chart_text(chamber.shown, y + 14, x=1, anchor="end", kind="value"),
        ]
        y += LINE + 2
        parts += _water(chamber, max(1, top), y)
        y += _WATER if chamber.total else 3
        if at < len(chambers) - 1:
            parts += _gate(chamber, max(1, top), y)
            y += _GATE if chamber.gone_on.value else _GAP
    return svg(name, title, description, max(1, y + 4), parts)


def _water(chamber: LockChamber, top: int, y: int) -> Iterator[str]:
    bottom = y + (_WATER if chamber.total else 0)
    yield line("rail", (0, 1), (bottom, bottom))
    x = 0.0
    for part in (chamber.gone_on, *chamber.here):
        if part.value > 0:
            yield block(part, x, part.value / top, y, _WATER)
            x += part.value / top


def _gate(chamber: LockChamber, top: int, y: int) -> Iterator[str]:
    """A post at the end of the water that went on, and the gate's words where there is most room."""
    x = chamber.gone_on.value / top
    if chamber.gone_on.value:
        yield line("gate", (x, x), (y - _WATER - 4, y + 16))
    if chamber.gate:
        is_right = x > 0.5  # noqa: PLR2004  # the middle
        yield chart_text(
            chamber.gate,
            y + 15,
            x=x,
            dx=-9 if is_right else 9,
            anchor="end" if is_right else "start",
            kind="note",
        )

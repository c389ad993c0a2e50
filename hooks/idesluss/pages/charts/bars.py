"""Bars that lie: one for each row, whole or in parts, with its words above or beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .canvas import DIGIT, LINE, NARROW, ChartPart, block, chart_text, cut, has_room, line, sample, svg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

_BAR, _GAP = 13, 10
_BESIDE = 23


@dataclass(frozen=True, slots=True)
class BarRow:
    """A bar with its name and the number that is written out."""

    label: str
    shown: str
    parts: tuple[ChartPart, ...]

    @property
    def total(self) -> int:
        return sum(part.value for part in self.parts)


@dataclass(frozen=True, slots=True)
class BarSpan:
    """A bar to the middle and a thin line to the longest; `promised` is a mark across, if there is one."""

    label: str
    shown: str
    middle: int
    longest: int
    promised: int | None


def bars_above(name: str, title: str, description: str, rows: Sequence[BarRow]) -> Markup:
    """Each row's name and number stand above its bar."""
    top = max((row.total for row in rows), default=0)
    parts: list[str] = []
    y = 0
    for row in rows:
        y = _head(parts, row.label, row.shown, y)
        if row.total:
            parts += _bar(row, top, y, (0, 1))
        y += (_BAR if row.total else 0) + _GAP
    return svg(name, title, description, max(1, y - _GAP + 2), parts)


def bars_beside(name: str, title: str, description: str, rows: Sequence[BarRow]) -> Markup:
    """Each row's name, such as a year, stands to the left of its bar, and its number to the right."""
    top = max((row.total for row in rows), default=0)
    left = min(0.4, max((len(row.label) for row in rows), default=0) * DIGIT / NARROW + 0.03)
    width = 1 - left - max((len(row.shown) for row in rows), default=0) * DIGIT / NARROW - 0.03
    parts: list[str] = []
    for at, row in enumerate(rows):
        y = at * _BESIDE
        parts += [
            chart_text(row.label, y + 13),
            chart_text(row.shown, y + 13, x=1, anchor="end", kind="value"),
        ]
        parts += _bar(row, top, y + 2, (left, max(0.1, width)))
    return svg(name, title, description, max(1, len(rows) * _BESIDE), parts)


def span_bars(name: str, title: str, description: str, rows: Sequence[BarSpan]) -> Markup:
    """Each row's middle, longest and promise on one scale."""
    top = max((max(row.middle, row.longest, row.promised or 0) for row in rows), default=0)
    parts: list[str] = []
    y = 0
    for row in rows:
        y = _head(parts, row.label, row.shown, y)
        parts += _span(row, max(1, top), y)
        y += _BAR + _GAP + 2
    return svg(name, title, description, max(1, y - _GAP + 4), parts)


def reach_sample() -> Markup:
    """The thin line to the longest, for the legend of `span_bars`."""
    return sample(
        '<line class="chart__reach" x1="0" x2="18" y1="7" y2="7"/>'
        '<line class="chart__end" x1="17" x2="17" y1="2" y2="12"/>'
    )


def promise_sample() -> Markup:
    """The mark across, for the legend of `span_bars`."""
    return sample('<line class="chart__promise" x1="9" x2="9" y1="0" y2="14"/>')


def _head(parts: list[str], label: str, shown: str, y: int) -> int:
    """Name and number above a bar, on one line where there is room; returns where the bar begins."""
    named = cut(label)
    # Two spaces and the number, or the number on a line of its own.
    below = 0 if has_room(f"{named}  {shown}") else LINE
    parts += [chart_text(named, y + 14), chart_text(shown, y + below + 14, x=1, anchor="end", kind="value")]
    return y + below + LINE + 2


def _bar(row: BarRow, top: int, y: int, place: tuple[float, float]) -> Iterator[str]:
    left, width = place
    yield line("rail", (left, left + width), (y + _BAR, y + _BAR))
    x = left
    for part in row.parts:
        if part.value > 0:
            share = width * part.value / max(1, top)
            # A single bar of next to nothing is still something.
            yield block(part, x, max(share, 0.004) if len(row.parts) == 1 else share, y, _BAR)
            x += share


def _span(row: BarSpan, top: int, y: int) -> Iterator[str]:
    middle = y + _BAR / 2
    yield line("rail", (0, 1), (y + _BAR + 2, y + _BAR + 2))
    yield line("reach", (0, row.longest / top), (middle, middle))
    yield line("end", (row.longest / top, row.longest / top), (y + 2, y + _BAR - 2))
    if row.middle:
        yield block(ChartPart(row.middle, 1), 0, row.middle / top, y + 2, _BAR - 4)
    if row.promised is not None:
        yield line("promise", (row.promised / top, row.promised / top), (y - 3, y + _BAR + 2))

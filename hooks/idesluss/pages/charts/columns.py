"""Columns that stand side by side over time, one strip below the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .canvas import LETTER, LINE, NARROW, ChartPart, block, chart_text, line, step, svg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markupsafe import Markup

_LEFT = 0.13  # of the width, for the numbers of the scale
_AXIS = 22
_LOW = 100  # pixels
_THIN = 0.16  # of a column's place is left empty


@dataclass(frozen=True, slots=True)
class Strip:
    """Columns with parts, as many in every strip of a chart; a title stands above where there is one."""

    title: str
    columns: tuple[tuple[ChartPart, ...], ...]
    height: int = 150

    @property
    def top(self) -> int:
        return max((sum(part.value for part in column) for column in self.columns), default=0)


def column_chart(  # noqa: PLR0913, PLR0917  # what a chart is
    name: str,
    title: str,
    description: str,
    strips: Sequence[Strip],
    ticks: Sequence[str],
    number: Callable[[int], str],
) -> Markup:
    """Strips on scales of their own; `ticks` are the columns' labels, empty where none is written."""
    parts: list[str] = []
    y = 0
    for strip in strips:
        if strip.title:
            parts.append(chart_text(strip.title, y + 14, kind="strip"))
            y += LINE
        y += 10
        parts += _strip(strip, y, number)
        y += strip.height + 12
    parts += _ticks(ticks, y + 4)
    return svg(name, title, description, y + _AXIS, parts)


def _strip(strip: Strip, y: int, number: Callable[[int], str]) -> Iterator[str]:
    top = _top(strip)
    size = _size(strip)
    for value in range(size, top + 1, size):
        at = y + strip.height * (1 - value / top)
        yield line("grid", (_LEFT, 1), (at, at))
        yield chart_text(number(value), round(at) + 5, x=_LEFT, dx=-6, anchor="end", kind="scale")
    width = (1 - _LEFT) / max(1, len(strip.columns))
    for at, column in enumerate(strip.columns):
        bottom = float(y + strip.height)
        for part in column:
            high = strip.height * part.value / top
            bottom -= high
            if high > 0:
                yield block(part, _LEFT + (at + _THIN / 2) * width, width * (1 - _THIN), bottom, high)
    yield line("axis", (_LEFT, 1), (y + strip.height, y + strip.height))


def _size(strip: Strip) -> int:
    """The step between lines of the scale; a low strip has room for one line, at its highest column."""
    return step(strip.top) if strip.height > _LOW else max(1, strip.top)


def _top(strip: Strip) -> int:
    """Where the scale ends: the first step that no column is higher than."""
    size = _size(strip)
    return max(size, -(-strip.top // size) * size)


def _ticks(labels: Sequence[str], y: int) -> Iterator[str]:
    """Labels under their columns, as many as have room where it is narrow."""
    width = (1 - _LEFT) / max(1, len(labels))
    free = 0.0
    for at, label in enumerate(labels):
        middle = _LEFT + (at + 0.5) * width
        half = len(label) * LETTER / NARROW / 2
        if label and middle - half >= free:
            is_last = middle + half > 1
            yield line("tick", (middle, middle), (y - 16, y - 11))
            yield chart_text(
                label, y + 8, x=1 if is_last else middle, anchor="end" if is_last else "middle", kind="scale"
            )
            free = middle + half + 0.03

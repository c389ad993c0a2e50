"""What the charts are drawn with: shares of a width that may change, and letters of a size that does not.

Every chart is as wide as its place: across, lengths are per cent, while heights and letters are pixels. So
words can be read on a phone, and bars fill a wide screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterable

NARROW = 280  # the width in pixels that all words must have room in
LETTER = 6.6  # a letter's width, about
DIGIT = 7.2
LINE = 19  # a line of words
WATER, DEEP, DONE = 0, 1, 9  # pale and deep water, and what is completed: the fills without a pattern
_HATCHES = {
    2: "M1 1h2v2h-2zM5 5h2v2h-2z",
    3: "M-2 2l4-4M0 8l8-8M6 10l4-4",
    4: "M4 1l3 3l-3 3l-3-3z",
    5: "M0 2h8M0 6h8",
    6: "M2 0v8M6 0v8",
    7: "M0 0l8 8M0 8l8-8",
    8: "M0 2h4M4 6h4",
}


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A length in a bar or column; `words` are for who points at it."""

    value: int
    fill: int
    words: str = ""


def svg(name: str, title: str, description: str, height: int, parts: Iterable[str]) -> Markup:
    """The whole picture; `name` begins the ids of its title and description."""
    head = (
        f'<svg class="chart" width="100%" height="{height}" role="img" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-desc">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(description)}</desc>'
    )
    return Markup(f"{head}\n" + "\n".join(parts) + "\n</svg>")  # noqa: S704  # every word is escaped


def percent(share: float) -> str:
    """`12.5%`; nothing lies outside the picture."""
    return f"{round(100 * min(max(share, 0), 1), 2):g}%"


def chart_text(  # noqa: PLR0913  # where it stands and how it looks, each by name
    words: str, y: int, *, x: float = 0, dx: int = 0, anchor: str = "start", kind: str = "label"
) -> str:
    moved = f' dx="{dx}"' if dx else ""
    return (
        f'<text class="chart__{kind}" x="{percent(x)}" y="{y}" text-anchor="{anchor}"{moved}>'
        f"{escape(words)}</text>"
    )


def block(part: ChartPart, x: float, width: float, y: float, height: float) -> str:
    """A filled rectangle from one share of the width and as wide as another."""
    x = min(max(x, 0), 1)
    place = f'x="{percent(x)}" y="{y:g}" width="{percent(min(width, 1 - x))}" height="{height:g}"'
    title = f"<title>{escape(part.words)}</title>" if part.words else ""
    return f'<rect class="{shade(part.fill)}"{_paint(part.fill)} {place}>{title}</rect>'


def line(kind: str, x: tuple[float, float], y: tuple[float, float]) -> str:
    ends = f'x1="{percent(x[0])}" x2="{percent(x[1])}" y1="{y[0]:g}" y2="{y[1]:g}"'
    return f'<line class="chart__{kind}" {ends}/>'


def shade(fill: int) -> str:
    return f"chart__part chart__part--{fill}"


def _paint(fill: int) -> str:
    return f' fill="url(#fill-{fill})"' if fill in _HATCHES else ""


def patterns() -> Markup:
    """The fills that charts refer to: once on each page that has charts."""
    drawn = "".join(
        f'<pattern id="fill-{fill}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect class="chart__ground chart__ground--{fill}" width="8" height="8"/>'
        f'<path class="chart__hatch chart__hatch--{fill}" d="{path}"/></pattern>'
        for fill, path in _HATCHES.items()
    )
    head = '<svg class="chart-fills" width="0" height="0" aria-hidden="true" focusable="false">'
    return Markup(f"{head}<defs>{drawn}</defs></svg>")  # noqa: S704  # words of ours


def swatch(fill: int) -> Markup:
    """A small sample of a fill, for a legend."""
    return sample(f'<rect class="{shade(fill)}"{_paint(fill)} width="18" height="14"/>')


def sample(shapes: str) -> Markup:
    """Shapes of ours within 18 by 14 pixels, as a legend shows them."""
    head = '<svg class="chart-swatch" width="18" height="14" aria-hidden="true" focusable="false">'
    return Markup(f"{head}{shapes}</svg>")  # noqa: S704  # no words stand in it


def cut(words: str) -> str:
    """As many of the words as have room on a line where it is narrow."""
    if has_room(words):
        return words
    return f"{words[: int(NARROW / LETTER) - 1].rstrip()}…"


def has_room(words: str) -> bool:
    return len(words) * LETTER <= NARROW


def step(top: int, count: int = 3) -> int:
    """A round number, of which about so many make up the top."""
    size = max(1, -(-top // count))
    power = 1
    while power * 10 <= size:
        power *= 10
    return next(power * times for times in (1, 2, 5, 10) if power * times >= size)

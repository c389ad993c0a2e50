"""A timeline: periods as bars, and what happened on a day as marks, over years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup, escape

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

Kind = Literal["go", "not_go", "sent", "done", "due", "late", "unknown"]
WIDTH, EDGE = 720, 8
_TOP, _BAR, _ROW, _AXIS = 16, 40, 46, 26
_LETTER = 6.6  # a letter's width in a label, about
_APART = 13  # marks closer than this, and their labels, are drawn as one
_SHAPES: dict[Kind, str] = {
    "go": '<path class="timeline__mark timeline__mark--go" d="M{x} {top}l8 8l-8 8l-8-8z"/>',
    "not_go": '<path class="timeline__mark timeline__mark--not-go" d="M{x} {top}l8 8l-8 8l-8-8z"/>',
    "sent": '<path class="timeline__mark timeline__mark--sent" d="M{x} {top}m-6 2h12v12h-12z"/>',
    "done": '<circle class="timeline__mark timeline__mark--done" cx="{x}" cy="{y}" r="6"/>',
    "due": '<circle class="timeline__mark timeline__mark--due" cx="{x}" cy="{y}" r="6"/>',
    "late": '<path class="timeline__mark timeline__mark--late" d="M{x} {top}l8 15h-16z"/>',
    "unknown": '<path class="timeline__mark timeline__mark--unknown" d="M{x} {top}m-6 8h12"/>',
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A period from its first day to its last; `kind` is a class."""

    label: str
    start: dt.date
    end: dt.date
    kind: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on a day: a short label beside it, if any, and words for who points at it."""

    date: dt.date
    kind: Kind
    words: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """Marks of one sort under their heading."""

    title: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class TimelineChart:
    """All that is drawn between two days; ticks are days with their labels, and so is `today`."""

    title: str
    description: str
    start: dt.date
    end: dt.date
    ticks: tuple[tuple[dt.date, str], ...]
    bars: tuple[Bar, ...]
    rows: tuple[TimelineRow, ...]
    today: tuple[dt.date, str] | None = None

    def x(self, date: dt.date) -> float:
        """How far to the right a day lies, within the edges."""
        share = (date - self.start).days / max(1, (self.end - self.start).days)
        return round(EDGE + min(max(share, 0), 1) * (WIDTH - 2 * EDGE), 1)


def timeline_svg(drawn: TimelineChart, name: str) -> Markup:
    """The picture; `name` begins the ids of its title and description."""
    top = _TOP if drawn.today else 0
    below = top + len(drawn.bars) * _BAR
    bottom = below + len(drawn.rows) * _ROW + 6
    parts = [*_axis(drawn, bottom), *_today(drawn, bottom), *_bars(drawn, top), *_rows(drawn, below)]
    head = (
        f'<svg class="timeline" viewBox="0 0 {WIDTH} {bottom + _AXIS}" width="{WIDTH}" '
        f'height="{bottom + _AXIS}" role="img" aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{escape(drawn.title)}</title>'
        f'<desc id="{name}-desc">{escape(drawn.description)}</desc>'
    )
    return Markup(f"{head}\n" + "\n".join(parts) + "\n</svg>")  # noqa: S704  # every word is escaped


def kinds(drawn: TimelineChart) -> list[Kind]:
    """The kinds of marks that are seen, each once."""
    return list(dict.fromkeys(mark.kind for row in drawn.rows for mark in _merged(drawn, row.marks)))


def shape(kind: Kind, x: float, y: int) -> Markup:
    """The mark of a kind round a point, as in the picture."""
    return Markup(_SHAPES[kind].format(x=x, y=y, top=y - 8))  # noqa: S704  # numbers only


def _axis(drawn: TimelineChart, bottom: int) -> Iterator[str]:
    for date, label in drawn.ticks:
        x = drawn.x(date)
        yield f'<path class="timeline__tick" d="M{x} 0V{bottom}"/>'
        yield f'<text class="timeline__year" x="{x}" y="{bottom + 17}">{escape(label)}</text>'
    yield f'<path class="timeline__axis" d="M0 {bottom}H{WIDTH}"/>'


def _today(drawn: TimelineChart, bottom: int) -> Iterator[str]:
    if drawn.today:
        date, label = drawn.today
        x = drawn.x(date)
        at, side = (x - 5, "end") if x > WIDTH / 2 else (x + 5, "start")
        yield f'<path class="timeline__today" d="M{x} 0V{bottom}"/>'
        yield f'<text class="timeline__now" x="{at}" y="12" text-anchor="{side}">{escape(label)}</text>'


def _bars(drawn: TimelineChart, top: int) -> Iterator[str]:
    for at, bar in enumerate(drawn.bars):
        left, right, y = drawn.x(bar.start), drawn.x(bar.end), top + at * _BAR
        width = max(5, round(right - left, 1))
        yield _beside(bar.label, left, right, y + 14)
        yield (
            f'<rect class="timeline__bar timeline__bar--{bar.kind}" x="{left}" y="{y + 20}" '
            f'width="{width}" height="12" rx="2"/>'
        )


def _beside(label: str, left: float, right: float, y: int) -> str:
    """A label from the left end of what it names, or up to the right end where it would not fit."""
    if left + len(label) * _LETTER < WIDTH:
        return f'<text class="timeline__label" x="{left}" y="{y}">{escape(label)}</text>'
    at = max(right, min(len(label) * _LETTER, WIDTH))
    return f'<text class="timeline__label" x="{at}" y="{y}" text-anchor="end">{escape(label)}</text>'


def _rows(drawn: TimelineChart, top: int) -> Iterator[str]:
    for at, row in enumerate(drawn.rows):
        y = top + at * _ROW
        yield f'<text class="timeline__label" x="{EDGE}" y="{y + 14}">{escape(row.title)}</text>'
        for mark in _merged(drawn, row.marks):
            yield from _mark(mark, drawn.x(mark.date), y + 30)


def _mark(mark: Mark, x: float, y: int) -> Iterator[str]:
    yield f"<g><title>{escape(mark.words)}</title>{shape(mark.kind, x, y)}</g>"
    if mark.label:
        is_last = x + 12 + len(mark.label) * _LETTER > WIDTH
        at, side = (x - 12, "end") if is_last else (x + 12, "start")
        words = escape(mark.label)
        yield f'<text class="timeline__gate" x="{at}" y="{y + 4}" text-anchor="{side}">{words}</text>'


def _merged(drawn: TimelineChart, marks: Iterable[Mark]) -> list[Mark]:
    """Marks in order of time; those that would lie over each other or over a label as one."""
    groups: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: mark.date):
        before = _joined(groups[-1]) if groups else None
        room = _APART + len(before.label) * _LETTER if before else 0
        if before and drawn.x(mark.date) - drawn.x(before.date) < room:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return [_joined(group) for group in groups]


def _joined(group: list[Mark]) -> Mark:
    """One mark for those that lie too close: the last of them, with all their words."""
    if len(group) == 1:
        return group[0]
    labels = list(dict.fromkeys(mark.label for mark in group if mark.label))
    label = "–".join([labels[0], labels[-1]] if len(labels) > 1 else labels)
    return Mark(group[-1].date, group[-1].kind, "; ".join(mark.words for mark in group), label)

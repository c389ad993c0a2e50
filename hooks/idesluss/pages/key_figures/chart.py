"""What a chart on the page consists of: a picture, a sentence that reads it, and its numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ...model.process import NOT_KNOWN
from ..charts.canvas import DEEP, DONE, ChartPart, swatch

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from markupsafe import Markup

    from ...derived.figures import Figures
    from ...model.process import OutcomeKind
    from ...words import Language
    from ..base.writer import Writer

_FILLS: dict[OutcomeKind, int] = {
    "completed": DONE,
    "open": 2,
    "stopped": 3,
    "on_hold": 4,
    "referred": 5,
    "merged": 6,
    "withdrawn": 7,
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell; it may lead to the list behind the number."""

    words: str
    href: str = ""


Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A chart's numbers. The first cell of a row names it."""

    head: tuple[str, ...]
    rows: tuple[Cells, ...]
    total: Cells = ()


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A small sample of what is drawn, and what it means."""

    sample: Markup
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with its words; title and definition are the words `chart.<key>`.

    `notes` say what is not known or not counted.
    """

    key: str
    reading: str
    picture: Markup | None = None
    table: Table | None = None
    legend: tuple[LegendItem, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counter:
    """A single figure; title and definition are the words `figure.<name>`.

    `below` says more of it, in the `language` if that is not the page's.
    """

    name: str
    words: str
    href: str = ""
    below: str = ""
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class FigureSection:
    """A part of the page, with the words `figures.section.<key>`."""

    key: str
    counters: tuple[Counter, ...]
    charts: tuple[Chart, ...]


FEWEST = 3  # months or years with something in them, before a picture of them tells anything


def few(writer: Writer, key: str) -> Chart:
    """A chart of too little to be drawn, which says so."""
    return Chart(key, count(writer, "figures.few", FEWEST))


def told_apart(figures: Figures) -> list[str]:
    """Ideas here and work elsewhere, of which numbers are told apart: those that there are any of."""
    return [name for name in ("ideas", "records") if getattr(figures, name)]


def filled(years: Iterable[str]) -> list[str]:
    """The years in order, with those between them; three or more that are missing as `2018–2024`."""
    labels: list[str] = []
    known = sorted(map(int, years))
    for year, following in pairwise([*known, *known[-1:]]):
        labels.append(str(year))
        between = range(year + 1, following)
        is_long = len(between) > 2  # noqa: PLR2004  # two rows are no longer than they need be
        labels += [f"{between[0]}–{between[-1]}"] if is_long else map(str, between)
    return labels


def chart_title(writer: Writer, key: str) -> str:
    return writer.word(f"chart.{key}.title")


def empty(writer: Writer, key: str) -> Chart:
    """A chart of nothing, which says so."""
    return Chart(key, writer.word(f"chart.{key}.none"))


def cell(writer: Writer, value: int, href: str = "") -> Cell:
    return Cell(writer.number(value), href)


def count(writer: Writer, key: str, value: int, /, **words: object) -> str:
    """The words of `key`, with the number as `shown`."""
    return writer.word(key, count=value, shown=writer.number(value), **words)


def notes(writer: Writer, *counted: tuple[str, int]) -> tuple[str, ...]:
    """A sentence for each of these numbers that is not nothing."""
    return tuple(count(writer, f"figures.note.{key}", value) for key, value in counted if value)


def outcome(writer: Writer, key: str) -> str:
    return writer.label("outcomes", key)


def fill(writer: Writer, key: str) -> int:
    """The fill of an outcome, the same in every chart."""
    kind = writer.settings.process.kind_of(key)
    return _FILLS[kind] if kind else 8 if key == NOT_KNOWN else DEEP


def chart_parts(writer: Writer, by_outcome: Mapping[str, int], order: Iterable[str]) -> tuple[ChartPart, ...]:
    """What there is of each outcome, in the order of the process."""
    named = {key: f"{outcome(writer, key)}: {writer.number(count)}" for key, count in by_outcome.items()}
    return tuple(
        ChartPart(by_outcome[key], fill(writer, key), named[key]) for key in order if by_outcome.get(key)
    )


def legend(writer: Writer, outcomes: Iterable[str]) -> tuple[LegendItem, ...]:
    return swatched((fill(writer, key), outcome(writer, key)) for key in outcomes)


def swatched(meanings: Iterable[tuple[int, str]]) -> tuple[LegendItem, ...]:
    """A legend of fills with what they mean."""
    return tuple(LegendItem(swatch(fill), words) for fill, words in meanings)

"""What a chart on the page consists of: a picture, a sentence that reads it, and its numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ...derived.figures import UNKNOWN
from ...words import formats
from ..charts.canvas import DEEP, DONE, ChartPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from markupsafe import Markup

    from ...words import Language
    from ..base.site import Site

_FILLS = {
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
class Chart:
    """A picture with its words; title and definition are the words `chart.<key>`.

    `legend` are fills with what they mean, `notes` what is not known or not counted.
    """

    key: str
    reading: str
    picture: Markup | None = None
    table: Table | None = None
    legend: tuple[tuple[int, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counter:
    """A single figure; title and definition are the words `figure.<name>`.

    `below` says more of it, in the `language` if that is not the page's.
    """

    name: str
    value: str
    href: str = ""
    below: str = ""
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class FigureSection:
    """A part of the page, with the words `figures.<key>`."""

    key: str
    counters: tuple[Counter, ...]
    charts: tuple[Chart, ...]


def filled(years: Iterable[str]) -> list[str]:
    """The years in order, with those between them; three or more that are missing as `2018–2024`."""
    found: list[str] = []
    known = sorted(map(int, years))
    for year, following in pairwise([*known, *known[-1:]]):
        found.append(str(year))
        between = range(year + 1, following)
        is_long = len(between) > 2  # noqa: PLR2004  # two rows are no longer than they need be
        found += [f"{between[0]}–{between[-1]}"] if is_long else map(str, between)
    return found


def chart_title(site: Site, key: str) -> str:
    return site.word(f"chart.{key}.title")


def empty(site: Site, key: str) -> Chart:
    """A chart of nothing, which says so."""
    return Chart(key, site.word(f"chart.{key}.none"))


def number_cell(site: Site, value: int) -> str:
    return formats.number(value, site.language)


def money_cell(site: Site, value: int) -> str:
    return formats.money(value, site.language)


def cell(site: Site, value: int, href: str = "") -> Cell:
    return Cell(number_cell(site, value), href)


def count(site: Site, key: str, value: int, /, **words: object) -> str:
    """The words of `key`, with the number as `shown`."""
    return site.word(key, count=value, shown=number_cell(site, value), **words)


def notes(site: Site, *counted: tuple[str, int]) -> tuple[str, ...]:
    """A sentence for each of these numbers that is not nothing."""
    return tuple(count(site, f"figures.note.{key}", value) for key, value in counted if value)


def outcome(site: Site, key: str) -> str:
    return site.word("overview.unknown_outcome") if key == UNKNOWN else site.label("outcomes", key)


def fill(key: str) -> int:
    """The fill of an outcome, the same in every chart."""
    return 8 if key == UNKNOWN else _FILLS.get(key, DEEP)


def chart_parts(site: Site, by_outcome: Mapping[str, int], order: Iterable[str]) -> tuple[ChartPart, ...]:
    """What there is of each outcome, in the order of the process."""
    return tuple(
        ChartPart(by_outcome[key], fill(key), f"{outcome(site, key)}: {number_cell(site, by_outcome[key])}")
        for key in order
        if by_outcome.get(key)
    )


def legend(site: Site, outcomes: Iterable[str]) -> tuple[tuple[int, str], ...]:
    return tuple((fill(key), outcome(site, key)) for key in outcomes)

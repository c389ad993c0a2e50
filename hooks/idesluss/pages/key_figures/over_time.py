"""What came in, was decided and was closed, by month and by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date

from ...derived.figures.rhythm import TimeSpan
from ...model import PartialDate
from ...words import formats
from ..charts.bars import BarRow, bars_beside
from ..charts.canvas import DEEP, DONE, ChartPart
from ..charts.columns import Strip, column_chart
from .chart import (
    Cell,
    Chart,
    FigureSection,
    Table,
    cell,
    chart_parts,
    chart_title,
    count,
    empty,
    filled,
    legend,
    notes,
    number_cell,
    outcome,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..base.site import Site

SHORTEST, LONGEST = 12, 24  # months in a picture


def over_time_section(site: Site) -> FigureSection:
    months = _window(site.figures.rhythm.months)
    return FigureSection("time", (), (_came(site, months), _pace(site, months), _years(site)))


def _window(months: Sequence[TimeSpan]) -> list[TimeSpan]:
    """The months up to the last in which anything happened, also empty ones."""
    if not months:
        return []
    known = {span.key: span for span in months}
    last = _ordinal(months[-1].key)
    length = min(LONGEST, max(SHORTEST, last - _ordinal(months[0].key) + 1))
    keys = [_key(at) for at in range(last - length + 1, last + 1)]
    return [known.get(key, TimeSpan(key, {}, 0, 0)) for key in keys]


def _ordinal(key: str) -> int:
    return int(key[:4]) * 12 + int(key[5:]) - 1


def _key(ordinal: int) -> str:
    return f"{ordinal // 12:04}-{ordinal % 12 + 1:02}"


def _month(site: Site, key: str) -> str:
    return formats.date(PartialDate.read(key), site.language)


def _ticks(site: Site, months: Sequence[TimeSpan]) -> list[str]:
    """The year below January, and the names of some other months."""
    named = {4, 7, 10} if len(months) <= SHORTEST + 2 else {7}
    found = []
    for span in months:
        date = PartialDate.read(span.key)
        short = format_date(date.first_day, "LLL", locale=site.language).removesuffix(".")
        found.append(str(date.year) if date.month == 1 else short if date.month in named else "")
    return found


def _came(site: Site, months: list[TimeSpan]) -> Chart:
    rhythm = site.figures.rhythm
    told = notes(site, ("undated", rhythm.undated), ("by_grant", rhythm.by_grant))
    spans = [span for span in rhythm.months if span.came]
    if not spans:
        return empty(site, "came")
    most = max(spans, key=lambda span: span.came)
    reading = count(
        site, "chart.came.reading", most.came, month=_month(site, most.key), **_ends(site, months)
    )
    strip = Strip("", tuple(chart_parts(site, span.new, rhythm.outcomes) for span in months))
    drawn = column_chart(
        "came",
        chart_title(site, "came"),
        reading,
        [strip],
        _ticks(site, months),
        lambda value: number_cell(site, value),
    )
    rows = tuple((Cell(_month(site, span.key)), *_by_outcome(site, span)) for span in reversed(spans))
    table = Table((site.word("figures.head.month"), *_outcome_heads(site)), rows)
    used = {key for span in months for key in span.new}
    shown = legend(site, [key for key in rhythm.outcomes if key in used])
    return Chart("came", reading, drawn, table, shown, told)


def _ends(site: Site, months: Sequence[TimeSpan]) -> dict[str, str]:
    return {"first": _month(site, months[0].key), "last": _month(site, months[-1].key)}


def _outcome_heads(site: Site) -> list[str]:
    return [*(outcome(site, key) for key in site.figures.rhythm.outcomes), site.word("figures.head.all")]


def _by_outcome(site: Site, span: TimeSpan) -> list[Cell]:
    counted = [span.new.get(key, 0) for key in site.figures.rhythm.outcomes]
    return [cell(site, value) for value in (*counted, span.came)]


def _pace(site: Site, months: list[TimeSpan]) -> Chart:
    rhythm = site.figures.rhythm
    if not months:
        return empty(site, "pace")
    names = ("came", "decided", "closed")
    counted = {name: [getattr(span, name) for span in months] for name in names}
    sums = {name: number_cell(site, sum(values)) for name, values in counted.items()}
    reading = site.word("chart.pace.reading", **sums, **_ends(site, months))
    strips = [
        Strip(
            site.word(f"figures.head.{name}"),
            tuple(
                (ChartPart(value, at, f"{_month(site, span.key)}: {number_cell(site, value)}"),)
                for value, span in zip(counted[name], months, strict=True)
            ),
            64,
        )
        for name, at in zip(names, (DEEP, 2, DONE), strict=True)
    ]
    drawn = column_chart(
        "pace",
        chart_title(site, "pace"),
        reading,
        strips,
        _ticks(site, months),
        lambda value: number_cell(site, value),
    )
    told = notes(site, ("approximate", rhythm.approximate), ("closed_undated", rhythm.closed_undated))
    return Chart("pace", reading, drawn, _pace_table(site, "month", rhythm.months), notes=told)


def _pace_table(site: Site, name: str, spans: Sequence[TimeSpan]) -> Table:
    heads = tuple(site.word(f"figures.head.{key}") for key in (name, "came", "decided", "closed"))
    rows = tuple(
        (
            Cell(_month(site, span.key) if name == "month" else span.key),
            *(cell(site, value) for value in (span.came, span.decided, span.closed)),
        )
        for span in reversed(spans)
    )
    return Table(heads, rows)


def _years(site: Site) -> Chart:
    rhythm = site.figures.rhythm
    years = [span for span in rhythm.years if span.came]
    if not years:
        return empty(site, "years")
    most = max(years, key=lambda span: span.came)
    reading = count(
        site, "chart.years.reading", most.came, year=most.key, years=number_cell(site, len(years))
    )
    known = {span.key: span for span in years}
    spans = [known.get(label, TimeSpan(label, {}, 0, 0)) for label in filled(known)]
    rows = [
        BarRow(span.key, number_cell(site, span.came), chart_parts(site, span.new, rhythm.outcomes))
        for span in spans
    ]
    heads = [site.word(f"figures.head.{key}") for key in ("decided", "closed")]
    cells = tuple(
        (Cell(span.key), *_by_outcome(site, span), cell(site, span.decided), cell(site, span.closed))
        for span in reversed(rhythm.years)
    )
    table = Table((site.word("figures.head.year"), *_outcome_heads(site), *heads), cells)
    drawn = bars_beside("years", chart_title(site, "years"), reading, rows)
    return Chart("years", reading, drawn, table, legend(site, rhythm.outcomes))

"""What came in, was decided and was closed, by month and by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...derived.figures.rhythm import TimeSpan
from ...model import PartialDate
from ...words import formats
from ..charts.bars import BarRow, bars_beside
from ..charts.canvas import DEEP, DONE, ChartPart
from ..charts.columns import Strip, column_chart
from .chart import (
    FEWEST,
    Cell,
    Chart,
    FigureSection,
    Table,
    cell,
    chart_parts,
    chart_title,
    count,
    empty,
    few,
    filled,
    legend,
    notes,
    outcome,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...derived.figures.rhythm import Rhythm
    from ..base.writer import Writer

SHORTEST, LONGEST = 12, 24  # months in a picture
_PACE = {"came": DEEP, "decided": 2, "closed": DONE}
_LOW_STRIP = 50  # pixels


def over_time_section(writer: Writer, rhythm: Rhythm) -> FigureSection:
    months = _window(rhythm.months)
    charts = (_came(writer, rhythm, months), _pace(writer, rhythm, months), _years(writer, rhythm))
    return FigureSection("time", (), charts)


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


def _month(writer: Writer, key: str) -> str:
    return writer.date(PartialDate.read(key))


def _ticks(writer: Writer, months: Sequence[TimeSpan]) -> list[str]:
    """The year below January, and the names of some other months."""
    named = {4, 7, 10} if len(months) <= SHORTEST + 2 else {7}
    labels = []
    for span in months:
        date = PartialDate.read(span.key)
        short = formats.month(date.first_day, writer.language)
        labels.append(str(date.year) if date.month == 1 else short if date.month in named else "")
    return labels


def _came(writer: Writer, rhythm: Rhythm, months: list[TimeSpan]) -> Chart:
    order, spans = rhythm.outcomes, [span for span in rhythm.months if span.came]
    if not spans:
        return empty(writer, "came")
    if sum(span.came > 0 for span in months) < FEWEST:
        return few(writer, "came")
    most = max(spans, key=lambda span: span.came)
    month = _month(writer, most.key)
    reading = count(writer, "chart.came.reading", most.came, month=month, **_ends(writer, months))
    strip = Strip("", tuple(chart_parts(writer, span.new, order) for span in months))
    picture = column_chart(
        "came", chart_title(writer, "came"), reading, [strip], _ticks(writer, months), writer.number
    )
    heads = (writer.word("figures.head.month"), *_outcome_heads(writer, order))
    rows = tuple(
        (Cell(_month(writer, span.key)), *_by_outcome(writer, span, order)) for span in reversed(spans)
    )
    used = {key for span in months for key in span.new}
    fills = legend(writer, [key for key in order if key in used])
    unsure = notes(writer, ("undated", rhythm.undated), ("by_grant", rhythm.by_grant))
    return Chart("came", reading, picture, Table(heads, rows), fills, unsure)


def _ends(writer: Writer, months: Sequence[TimeSpan]) -> dict[str, str]:
    return {"first": _month(writer, months[0].key), "last": _month(writer, months[-1].key)}


def _outcome_heads(writer: Writer, order: Sequence[str]) -> list[str]:
    return [*(outcome(writer, key) for key in order), writer.word("figures.head.all")]


def _by_outcome(writer: Writer, span: TimeSpan, order: Sequence[str]) -> list[Cell]:
    counted = [span.new.get(key, 0) for key in order]
    return [cell(writer, value) for value in (*counted, span.came)]


def _pace(writer: Writer, rhythm: Rhythm, months: list[TimeSpan]) -> Chart:
    if not months:
        return empty(writer, "pace")
    if sum(any(getattr(span, name) for name in _PACE) for span in months) < FEWEST:
        return few(writer, "pace")
    sums = {name: writer.number(sum(_values(months, name))) for name in _PACE}
    reading = writer.word("chart.pace.reading", **sums, **_ends(writer, months))
    strips = [_pace_strip(writer, months, name, fill) for name, fill in _PACE.items()]
    picture = column_chart(
        "pace", chart_title(writer, "pace"), reading, strips, _ticks(writer, months), writer.number
    )
    unsure = notes(writer, ("closed_undated", rhythm.closed_undated))
    return Chart("pace", reading, picture, _pace_table(writer, rhythm.months), notes=unsure)


def _values(spans: Iterable[TimeSpan], name: str) -> list[int]:
    return [getattr(span, name) for span in spans]


def _pace_strip(writer: Writer, months: Sequence[TimeSpan], name: str, fill: int) -> Strip:
    columns = tuple(
        (ChartPart(value, fill, f"{_month(writer, span.key)}: {writer.number(value)}"),)
        for value, span in zip(_values(months, name), months, strict=True)
    )
    return Strip(writer.word(f"figures.head.{name}"), columns, _LOW_STRIP)


def _pace_table(writer: Writer, months: Sequence[TimeSpan]) -> Table:
    heads = tuple(writer.word(f"figures.head.{key}") for key in ("month", *_PACE))
    rows = tuple(
        (
            Cell(_month(writer, span.key)),
            *(cell(writer, value) for value in (span.came, span.decided, span.closed)),
        )
        for span in reversed(months)
    )
    return Table(heads, rows)


def _years(writer: Writer, rhythm: Rhythm) -> Chart:
    order, years = rhythm.outcomes, [span for span in rhythm.years if span.came]
    if not years:
        return empty(writer, "years")
    if len(years) < FEWEST:
        return few(writer, "years")
    most = max(years, key=lambda span: span.came)
    total = writer.number(len(years))
    reading = count(writer, "chart.years.reading", most.came, year=most.key, years=total)
    known = {span.key: span for span in years}
    spans = [known.get(label, TimeSpan(label, {}, 0, 0)) for label in filled(known)]
    rows = [
        BarRow(span.key, writer.number(span.came), chart_parts(writer, span.new, order)) for span in spans
    ]
    picture = bars_beside("years", chart_title(writer, "years"), reading, rows)
    return Chart("years", reading, picture, _years_table(writer, rhythm), legend(writer, order))


def _years_table(writer: Writer, rhythm: Rhythm) -> Table:
    order = rhythm.outcomes
    heads = (writer.word(f"figures.head.{key}") for key in ("decided", "closed"))
    rows = tuple(
        (
            Cell(span.key),
            *_by_outcome(writer, span, order),
            *(cell(writer, value) for value in (span.decided, span.closed)),
        )
        for span in reversed(rhythm.years)
    )
    return Table((writer.word("figures.head.year"), *_outcome_heads(writer, order), *heads), rows)

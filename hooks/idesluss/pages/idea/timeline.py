"""The idea's timeline: what of its story can be drawn, and in which words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...words import formats
from ..charts.timeline import Bar, Mark, TimelineChart, TimelineRow, kinds, shape, timeline_svg
from .milestones import shown_milestones

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from ...catalogue.entry import Entry
    from ...derived.facts import EntryFacts
    from ...model import Decision, Grant
    from ..base.writer import Writer
    from ..charts.timeline import Kind
    from .milestones import ShownMilestone

_FEW_DAYS = 731  # up to two years, quarters are marked
_MOST_TICKS = 12


@dataclass(frozen=True, slots=True)
class Drawn:
    """The picture, and each kind of mark in it with its shape, to be explained below it."""

    svg: Markup
    key: tuple[tuple[Kind, Markup], ...]


def timeline_of(writer: Writer, entry: Entry, facts: EntryFacts) -> TimelineChart | None:
    """What is drawn where there are milestones or decisions; periods alone stand with grants and plan."""
    bars, rows = tuple(_bars(writer, entry)), tuple(_rows(writer, entry, facts))
    dates = [mark.date for row in rows for mark in row.marks]
    dates += [day for bar in bars for day in (bar.start, bar.end)]
    if not rows or len(set(dates)) < 2:  # noqa: PLR2004  # one point is no line
        return None
    today = entry.today
    start, end = _whole(min(dates), max([*dates, today] if entry.is_open else dates))
    return TimelineChart(
        title=writer.word("idea.timeline_named", start=min(dates).year, end=max(dates).year),
        description=writer.word("idea.timeline_told"),
        start=start,
        end=end,
        ticks=tuple(_ticks(writer, start, end)),
        bars=bars,
        rows=rows,
        today=(today, writer.word("idea.today")) if entry.is_open and start <= today else None,
    )


def draw_timeline(timeline: TimelineChart) -> Drawn:
    """The picture with its key."""
    key = tuple((kind, shape(kind, 10, 10)) for kind in kinds(timeline))
    return Drawn(timeline_svg(timeline, "timeline"), key)


def _bars(writer: Writer, entry: Entry) -> Iterator[Bar]:
    for grant in entry.idea.grants:
        start, end = grant.start or grant.end, grant.end or grant.start
        if start and end:
            yield Bar(_grant(writer, grant), start.first_day, end.last_day, "grant")
    if entry.plan and entry.plan.period:
        period = entry.plan.period
        yield Bar(writer.word("plan.heading"), period.start.first_day, period.end.last_day, "plan")


def _grant(writer: Writer, grant: Grant) -> str:
    amount = "" if grant.amount is None else writer.money(grant.amount)
    parts = [writer.label("funders", grant.funder), amount]
    if not grant.start or not grant.end:
        missing = writer.word("grant.end" if grant.start else "grant.start").lower()
        parts.append(f"{missing}: {writer.word('idea.missing')}")
    return ", ".join(filter(None, parts))


def _rows(writer: Writer, entry: Entry, facts: EntryFacts) -> Iterator[TimelineRow]:
    milestones = tuple(_milestone(writer, shown) for shown in shown_milestones(entry, facts))
    if milestones:
        yield TimelineRow(writer.word("plan.milestones"), milestones)
    sent = writer.word("idea.timeline_key.sent")
    marks = [
        Mark(date.date.first_day, "sent", f"{sent} {_date(writer, date.date)}")
        for date in facts.dates
        if date.kind == "submitted"
    ]
    marks += [_decision(writer, decision) for decision in entry.decisions]
    if marks:
        title = "idea.timeline_decisions" if entry.decisions else "idea.timeline_sent"
        yield TimelineRow(writer.word(title), tuple(marks))


def _milestone(writer: Writer, shown: ShownMilestone) -> Mark:
    date = shown.date.date
    return Mark(date.last_day, shown.state, f"{shown.milestone.name}, {_date(writer, date)}")


def _decision(writer: Writer, decision: Decision) -> Mark:
    verdict = writer.word(f"choice.verdict.{decision.verdict}")
    words = f"{writer.gate_label(decision.gate)}, {_date(writer, decision.date)}: {verdict}"
    return Mark(decision.date.first_day, "go" if decision.verdict == "go" else "not_go", words, decision.gate)


def _date(writer: Writer, date: formats.Dated) -> str:
    return writer.date(date)


def _whole(first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """The days widened to whole quarters, or to whole years where they are many."""
    if (last - first).days > _FEW_DAYS:
        return dt.date(first.year, 1, 1), dt.date(last.year + 1, 1, 1)
    return _quarter(first, 0), _quarter(last, 1)


def _quarter(day: dt.date, later: int) -> dt.date:
    """The first day of the day's quarter, or of so many quarters later."""
    quarters = day.year * 4 + (day.month - 1) // 3 + later
    return dt.date(quarters // 4, quarters % 4 * 3 + 1, 1)


def _ticks(writer: Writer, start: dt.date, end: dt.date) -> Iterator[tuple[dt.date, str]]:
    if (end - start).days <= _FEW_DAYS + 92:
        at = start
        while at < end:
            has_year = at == start or at.month == 1
            yield at, formats.month(at, writer.language, "MMM y" if has_year else "MMM")
            at = _quarter(at, 1)
        return
    step = -(-(end.year - start.year) // _MOST_TICKS)
    yield from ((dt.date(year, 1, 1), str(year)) for year in range(start.year, end.year, step))

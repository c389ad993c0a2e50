"""Where ideas belong and who had them, what others have taken up, and what was learnt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...derived.figures import UNKNOWN
from ..charts.bars import BarRow, bars_above
from .chart import (
    Cell,
    Chart,
    Counter,
    FigureSection,
    Table,
    cell,
    chart_parts,
    chart_title,
    count,
    empty,
    legend,
    outcome,
    told_apart,
)

if TYPE_CHECKING:
    from ...derived.figures import Figures
    from ...derived.figures.groups import Group, Learnt, Reused
    from ..base.writer import Writer


def belonging_section(writer: Writer, figures: Figures) -> FigureSection:
    charts = (
        _groups(writer, "sectors", "sector", figures.sectors, figures),
        _groups(writer, "origins", "origin", figures.origins, figures),
    )
    return FigureSection("belonging", (), charts)


def learnt_section(writer: Writer, figures: Figures) -> FigureSection:
    """Where nothing is handled here, only what there is any of."""
    counted = _counters(writer, figures.reused, figures.learnt)
    none = writer.number(0)
    shown = counted if figures.ideas else tuple(counter for counter in counted if counter.words != none)
    return FigureSection("learnt", shown, ())


def _groups(writer: Writer, key: str, facet: str, groups: tuple[Group, ...], figures: Figures) -> Chart:
    order = _order(figures)
    known = [group for group in groups if group.key != UNKNOWN and group.placed]
    if not known:
        return empty(writer, key)
    most = known[0]
    reading = count(
        writer,
        f"chart.{key}.reading",
        most.placed,
        name=_name(writer, facet, most),
        ideas=writer.number(figures.ideas + figures.records),
    )
    rows = [_row(writer, facet, group, order) for group in groups if group.placed]
    picture = bars_above(key, chart_title(writer, key), reading, rows)
    return Chart(key, reading, picture, _table(writer, facet, groups, figures), legend(writer, order))


def _row(writer: Writer, facet: str, group: Group, order: tuple[str, ...]) -> BarRow:
    parts = chart_parts(writer, group.spread.by_outcome, order)
    return BarRow(_name(writer, facet, group), writer.number(group.placed), parts)


def _name(writer: Writer, facet: str, group: Group) -> str:
    is_known = group.key != UNKNOWN
    return writer.facet_label(facet, group.key) if is_known else writer.word(f"figures.unknown_{facet}")


def _order(figures: Figures) -> tuple[str, ...]:
    """The outcomes that there are any of, in the order of the process."""
    return tuple(key for key, value in figures.by_outcome.items() if value)


def _table(writer: Writer, facet: str, groups: tuple[Group, ...], figures: Figures) -> Table:
    order, kinds = _order(figures), told_apart(figures)
    heads = (
        *(writer.word(f"figures.head.{kind}") for kind in kinds),
        *(outcome(writer, key) for key in order),
    )
    rows = tuple(_cells(writer, facet, group, order, kinds) for group in groups)
    return Table((writer.word(f"facet.{facet}"), *heads, writer.word("figures.head.research")), rows)


def _cells(
    writer: Writer, facet: str, group: Group, order: tuple[str, ...], kinds: list[str]
) -> tuple[Cell, ...]:
    address = "" if group.key == UNKNOWN else writer.addresses.facet(facet, group.key)
    return (
        Cell(_name(writer, facet, group), address),
        *(cell(writer, getattr(group.spread, kind)) for kind in kinds),
        *(cell(writer, group.spread.by_outcome.get(key, 0)) for key in order),
        cell(writer, group.spread.research),
    )


def _counters(writer: Writer, reused: Reused, learnt: Learnt) -> tuple[Counter, ...]:
    lessons = writer.addresses.section("lessons") if learnt.with_lesson else ""
    of_stopped = count(writer, "figures.of_stopped", learnt.stopped) if learnt.stopped else ""
    of_closed = count(writer, "figures.of_closed", learnt.closed) if learnt.closed else ""
    by = count(writer, "figures.by_organisations", reused.organisations) if reused.ideas else ""
    return (
        Counter("stopped_with_lesson", writer.number(learnt.stopped_with_lesson), lessons, of_stopped),
        Counter("with_lesson", writer.number(learnt.with_lesson), lessons, of_closed),
        Counter("reused", writer.number(reused.ideas), below=by),
    )

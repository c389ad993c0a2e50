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
    number_cell,
    outcome,
)

if TYPE_CHECKING:
    from ...derived.figures.groups import Group
    from ..base.site import Site


def belonging_sections(site: Site) -> tuple[FigureSection, ...]:
    charts = (
        _groups(site, "sectors", "sector", site.figures.sectors),
        _groups(site, "origins", "origin", site.figures.origins),
    )
    return FigureSection("belonging", (), charts), FigureSection("learnt", tuple(_counters(site)), ())


def _groups(site: Site, key: str, facet: str, groups: tuple[Group, ...]) -> Chart:
    order = site.figures.rhythm.outcomes
    known = [group for group in groups if group.key != UNKNOWN and group.ideas]
    if not known:
        return empty(site, key)
    ideas = number_cell(site, site.figures.ideas)
    most = known[0]
    reading = count(
        site, f"chart.{key}.reading", most.ideas, name=site.facet_label(facet, most.key), ideas=ideas
    )
    rows = [
        BarRow(
            _name(site, facet, group),
            number_cell(site, group.ideas),
            chart_parts(site, _outcomes(group), order),
        )
        for group in groups
        if group.ideas
    ]
    drawn = bars_above(key, chart_title(site, key), reading, rows)
    return Chart(key, reading, drawn, _table(site, facet, groups), legend(site, order))


def _name(site: Site, facet: str, group: Group) -> str:
    return (
        site.word(f"figures.unknown_{facet}") if group.key == UNKNOWN else site.facet_label(facet, group.key)
    )


def _outcomes(group: Group) -> dict[str, int]:
    return {**group.spread.by_outcome, UNKNOWN: group.spread.unknown_outcome}


def _table(site: Site, facet: str, groups: tuple[Group, ...]) -> Table:
    order = site.figures.rhythm.outcomes
    heads = [outcome(site, key) for key in order]
    rows = tuple(
        (
            Cell(
                _name(site, facet, group),
                "" if group.key == UNKNOWN else site.addresses.facet(facet, group.key),
            ),
            cell(site, group.ideas),
            *(cell(site, _outcomes(group).get(key, 0)) for key in order),
            cell(site, group.spread.research),
        )
        for group in groups
    )
    first, last = site.word("figures.head.ideas"), site.word("figures.head.research")
    return Table((site.word(f"facet.{facet}"), first, *heads, last), rows)


def _counters(site: Site) -> list[Counter]:
    reused, learnt = site.figures.reused, site.figures.learnt
    lessons = site.addresses.section("lessons") if learnt.told else ""
    by = ""
    if reused.ideas:
        by = count(site, "figures.by_organisations", reused.organisations)
    of_stopped = count(site, "figures.of_stopped", learnt.stopped)
    of_closed = count(site, "figures.of_closed", learnt.closed)
    return [
        Counter(
            "stopped_told",
            number_cell(site, learnt.stopped_told),
            lessons,
            of_stopped if learnt.stopped else "",
        ),
        Counter("told", number_cell(site, learnt.told), lessons, of_closed if learnt.closed else ""),
        Counter("reused", number_cell(site, reused.ideas), below=by),
    ]

"""Where things stand today: the lock, the gates that were passed, and the outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...derived.figures import UNKNOWN
from ..charts.bars import BarRow, bars_above
from ..charts.canvas import DEEP, WATER, ChartPart
from ..charts.lock import LockChamber, lock_chart
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
    fill,
    legend,
    notes,
    number_cell,
    outcome,
)

if TYPE_CHECKING:
    from ...derived.figures.flow import StageFlow as Stage
    from ..base.site import Site


def now_section(site: Site) -> FigureSection:
    return FigureSection("now", tuple(_counters(site)), (_flow(site), _passages(site), _outcomes(site)))


def _counters(site: Site) -> list[Counter]:
    figures = site.figures
    addresses = {
        "ideas": site.addresses.section("pipeline"),
        "overdue": site.addresses.section("awaiting"),
        "organisations": site.addresses.section("organisations"),
        "municipalities": site.addresses.section("municipalities"),
    }
    for key in ("open", "completed", "stopped"):
        if key in figures.by_outcome:
            addresses[key] = site.addresses.facet("outcome", key)
    names = (
        "ideas",
        "open",
        "overdue",
        "completed",
        "stopped",
        "organisations",
        "municipalities",
        "research",
    )
    values = [getattr(figures, name) for name in names]
    return [
        Counter(name, number_cell(site, value), addresses.get(name, "") if value else "")
        for name, value in zip(names, values, strict=True)
    ]


def _flow(site: Site) -> Chart:
    flow, order = site.figures.flow, site.figures.rhythm.outcomes
    if not any(chamber.reached for chamber in flow.chambers):
        return empty(site, "flow")
    reading = _flow_reading(site)
    return Chart(
        "flow",
        reading,
        lock_chart(
            "flow", chart_title(site, "flow"), reading, [_chamber(site, chamber) for chamber in flow.chambers]
        ),
        _flow_table(site),
        ((WATER, site.word("chart.flow.water")), *legend(site, order)),
        notes(site, ("unstaged", flow.unstaged)),
    )


def _flow_reading(site: Site) -> str:
    chambers = site.figures.flow.chambers
    most = max(chambers, key=lambda chamber: chamber.here)
    last = next(chamber for chamber in reversed(chambers) if chamber.reached)
    return count(
        site,
        f"chart.flow.{'reading_last' if most is last else 'reading'}",
        most.here,
        ideas=number_cell(site, site.figures.ideas),
        stage=site.label("stages", most.stage),
        last=number_cell(site, last.reached),
        last_stage=site.label("stages", last.stage),
    )


def _chamber(site: Site, counted: Stage) -> LockChamber:
    return LockChamber(
        label=site.label("stages", counted.stage),
        shown=count(site, "chart.flow.reached", counted.reached),
        gone_on=ChartPart(counted.gone_on, WATER, count(site, "chart.flow.gone_on", counted.gone_on)),
        here=chart_parts(site, counted.by_outcome, site.figures.rhythm.outcomes),
        gate=_gate(site, counted.stage) if counted.gone_on else "",
    )


def _gate(site: Site, stage: str) -> str:
    """The gate that leads on from a stage, and how many decisions to go on it has."""
    rules = site.catalogue.settings.process.gates
    gates = [
        passage
        for passage in site.figures.flow.gates
        if rules[passage.gate].from_stage == stage != rules[passage.gate].to_stage
    ]
    return ", ".join(count(site, "chart.flow.gate", gate.passed, gate=gate.gate) for gate in gates)


def _flow_table(site: Site) -> Table:
    order = site.figures.rhythm.outcomes
    heads = [site.word(f"figures.head.{key}") for key in ("stage", "reached", "gone_on", "here")]
    rows = [
        (
            Cell(site.label("stages", chamber.stage), site.addresses.facet("stage", chamber.stage)),
            *(cell(site, value) for value in (chamber.reached, chamber.gone_on, chamber.here)),
            *(cell(site, chamber.by_outcome.get(key, 0)) for key in order),
        )
        for chamber in site.figures.flow.chambers
    ]
    return Table((*heads, *(outcome(site, key) for key in order)), tuple(rows))


def _passages(site: Site) -> Chart:
    gates = site.figures.flow.gates
    if not any(gate.passed for gate in gates):
        return empty(site, "passages")
    most = max(gates, key=lambda gate: gate.passed)
    named = {gate.gate: f"{gate.gate} {site.label('gates', gate.gate)}" for gate in gates}
    reading = count(site, "chart.passages.reading", most.passed, gate=named[most.gate])
    rows = [
        BarRow(named[gate.gate], number_cell(site, gate.passed), (ChartPart(gate.passed, DEEP),))
        for gate in gates
    ]
    years = sorted({year for gate in gates for year in gate.by_year})
    table = Table(
        (site.word("figures.head.year"), *(gate.gate for gate in gates)),
        tuple((Cell(year), *(cell(site, gate.by_year.get(year, 0)) for gate in gates)) for year in years),
        (Cell(site.word("figures.head.sum")), *(cell(site, gate.passed) for gate in gates)),
    )
    return Chart(
        "passages", reading, bars_above("passages", chart_title(site, "passages"), reading, rows), table
    )


def _outcomes(site: Site) -> Chart:
    figures = site.figures
    counted = {
        **figures.by_outcome,
        **({UNKNOWN: figures.unknown_outcome} if figures.unknown_outcome else {}),
    }
    if not any(counted.values()):
        return empty(site, "outcomes")
    most = max(counted, key=lambda key: counted[key])
    ideas = number_cell(site, figures.ideas)
    reading = count(site, "chart.outcomes.reading", counted[most], outcome=outcome(site, most), ideas=ideas)
    rows = [
        BarRow(outcome(site, key), number_cell(site, value), (ChartPart(value, fill(key)),))
        for key, value in counted.items()
    ]
    cells = tuple(
        (Cell(outcome(site, key)), cell(site, value, _address(site, key) if value else ""))
        for key, value in counted.items()
    )
    table = Table(
        (site.word("facet.outcome"), site.word("figures.head.ideas")),
        cells,
        (Cell(site.word("figures.head.sum")), cell(site, figures.ideas)),
    )
    return Chart(
        "outcomes", reading, bars_above("outcomes", chart_title(site, "outcomes"), reading, rows), table
    )


def _address(site: Site, key: str) -> str:
    return "" if key == UNKNOWN else site.addresses.facet("outcome", key)

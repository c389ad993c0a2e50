"""Where things stand today: the lock, the gates that were passed, and the outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...derived.figures import UNKNOWN
from ..charts.bars import BarRow, bars_above
from ..charts.canvas import DEEP, WATER, ChartPart, swatch
from ..charts.lock import LockChamber, lock_chart
from .chart import (
    Cell,
    Chart,
    Counter,
    FigureSection,
    LegendItem,
    Table,
    cell,
    chart_parts,
    chart_title,
    count,
    empty,
    fill,
    legend,
    notes,
    outcome,
)

if TYPE_CHECKING:
    from ...derived.figures import Figures
    from ...derived.figures.flow import Flow, GateFlow, StageFlow
    from ..base.writer import Writer

_COUNTERS = (
    "ideas",
    "open",
    "overdue",
    "completed",
    "stopped",
    "organisations",
    "municipalities",
    "research",
)
_LISTS = {
    "ideas": "pipeline",
    "overdue": "awaiting",
    "organisations": "organisations",
    "municipalities": "municipalities",
}
_OF_OUTCOME = {"open", "completed", "stopped"}


def now_section(writer: Writer, figures: Figures) -> FigureSection:
    charts = (_flow(writer, figures), _passages(writer, figures.flow.gates), _outcomes(writer, figures))
    return FigureSection("now", tuple(_counter(writer, figures, name) for name in _COUNTERS), charts)


def _counter(writer: Writer, figures: Figures, name: str) -> Counter:
    """A count that leads to the list behind it, if there is one and anything stands in it."""
    value: int = getattr(figures, name)
    address = ""
    if value and name in _LISTS:
        address = writer.addresses.section(_LISTS[name])
    elif value and name in _OF_OUTCOME & figures.by_outcome.keys():
        address = writer.addresses.facet("outcome", name)
    return Counter(name, writer.number(value), address)


def _flow(writer: Writer, figures: Figures) -> Chart:
    flow, order = figures.flow, figures.rhythm.outcomes
    if not any(chamber.reached for chamber in flow.chambers):
        return empty(writer, "flow")
    reading = _flow_reading(writer, flow, figures.ideas)
    chambers = [_chamber(writer, chamber, flow, order) for chamber in flow.chambers]
    return Chart(
        "flow",
        reading,
        lock_chart("flow", chart_title(writer, "flow"), reading, chambers),
        _flow_table(writer, flow, order),
        (LegendItem(swatch(WATER), writer.word("chart.flow.water")), *legend(writer, order)),
        notes(writer, ("unstaged", flow.unstaged)),
    )


def _flow_reading(writer: Writer, flow: Flow, ideas: int) -> str:
    most = max(flow.chambers, key=lambda chamber: chamber.here)
    last = next(chamber for chamber in reversed(flow.chambers) if chamber.reached)
    return count(
        writer,
        f"chart.flow.{'reading_last' if most is last else 'reading'}",
        most.here,
        ideas=writer.number(ideas),
        stage=writer.label("stages", most.stage),
        last=writer.number(last.reached),
        last_stage=writer.label("stages", last.stage),
    )


def _chamber(writer: Writer, chamber: StageFlow, flow: Flow, order: tuple[str, ...]) -> LockChamber:
    gone_on = count(writer, "chart.flow.gone_on", chamber.gone_on)
    return LockChamber(
        label=writer.label("stages", chamber.stage),
        shown=count(writer, "chart.flow.reached", chamber.reached),
        gone_on=ChartPart(chamber.gone_on, WATER, gone_on),
        here=chart_parts(writer, chamber.by_outcome, order),
        gate=_gate(writer, chamber.stage, flow.gates) if chamber.gone_on else "",
    )


def _gate(writer: Writer, stage: str, gates: tuple[GateFlow, ...]) -> str:
    """The gate that leads on from a stage, and how many decisions to go on it has."""
    rules = writer.settings.process.gates
    onward = [gate for gate in gates if rules[gate.gate].from_stage == stage != rules[gate.gate].to_stage]
    return ", ".join(count(writer, "chart.flow.gate", gate.passed, gate=gate.gate) for gate in onward)


def _flow_table(writer: Writer, flow: Flow, order: tuple[str, ...]) -> Table:
    heads = [writer.word(f"figures.head.{key}") for key in ("stage", "reached", "gone_on", "here")]
    rows = [
        (
            Cell(writer.label("stages", chamber.stage), writer.addresses.facet("stage", chamber.stage)),
            *(cell(writer, value) for value in (chamber.reached, chamber.gone_on, chamber.here)),
            *(cell(writer, chamber.by_outcome.get(key, 0)) for key in order),
        )
        for chamber in flow.chambers
    ]
    return Table((*heads, *(outcome(writer, key) for key in order)), tuple(rows))


def _passages(writer: Writer, gates: tuple[GateFlow, ...]) -> Chart:
    if not any(gate.passed for gate in gates):
        return empty(writer, "passages")
    most = max(gates, key=lambda gate: gate.passed)
    named = {gate.gate: writer.gate_label(gate.gate) for gate in gates}
    reading = count(writer, "chart.passages.reading", most.passed, gate=named[most.gate])
    rows = [
        BarRow(named[gate.gate], writer.number(gate.passed), (ChartPart(gate.passed, DEEP),))
        for gate in gates
    ]
    picture = bars_above("passages", chart_title(writer, "passages"), reading, rows)
    return Chart("passages", reading, picture, _passages_table(writer, gates))


def _passages_table(writer: Writer, gates: tuple[GateFlow, ...]) -> Table:
    years = sorted({year for gate in gates for year in gate.by_year})
    return Table(
        (writer.word("figures.head.year"), *(gate.gate for gate in gates)),
        tuple((Cell(year), *(cell(writer, gate.by_year.get(year, 0)) for gate in gates)) for year in years),
        (Cell(writer.word("figures.head.sum")), *(cell(writer, gate.passed) for gate in gates)),
    )


def _outcomes(writer: Writer, figures: Figures) -> Chart:
    unknown = {UNKNOWN: figures.unknown_outcome} if figures.unknown_outcome else {}
    counted = {**figures.by_outcome, **unknown}
    if not any(counted.values()):
        return empty(writer, "outcomes")
    most = max(counted, key=lambda key: counted[key])
    reading = count(
        writer,
        "chart.outcomes.reading",
        counted[most],
        outcome=outcome(writer, most),
        ideas=writer.number(figures.ideas),
    )
    rows = [
        BarRow(outcome(writer, key), writer.number(value), (ChartPart(value, fill(writer, key)),))
        for key, value in counted.items()
    ]
    picture = bars_above("outcomes", chart_title(writer, "outcomes"), reading, rows)
    return Chart("outcomes", reading, picture, _outcomes_table(writer, counted, figures.ideas))


def _outcomes_table(writer: Writer, counted: dict[str, int], ideas: int) -> Table:
    rows = tuple(
        (Cell(outcome(writer, key)), cell(writer, value, _address(writer, key) if value else ""))
        for key, value in counted.items()
    )
    total = (Cell(writer.word("figures.head.sum")), cell(writer, ideas))
    return Table((writer.word("facet.outcome"), writer.word("figures.head.ideas")), rows, total)


def _address(writer: Writer, key: str) -> str:
    return "" if key == UNKNOWN else writer.addresses.facet("outcome", key)

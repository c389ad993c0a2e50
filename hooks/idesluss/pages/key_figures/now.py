"""Where things stand today: the lock, the gates that were passed, what others do, and the outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    told_apart,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...derived.figures import Figures
    from ...derived.figures.flow import Flow, GateFlow, StageFlow
    from ...model.process import OutcomeKind
    from ..base.writer import Writer

_COUNTERS = (
    "ideas",
    "open",
    "records",
    "completed",
    "stopped",
    "organisations",
    "municipalities",
    "research",
    "sources",
)
_LISTS = {"ideas": "pipeline", "organisations": "organisations", "municipalities": "municipalities"}
_OF_OUTCOME: tuple[OutcomeKind, ...] = ("open", "completed", "stopped")


def now_section(writer: Writer, figures: Figures) -> FigureSection:
    charts = [_flow(writer, figures), _passages(writer, figures.flow.gates)]
    charts += [_records(writer, figures)] if figures.records else []
    return FigureSection("now", tuple(_counters(writer, figures)), (*charts, _outcomes(writer, figures)))


def _counters(writer: Writer, figures: Figures) -> Iterator[Counter]:
    """Where nothing is handled here, only what there is any of."""
    for name in _COUNTERS:
        value = figures.sources.count if name == "sources" else getattr(figures, name)
        if value or (figures.ideas and name not in {"records", "sources"}):
            below = _below(writer, figures, name)
            yield Counter(name, writer.number(value), _list(writer, name) if value else "", below)


def _list(writer: Writer, name: str) -> str:
    """The list behind a count, if there is one."""
    if name in _LISTS:
        return writer.addresses.section(_LISTS[name])
    outcomes = [key for kind in _OF_OUTCOME if kind == name for key in _outcomes_of(writer, kind)]
    return writer.addresses.facet("outcome", outcomes[0]) if len(outcomes) == 1 else ""


def _outcomes_of(writer: Writer, kind: OutcomeKind) -> list[str]:
    return writer.settings.process.outcomes_of_kind(kind)


def _below(writer: Writer, figures: Figures, name: str) -> str:
    """How many of what has come to an end are records, and when a source was last read."""
    if name == "sources" and figures.sources.last_read:
        return writer.word("figures.last_read", date=writer.date(figures.sources.last_read))
    outcomes = [key for kind in _OF_OUTCOME if kind == name for key in _outcomes_of(writer, kind)]
    elsewhere = sum(figures.records_by_outcome.get(key, 0) for key in outcomes)
    return count(writer, "figures.of_which_records", elsewhere) if figures.ideas and elsewhere else ""


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


def _records(writer: Writer, figures: Figures) -> Chart:
    """Work elsewhere at the stages that its sources show, by what came of it."""
    by_stage = {stage: by_outcome for stage, by_outcome in figures.records_by_stage.items() if by_outcome}
    if not by_stage:
        return empty(writer, "records")
    sums = {stage: sum(by_outcome.values()) for stage, by_outcome in by_stage.items()}
    most = max(sums, key=lambda stage: sums[stage])
    shown = {"stage": writer.label("stages", most), "records": writer.number(figures.records)}
    reading = count(writer, "chart.records.reading", sums[most], **shown)
    order = [key for key in figures.records_by_outcome if figures.records_by_outcome[key]]
    rows = [
        BarRow(
            writer.label("stages", stage), writer.number(sums[stage]), chart_parts(writer, by_outcome, order)
        )
        for stage, by_outcome in by_stage.items()
    ]
    picture = bars_above("records", chart_title(writer, "records"), reading, rows)
    return Chart("records", reading, picture, _records_table(writer, by_stage, order), legend(writer, order))


def _records_table(writer: Writer, by_stage: dict[str, dict[str, int]], order: list[str]) -> Table:
    rows = tuple(
        (
            Cell(writer.label("stages", stage), writer.addresses.facet("stage", stage)),
            *(cell(writer, by_outcome.get(key, 0)) for key in order),
            cell(writer, sum(by_outcome.values())),
        )
        for stage, by_outcome in by_stage.items()
    )
    heads = (writer.word("figures.head.stage"), *(outcome(writer, key) for key in order))
    return Table((*heads, writer.word("figures.head.records")), rows)


def _outcomes(writer: Writer, figures: Figures) -> Chart:
    counted = _counted(figures)
    if not any(counted.values()):
        return empty(writer, "outcomes")
    most = max(counted, key=lambda key: counted[key])
    reading = count(
        writer,
        "chart.outcomes.reading",
        counted[most],
        outcome=outcome(writer, most),
        ideas=writer.number(figures.ideas + figures.records),
    )
    rows = [
        BarRow(outcome(writer, key), writer.number(value), (ChartPart(value, fill(writer, key)),))
        for key, value in counted.items()
    ]
    picture = bars_above("outcomes", chart_title(writer, "outcomes"), reading, rows)
    return Chart("outcomes", reading, picture, _outcomes_table(writer, figures))


def _counted(figures: Figures) -> dict[str, int]:
    """Every outcome of the process; where nothing is handled here, those that there is any of."""
    return {key: value for key, value in figures.by_outcome.items() if value or figures.ideas}


def _outcomes_table(writer: Writer, figures: Figures) -> Table:
    """Ideas and records told apart, and both together."""
    kinds = told_apart(figures)
    heads = (writer.word(f"figures.head.{kind}") for kind in (*kinds, *["both"][: len(kinds) - 1]))
    rows = (
        (
            Cell(outcome(writer, key)),
            *_by_kind(writer, kinds, value, figures.records_by_outcome.get(key, 0), key),
        )
        for key, value in _counted(figures).items()
    )
    both = figures.ideas + figures.records
    total = (Cell(writer.word("figures.head.sum")), *_by_kind(writer, kinds, both, figures.records))
    return Table((writer.word("facet.outcome"), *heads), tuple(rows), total)


def _by_kind(writer: Writer, kinds: list[str], both: int, records: int, key: str = "") -> Iterator[Cell]:
    """The last cell leads to the list of both."""
    counted = {"ideas": both - records, "records": records}
    address = writer.addresses.facet("outcome", key) if key and both else ""
    yield from (cell(writer, counted[kind]) for kind in kinds[: -1 if len(kinds) == 1 else None])
    yield cell(writer, both, address)

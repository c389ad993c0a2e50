"""Who waits and for how long, and whether answers came in the time that was promised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..charts.bars import BarRow, BarSpan, bars_above, promise_sample, reach_sample, span_bars
from ..charts.canvas import DEEP, DONE, ChartPart, swatch
from .chart import (
    Cell,
    Chart,
    Counter,
    FigureSection,
    LegendItem,
    Table,
    cell,
    chart_title,
    count,
    empty,
    notes,
    swatched,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...derived.figures import Answers, Figures, GateWaits
    from ..base.card import EntryLink
    from ..base.writer import Writer

_ANSWERS = {"in_time": DONE, "late": 2, "overdue": 3}


@dataclass(frozen=True, slots=True)
class OldestWait:
    """The open idea that has waited longest for an answer, and the days that it has."""

    idea: EntryLink
    days: int


def waiting_section(writer: Writer, figures: Figures, oldest: OldestWait | None) -> FigureSection:
    charts = (_gates(writer, figures.gates), _answers(writer, figures.answers))
    return FigureSection("waiting", tuple(_counters(writer, figures, oldest)), charts)


def _counters(writer: Writer, figures: Figures, oldest: OldestWait | None) -> Iterator[Counter]:
    if oldest:
        days, idea = count(writer, "figures.days", oldest.days), oldest.idea
        yield Counter("oldest", days, idea.url, idea.title, idea.title_language)
    if figures.median_days is not None:
        yield Counter("median_days", count(writer, "figures.days", figures.median_days))
    awaiting = writer.addresses.section("awaiting") if figures.overdue else ""
    yield Counter("overdue", writer.number(figures.overdue), awaiting)
    answers = figures.all_answers
    if answers.share is not None:
        in_time = writer.number(answers.in_time)
        below = count(writer, "figures.of_answers", answers.due, in_time=in_time)
        yield Counter("answered", writer.word("figures.percent", share=answers.share), below=below)


def _name(writer: Writer, gate: str | None) -> str:
    return writer.gate_label(gate) if gate else writer.word("figures.no_gate")


def _gates(writer: Writer, gates: tuple[GateWaits, ...]) -> Chart:
    known = [gate for gate in gates if gate.longest_days is not None]
    if not known:
        return empty(writer, "gates")
    most = max(known, key=lambda gate: gate.median_days or 0)
    longest = max(gate.longest_days or 0 for gate in known)
    reading = count(
        writer,
        "chart.gates.reading",
        most.median_days or 0,
        gate=_name(writer, most.gate),
        longest=count(writer, "figures.days", longest),
    )
    uncounted = notes(
        writer,
        ("running", sum(gate.running for gate in gates)),
        ("no_date", sum(gate.unknown for gate in gates)),
    )
    spans = [_span(writer, gate) for gate in known]
    picture = span_bars("gates", chart_title(writer, "gates"), reading, spans)
    return Chart("gates", reading, picture, _gates_table(writer, gates), _gates_legend(writer), uncounted)


def _gates_legend(writer: Writer) -> tuple[LegendItem, ...]:
    return (
        LegendItem(swatch(DEEP), writer.word("chart.gates.middle")),
        LegendItem(reach_sample(), writer.word("chart.gates.longest")),
        LegendItem(promise_sample(), writer.word("chart.gates.promised")),
    )


def _span(writer: Writer, gate: GateWaits) -> BarSpan:
    middle, longest = gate.median_days or 0, gate.longest_days or 0
    words = {"middle": writer.number(middle), "longest": writer.number(longest)}
    shown = writer.word("chart.gates.shown", **words)
    return BarSpan(_name(writer, gate.gate), shown, middle, longest, gate.promised)


def _gates_table(writer: Writer, gates: tuple[GateWaits, ...]) -> Table:
    names = ("gate", "waiting", "running", "middle", "longest", "promised", "overdue")
    heads = tuple(writer.word(f"figures.head.{name}") for name in names)
    return Table(heads, tuple(_gate_cells(writer, gate) for gate in gates))


def _gate_cells(writer: Writer, gate: GateWaits) -> tuple[Cell, ...]:
    none = Cell(writer.word("idea.missing") if gate.unknown else "–")
    no_promise = Cell(writer.word("figures.no_promise"))
    return (
        Cell(_name(writer, gate.gate)),
        cell(writer, gate.count, writer.addresses.section("awaiting")),
        cell(writer, gate.running),
        none if gate.median_days is None else cell(writer, gate.median_days),
        none if gate.longest_days is None else cell(writer, gate.longest_days),
        no_promise if gate.promised is None else cell(writer, gate.promised),
        cell(writer, gate.overdue),
    )


def _answers(writer: Writer, answers: tuple[Answers, ...]) -> Chart:
    *gates, everything = answers
    unmeasured = notes(writer, ("unmeasured", everything.unmeasured))
    if not everything.due:
        return Chart("answers", writer.word("chart.answers.none"), notes=unmeasured)
    reading = count(
        writer,
        "chart.answers.reading",
        everything.due,
        in_time=writer.number(everything.in_time),
        share=everything.share,
    )
    rows = [_row(writer, gate) for gate in gates if gate.due]
    fills = swatched((fill, writer.word(f"figures.head.{name}")) for name, fill in _ANSWERS.items())
    picture = bars_above("answers", chart_title(writer, "answers"), reading, rows)
    return Chart("answers", reading, picture, _answers_table(writer, answers), fills, unmeasured)


def _row(writer: Writer, gate: Answers) -> BarRow:
    parts = tuple(_part(writer, name, getattr(gate, name)) for name in _ANSWERS)
    shown = count(writer, "figures.of_answers", gate.due, in_time=writer.number(gate.in_time))
    return BarRow(_name(writer, gate.gate), shown, parts)


def _part(writer: Writer, name: str, value: int) -> ChartPart:
    words = f"{writer.word(f'figures.head.{name}')}: {writer.number(value)}"
    return ChartPart(value, _ANSWERS[name], words)


def _answers_table(writer: Writer, answers: tuple[Answers, ...]) -> Table:
    names = ("gate", "promised", "in_time", "late", "overdue", "share", "answer_days", "unmeasured")
    heads = tuple(writer.word(f"figures.head.{name}") for name in names)
    *gates, everything = answers
    asked = [gate for gate in gates if gate.decisions or gate.due]
    rows = tuple(_answer_cells(writer, gate, _name(writer, gate.gate)) for gate in asked)
    return Table(heads, rows, _answer_cells(writer, everything, writer.word("figures.head.all_gates")))


def _answer_cells(writer: Writer, gate: Answers, name: str) -> tuple[Cell, ...]:
    none = Cell("–")
    return (
        Cell(name),
        none if gate.promised is None else cell(writer, gate.promised),
        *(cell(writer, value) for value in (gate.in_time, gate.late, gate.overdue)),
        none if gate.share is None else Cell(writer.word("figures.percent", share=gate.share)),
        none if gate.median_days is None else cell(writer, gate.median_days),
        cell(writer, gate.unmeasured),
    )

"""Who waits and for how long, and whether answers came in the time that was promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..charts.bars import BarRow, BarSpan, bars_above, span_bars
from ..charts.canvas import DEEP, DONE, ChartPart
from .chart import (
    Cell,
    Chart,
    Counter,
    FigureSection,
    Table,
    cell,
    chart_title,
    count,
    empty,
    notes,
    number_cell,
)

if TYPE_CHECKING:
    from ...derived.figures import Answers, GateWaits
    from ..base.site import Site

_ANSWERS = {"in_time": DONE, "late": 2, "overdue": 3}


def waiting_section(site: Site) -> FigureSection:
    return FigureSection("waiting", tuple(_counters(site)), (_gates(site), _answers(site)))


def _counters(site: Site) -> list[Counter]:
    figures = site.figures
    found = []
    oldest, share = figures.oldest, figures.all_answers.share
    if oldest:
        days = count(site, "figures.days", oldest.days)
        entry = oldest.entry
        title_of, language = entry.title(site.language), entry.title_language(site.language)
        found.append(Counter("oldest", days, site.addresses.idea(entry), title_of, language))
    if figures.median_days is not None:
        found.append(Counter("median_days", count(site, "figures.days", figures.median_days)))
    found.append(
        Counter(
            "overdue",
            number_cell(site, figures.overdue),
            site.addresses.section("awaiting") if figures.overdue else "",
        )
    )
    if share is not None:
        of = {"in_time": number_cell(site, figures.all_answers.in_time)}
        below = count(site, "figures.of_answers", figures.all_answers.due, **of)
        found.append(Counter("answered", site.word("figures.percent", share=share), below=below))
    return found


def _name(site: Site, gate: str | None) -> str:
    return f"{gate} {site.label('gates', gate)}" if gate else site.word("figures.no_gate")


def _gates(site: Site) -> Chart:
    gates = site.figures.gates
    known = [gate for gate in gates if gate.longest_days is not None]
    told = notes(
        site,
        ("running", sum(gate.running for gate in gates)),
        ("no_date", sum(gate.unknown for gate in gates)),
    )
    if not known:
        return empty(site, "gates")
    most = max(known, key=lambda gate: gate.median_days or 0)
    longest = max(gate.longest_days or 0 for gate in known)
    reading = count(
        site,
        "chart.gates.reading",
        most.median_days or 0,
        gate=_name(site, most.gate),
        longest=count(site, "figures.days", longest),
    )
    drawn = span_bars("gates", chart_title(site, "gates"), reading, [_span(site, gate) for gate in known])
    legend = ((DEEP, site.word("chart.gates.middle")),)
    return Chart("gates", reading, drawn, _gates_table(site, gates), legend, told)


def _span(site: Site, gate: GateWaits) -> BarSpan:
    middle, longest = gate.median_days or 0, gate.longest_days or 0
    shown = site.word(
        "chart.gates.shown", middle=number_cell(site, middle), longest=number_cell(site, longest)
    )
    return BarSpan(_name(site, gate.gate), shown, middle, longest, gate.promised)


def _gates_table(site: Site, gates: tuple[GateWaits, ...]) -> Table:
    names = ("gate", "waiting", "running", "middle", "longest", "promised", "overdue")

    def days(gate: GateWaits, value: int | None) -> Cell:
        if value is None:
            return Cell(site.word("idea.missing") if gate.unknown else "–")
        return cell(site, value)

    rows = tuple(
        (
            Cell(_name(site, gate.gate)),
            cell(site, gate.count, site.addresses.section("awaiting")),
            cell(site, gate.running),
            days(gate, gate.median_days),
            days(gate, gate.longest_days),
            Cell(site.word("figures.no_promise")) if gate.promised is None else cell(site, gate.promised),
            cell(site, gate.overdue),
        )
        for gate in gates
    )
    return Table(tuple(site.word(f"figures.head.{name}") for name in names), rows)


def _answers(site: Site) -> Chart:
    *gates, everything = site.figures.answers
    told = notes(site, ("unmeasured", everything.unmeasured))
    if not everything.due:
        return Chart("answers", site.word("chart.answers.none"), notes=told)
    reading = count(
        site,
        "chart.answers.reading",
        everything.due,
        in_time=number_cell(site, everything.in_time),
        share=everything.share,
    )
    rows = [_row(site, gate) for gate in gates if gate.due]
    legend = tuple((fill, site.word(f"figures.head.{name}")) for name, fill in _ANSWERS.items())
    drawn = bars_above("answers", chart_title(site, "answers"), reading, rows)
    return Chart("answers", reading, drawn, _answers_table(site), legend, told)


def _row(site: Site, gate: Answers) -> BarRow:
    named = {name: site.word(f"figures.head.{name}") for name in _ANSWERS}
    drawn = tuple(
        ChartPart(getattr(gate, name), fill, f"{named[name]}: {number_cell(site, getattr(gate, name))}")
        for name, fill in _ANSWERS.items()
    )
    shown = count(site, "figures.of_answers", gate.due, in_time=number_cell(site, gate.in_time))
    return BarRow(_name(site, gate.gate), shown, drawn)


def _answers_table(site: Site) -> Table:
    names = ("gate", "promised", "in_time", "late", "overdue", "share", "answer_days", "unmeasured")
    *gates, everything = site.figures.answers
    rows = tuple(
        _answer_cells(site, gate, _name(site, gate.gate)) for gate in gates if gate.decisions or gate.due
    )
    heads = tuple(site.word(f"figures.head.{name}") for name in names)
    return Table(heads, rows, _answer_cells(site, everything, site.word("figures.head.all_gates")))


def _answer_cells(site: Site, gate: Answers, name: str) -> tuple[Cell, ...]:
    none = Cell("–")
    return (
        Cell(name),
        none if gate.promised is None else cell(site, gate.promised),
        *(cell(site, value) for value in (gate.in_time, gate.late, gate.overdue)),
        none if gate.share is None else Cell(site.word("figures.percent", share=gate.share)),
        none if gate.median_days is None else cell(site, gate.median_days),
        cell(site, gate.unmeasured),
    )

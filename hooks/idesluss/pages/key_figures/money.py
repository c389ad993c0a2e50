"""Grants and budgets: by the year grants began, by funder and by sector."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...derived.figures import UNKNOWN
from ..charts.bars import BarRow, bars_above, bars_beside
from ..charts.canvas import DEEP, ChartPart
from .chart import (
    FEWEST,
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
    few,
    filled,
    notes,
    swatched,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from ...derived.figures import Figures
    from ...derived.figures.money import Money, MoneyPart
    from ..base.writer import Writer

ALL_GRANTS = "all-grants"  # the table below, by its heading
_FUNDERS = (DEEP, 5, 6, 4)
_OTHERS = 8


def money_section(writer: Writer, figures: Figures, listed: Mapping[str, Collection[str]]) -> FigureSection:
    """`listed` are the funders and sectors that have a page, by facet."""
    money = figures.money
    counters = tuple(_counters(writer, money, is_handled_here=bool(figures.ideas)))
    charts = (
        _years(writer, money),
        _bars(writer, "funders", "funder", money, listed["funder"]),
        _bars(writer, "money_sectors", "sector", money, listed["sector"]),
    )
    return FigureSection("money", counters, charts)


def _counters(writer: Writer, money: Money, *, is_handled_here: bool) -> Iterator[Counter]:
    everything, difference = money.everything, money.difference
    if everything.count or is_handled_here:
        amount = writer.money(everything.known)
        sum_below = writer.word("figures.with_research", amount=amount) if money.research.known else ""
        yield Counter("granted", writer.money(money.grants.known), below=sum_below)
        all_grants = count(writer, "figures.grants_with_research", everything.count)
        count_below = all_grants if money.research.count else ""
        yield Counter("grants", count(writer, "figures.grants", money.grants.count), below=count_below)
    if money.budget_lines or is_handled_here:
        yield Counter("budget", writer.money(money.budget))
    if difference.count:
        parts = {"lower": writer.number(difference.lower), "higher": writer.number(difference.higher)}
        below = count(writer, "figures.of_final", difference.count, **parts)
        yield Counter("difference", writer.difference(difference.sum), _table_of_grants(writer), below)


def _table_of_grants(writer: Writer) -> str:
    return f"{writer.addresses.section('figures')}#{ALL_GRANTS}"


def _years(writer: Writer, money: Money) -> Chart:
    known = [part for part in money.by_year if part.key != UNKNOWN and part.grants.known]
    if not known:
        return empty(writer, "grant_years")
    names = [Cell(_named(writer, part.key)) for part in money.by_year]
    table = _table(writer, writer.word("figures.head.year"), names, money.by_year, money)
    if len(known) < FEWEST:
        return replace(few(writer, "grant_years"), table=table, notes=_notes(writer, money))
    most = max(known, key=lambda part: part.grants.known)
    amount = writer.money(most.grants.known)
    reading = writer.word("chart.grant_years.reading", year=most.key, amount=amount)
    fills = _fills(money)
    rows = [_year(writer, key, money, fills) for key in _keys(money)]
    picture = bars_beside("grant_years", chart_title(writer, "grant_years"), reading, rows)
    return Chart("grant_years", reading, picture, table, _legend(writer, money, fills), _notes(writer, money))


def _keys(money: Money) -> list[str]:
    """Years with grants and those between them, and last what has no year."""
    keys = [part.key for part in money.by_year if part.grants.count]
    return [*filled(key for key in keys if key != UNKNOWN), *(key for key in keys if key == UNKNOWN)]


def _named(writer: Writer, key: str) -> str:
    return writer.word("figures.unknown_year") if key == UNKNOWN else key


def _year(writer: Writer, key: str, money: Money, fills: Mapping[str, int]) -> BarRow:
    part = next((part for part in money.by_year if part.key == key), None)
    shown = _shown(writer, part) if part and part.grants.count else "–"
    given = money.by_year_and_funder.get(key, {})
    # Sorting keeps the order of funders that have one fill in common.
    funders = sorted(given, key=lambda funder: fills.get(funder, _OTHERS))
    parts = tuple(_given(writer, funder, given[funder], fills) for funder in funders)
    return BarRow(_named(writer, key), shown, parts)


def _given(writer: Writer, funder: str, amount: int, fills: Mapping[str, int]) -> ChartPart:
    words = f"{writer.label('funders', funder)}: {writer.money(amount)}"
    return ChartPart(amount, fills.get(funder, _OTHERS), words)


def _fills(money: Money) -> dict[str, int]:
    """The funders that gave most, each with a fill of its own."""
    given = [part.key for part in money.by_funder if part.grants.known]
    return dict(zip(given, _FUNDERS, strict=False))


def _legend(writer: Writer, money: Money, fills: Mapping[str, int]) -> tuple[LegendItem, ...]:
    given = [part for part in money.by_funder if part.grants.known]
    named = [(fill, writer.label("funders", key)) for key, fill in fills.items()]
    others = [(_OTHERS, writer.word("figures.other_funders"))] if len(given) > len(fills) else []
    return swatched([*named, *others])


def _notes(writer: Writer, money: Money) -> tuple[str, ...]:
    unknown = notes(writer, ("unknown_amount", money.grants.unknown), ("plans_without", money.plans_without))
    if not money.research.count:
        return unknown
    amount = writer.money(money.research.known)
    return (*unknown, count(writer, "figures.note.research_grants", money.research.count, amount=amount))


def _shown(writer: Writer, part: MoneyPart) -> str:
    """The known sum, or that no amount is known."""
    is_unknown = part.grants.unknown and part.grants.unknown == part.grants.count
    return writer.word("figures.unknown_sum") if is_unknown else writer.money(part.grants.known)


def _bars(writer: Writer, key: str, facet: str, money: Money, listed: Collection[str]) -> Chart:
    shares = money.by_funder if facet == "funder" else money.by_sector
    known = [share for share in shares if share.grants.known]
    if not known:
        return empty(writer, key)
    most = known[0]
    reading = writer.word(
        f"chart.{key}.reading",
        name=writer.facet_label(facet, most.key),
        amount=writer.money(most.grants.known),
        total=writer.money(money.grants.known),
    )
    rows = [_bar(writer, facet, share) for share in shares if share.grants.count]
    names = [_linked(writer, facet, share.key, listed) for share in shares]
    table = _table(writer, writer.word(f"facet.{facet}"), names, shares, money)
    return Chart(key, reading, bars_above(key, chart_title(writer, key), reading, rows), table)


def _bar(writer: Writer, facet: str, share: MoneyPart) -> BarRow:
    parts = (ChartPart(share.grants.known, DEEP),)
    return BarRow(writer.facet_label(facet, share.key), _shown(writer, share), parts)


def _linked(writer: Writer, facet: str, key: str, listed: Collection[str]) -> Cell:
    return Cell(writer.facet_label(facet, key), writer.addresses.facet(facet, key) if key in listed else "")


def _table(
    writer: Writer, first: str, names: list[Cell], shares: tuple[MoneyPart, ...], money: Money
) -> Table:
    heads = (writer.word(f"figures.head.{key}") for key in ("grants", "amount", "unknown_amount", "budget"))
    rows = tuple((name, *_cells(writer, share)) for name, share in zip(names, shares, strict=True))
    total = (
        Cell(writer.word("figures.head.sum")),
        cell(writer, money.grants.count),
        Cell(writer.money(money.grants.known)),
        cell(writer, money.grants.unknown),
        _budget(writer, money),
    )
    return Table((first, *heads), rows, total)


def _cells(writer: Writer, share: MoneyPart) -> tuple[Cell, ...]:
    return (
        cell(writer, share.grants.count),
        Cell(_shown(writer, share)),
        cell(writer, share.grants.unknown),
        _budget(writer, share),
    )


def _budget(writer: Writer, planned: Money | MoneyPart) -> Cell:
    return Cell(writer.money(planned.budget) if planned.budget_lines else "–")

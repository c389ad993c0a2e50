"""Grants and budgets: by the year grants began, by funder and by sector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...derived.figures import UNKNOWN
from ..charts.bars import BarRow, bars_above, bars_beside
from ..charts.canvas import DEEP, ChartPart
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
    filled,
    money_cell,
    notes,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...derived.figures.money import MoneyPart as Share
    from ..base.site import Site

_FUNDERS = (DEEP, 5, 6, 4)
_OTHERS = 8


def money_section(site: Site) -> FigureSection:
    counters = (
        Counter("granted", money_cell(site, site.figures.granted)),
        Counter("grants", count(site, "figures.grants", site.figures.money.grants.count)),
        Counter("budget", money_cell(site, site.figures.money.budget)),
    )
    charts = (
        _years(site),
        _bars(site, "funders", "funder", site.figures.money.by_funder),
        _bars(site, "money_sectors", "sector", site.figures.money.by_sector),
    )
    return FigureSection("money", counters, charts)


def _notes(site: Site) -> tuple[str, ...]:
    held = site.figures.money
    told = notes(site, ("unknown_amount", held.grants.unknown), ("plans_without", held.plans_without))
    if not held.research.count:
        return told
    amount = money_cell(site, held.research.known)
    return (*told, count(site, "figures.note.research_grants", held.research.count, amount=amount))


def _years(site: Site) -> Chart:
    held = site.figures.money
    known = [part for part in held.by_year if part.key != UNKNOWN and part.grants.known]
    if not known:
        return empty(site, "grant_years")
    most = max(known, key=lambda part: part.grants.known)
    reading = site.word(
        "chart.grant_years.reading", year=most.key, amount=money_cell(site, most.grants.known)
    )
    rows = [_year(site, key) for key in _keys(site)]
    table = _table(site, "year", held.by_year, lambda key: _named(site, key), lambda _: "")
    drawn = bars_beside("grant_years", chart_title(site, "grant_years"), reading, rows)
    return Chart("grant_years", reading, drawn, table, _legend(site), _notes(site))


def _keys(site: Site) -> list[str]:
    """Years with grants and those between them, and last what has no year."""
    found = [part.key for part in site.figures.money.by_year if part.grants.count]
    return [*filled(key for key in found if key != UNKNOWN), *(key for key in found if key == UNKNOWN)]


def _named(site: Site, key: str) -> str:
    return site.word("figures.unknown_year") if key == UNKNOWN else key


def _year(site: Site, key: str) -> BarRow:
    held = site.figures.money
    part = next((part for part in held.by_year if part.key == key), None)
    given = held.by_year_and_funder.get(key, {})
    shown = _shown(site, part) if part and part.grants.count else "–"
    fills = _fills(site)
    parts = tuple(
        ChartPart(
            amount, fills.get(funder, _OTHERS), f"{site.label('funders', funder)}: {money_cell(site, amount)}"
        )
        for funder, amount in sorted(given.items(), key=lambda pair: fills.get(pair[0], _OTHERS))
    )
    return BarRow(_named(site, key), shown, parts)


def _fills(site: Site) -> dict[str, int]:
    """The funders that gave most, each with a fill of its own."""
    given = [part.key for part in site.figures.money.by_funder if part.grants.known]
    return dict(zip(given, _FUNDERS, strict=False))


def _legend(site: Site) -> tuple[tuple[int, str], ...]:
    fills = _fills(site)
    given = [part for part in site.figures.money.by_funder if part.grants.known]
    named = [(fill, site.label("funders", key)) for key, fill in fills.items()]
    return (
        (*named, (_OTHERS, site.word("figures.other_funders"))) if len(given) > len(fills) else tuple(named)
    )


def _shown(site: Site, part: Share) -> str:
    """The known sum, or that no amount is known."""
    is_unknown = part.grants.unknown and part.grants.unknown == part.grants.count
    return site.word("figures.unknown_sum") if is_unknown else money_cell(site, part.grants.known)


def _bars(site: Site, key: str, facet: str, shares: tuple[Share, ...]) -> Chart:
    known = [share for share in shares if share.grants.known]
    if not known:
        return empty(site, key)
    most = known[0]
    total = money_cell(site, site.figures.granted)
    named = site.facet_label(facet, most.key)
    reading = site.word(
        f"chart.{key}.reading", name=named, amount=money_cell(site, most.grants.known), total=total
    )
    rows = [
        BarRow(
            site.facet_label(facet, share.key), _shown(site, share), (ChartPart(share.grants.known, DEEP),)
        )
        for share in shares
        if share.grants.count
    ]
    pages = site.catalogue.grouped(facet)
    table = _table(
        site,
        facet,
        shares,
        lambda value: site.facet_label(facet, value),
        lambda value: site.addresses.facet(facet, value) if value in pages else "",
    )
    return Chart(key, reading, bars_above(key, chart_title(site, key), reading, rows), table)


def _table(
    site: Site,
    name: str,
    shares: tuple[Share, ...],
    label: Callable[[str], str],
    address: Callable[[str], str],
) -> Table:
    held = site.figures.money
    first = site.word("figures.head.year" if name == "year" else f"facet.{name}")
    names = ("grants", "amount", "unknown_amount", "budget")
    rows = tuple(
        (
            Cell(label(share.key), address(share.key)),
            cell(site, share.grants.count),
            Cell(_shown(site, share)),
            cell(site, share.grants.unknown),
            Cell(money_cell(site, share.budget) if share.budget_lines else "–"),
        )
        for share in shares
    )
    total = (
        Cell(site.word("figures.head.sum")),
        cell(site, held.grants.count),
        Cell(money_cell(site, held.grants.known)),
        cell(site, held.grants.unknown),
        Cell(money_cell(site, held.budget) if held.budget_lines else "–"),
    )
    return Table((first, *(site.word(f"figures.head.{key}") for key in names)), rows, total)

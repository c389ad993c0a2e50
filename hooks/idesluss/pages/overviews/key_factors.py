"""Key factors: what they mean, which ideas lack them, and what came of those."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..base.order import newest_first
from ..base.sheets import sheet_title, sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...derived.key_factors import Factor
    from ...derived.spread import Spread
    from ...model.parts import FactorState
    from ..base.card import Card
    from ..base.published import Page
    from ..base.sheets import Sheet
    from ..base.site import Site
    from ..base.writer import Writer

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class StatedFactor:
    """A factor with how many state it and what came of those, by the state they say it is in.

    `help` is what it means, `source` where it comes from and `url` that; empty where nothing is said.
    """

    key: str
    help: str
    source: str
    url: str
    count: int
    spreads: dict[FactorState, Spread]


@dataclass(frozen=True, slots=True)
class FactorRow:
    """An entry in the table, with the state of each factor that it speaks of."""

    card: Card
    states: dict[str, FactorState]


@dataclass(frozen=True, slots=True)
class FactorOverview:
    """All factors, and how many entries speak of any and of none."""

    factors: list[StatedFactor]
    speaking: int
    silent: int


def pages(site: Site) -> Iterator[Page]:
    """The factors and the table, which goes on over as many pages as it needs."""
    rows = [_row(site, entry) for entry in newest_first(e for e in site.catalogue.listed if e.key_factors)]
    overview = FactorOverview(
        factors=[_stated(site.writer, factor) for factor in site.derived.key_factors],
        speaking=len(rows),
        silent=len(site.catalogue.listed) - len(rows),
    )
    for sheet in sheets(site.writer, "key_factors", rows, PAGE_SIZE):
        yield _write(site.writer, overview, sheet)


def _row(site: Site, entry: Entry) -> FactorRow:
    return FactorRow(site.card(entry), {stated.factor: stated.state for stated in entry.key_factors})


def _stated(writer: Writer, factor: Factor) -> StatedFactor:
    term = writer.settings.key_factors[factor.key]
    return StatedFactor(
        key=factor.key,
        help=term.help.in_(writer.language) if term.help else "",
        source=term.source.in_(writer.language) if term.source else "",
        url=term.url or "",
        count=factor.count,
        spreads=factor.spreads(writer.settings.process),
    )


def _write(writer: Writer, overview: FactorOverview, sheet: Sheet[FactorRow]) -> Page:
    is_first = sheet.number == 1
    return writer.page(
        "overviews/key_factors.html",
        sheet.places,
        title=sheet_title(writer, writer.word("nav.key_factors"), sheet),
        description=writer.word("key_factors.lead"),
        section="key_factors",
        crumbs=() if is_first else (writer.crumb("key_factors"),),
        is_first=is_first,
        factors=overview.factors,
        speaking=overview.speaking,
        silent=overview.silent,
        columns=[factor.key for factor in overview.factors if factor.count],
        rows=sheet.items,
        number=sheet.number,
        addresses=sheet.addresses,
    )

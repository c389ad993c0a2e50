"""Key factors: what they mean, which ideas lack them, and what came of those."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...words import keys
from ..base import sheets
from ..base.order import newest_first
from ..base.sheets import sheet_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...derived.key_factors import Factor
    from ...derived.spread import Spread
    from ...model.parts import FactorState, KeyFactor
    from ..base.published import Published
    from ..base.sheets import Sheet
    from ..base.site import Site

PAGE_SIZE = 50
REPORT = "https://www.vinnova.se/publikationer/att-skapa-forutsattningar-for-innovation/"


@dataclass(frozen=True, slots=True)
class Stated:
    """A factor with how many state it and what came of those, by the state they say it is in."""

    factor: Factor
    spreads: dict[FactorState, Spread]
    source: str

    @property
    def key(self) -> str:
        return self.factor.key

    @property
    def count(self) -> int:
        return self.factor.count


@dataclass(frozen=True, slots=True)
class FactorRow:
    """An entry in the table, with what it states by factor."""

    entry: Entry
    states: dict[str, KeyFactor]


def pages(site: Site) -> Iterator[Published]:
    catalogue = site.catalogue
    rows = [
        FactorRow(entry, {held.factor: held for held in entry.key_factors})
        for entry in newest_first(entry for entry in catalogue.entries if entry.key_factors)
    ]
    stated = [_stated(site, factor) for factor in site.derived.key_factors]
    for sheet in sheets.sheets(site, "key_factors", rows, PAGE_SIZE):
        yield _page(site, sheet, stated, len(rows))


def _page(site: Site, sheet: Sheet[FactorRow], stated: list[Stated], speaking: int) -> Published:
    return site.page(
        "overviews/key_factors.html",
        sheet.address,
        title=sheet_title(site, site.word("nav.key_factors"), sheet),
        description=site.word("key_factors.lead"),
        section="key_factors",
        translation=sheet.translation,
        crumbs=(site.crumb("key_factors"),) if sheet.number > 1 else (),
        stated=stated,
        rows=sheet.items,
        columns=[factor.key for factor in stated if factor.count],
        speaking=speaking,
        silent=len(site.catalogue.entries) - speaking,
        report=REPORT if any(factor.source for factor in stated) else "",
        number=sheet.number,
        addresses=sheet.addresses,
    )


def _stated(site: Site, factor: Factor) -> Stated:
    process = site.catalogue.settings.process
    return Stated(factor, factor.spreads(process), source(site, factor.key))


def source(site: Site, key: str) -> str:
    """Where the definition comes from; nothing for a factor that a catalogue has added itself."""
    word = f"key_factors.source.{key}"
    return site.word(word) if word in keys(site.language) else ""

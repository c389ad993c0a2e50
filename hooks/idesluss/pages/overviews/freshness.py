"""Sources that nobody has read for a year, by how long ago and by sector, to be read again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ..base import sheets
from ..base.grant_table import TABLES
from ..base.sheets import sheet_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ...derived.freshness import ReadingKind, SourceReading
    from ...model import PartialDate
    from ...words import Language
    from ..base.published import Page
    from ..base.sheets import Sheet
    from ..base.site import Site
    from ..base.writer import Writer

    Place = tuple[int | None, str]  # years since it was read, and a sector, which is empty for calls

PAGE_SIZE = 150


@dataclass(frozen=True, slots=True)
class OldSource:
    """A source under the title of the entry or call that has facts from it."""

    place: Place
    url: str
    title: str
    title_language: Language
    kind: ReadingKind
    source: str
    name: str
    name_language: Language
    read: PartialDate | None


@dataclass(frozen=True, slots=True)
class OldGroup:
    """Sources of one age and sector, so far as they stand on one page."""

    place: Place
    anchor: str
    sources: tuple[OldSource, ...]


@dataclass(frozen=True, slots=True)
class AgeGroups:
    """All of one age on one page, sector by sector."""

    years: int | None
    groups: tuple[OldGroup, ...]


@dataclass(frozen=True, slots=True)
class Crossing:
    """How many there are of each age and sector on all pages, and the address where they begin."""

    ages: tuple[int | None, ...]
    sectors: tuple[str, ...]
    counts: Mapping[Place, int]
    ways: Mapping[Place, str]


def pages(site: Site) -> Iterator[Page]:
    """The pages of the list; how many there are of each stands on the first."""
    listed = _listed(site)
    written = sheets.sheets(site.writer, "freshness", listed, PAGE_SIZE)
    crossing = _crossing(site, listed, written)
    for sheet in written:
        yield _written(site.writer, sheet, crossing, len(listed))


def _listed(site: Site) -> list[OldSource]:
    """The longest ago first, in each age sector by sector."""
    rows = [_row(site, reading) for reading in site.derived.old_readings]
    sectors = {sector: at for at, sector in enumerate(site.settings.sectors)}

    def order(row: OldSource) -> tuple[bool, int, int]:
        years, sector = row.place
        return years is None, -(years or 0), sectors.get(sector, len(sectors))

    return sorted(rows, key=order)


def _row(site: Site, reading: SourceReading) -> OldSource:
    writer, entry, call = site.writer, reading.entry, reading.call
    years = reading.years(site.catalogue.today)
    if entry:
        link = site.link(entry)
        subject = (years, entry.idea.sector), link.url, link.title, link.title_language
        written_in = entry.idea.language
    else:
        slug = call.slug if call else ""
        subject = (years, ""), writer.addresses.call(slug), writer.call_title(slug), writer.language
        written_in = call.call.language if call else writer.language
    return OldSource(*subject, reading.kind, reading.url, reading.title, written_in, reading.read)


def _crossing(site: Site, listed: Sequence[OldSource], written: Sequence[Sheet[OldSource]]) -> Crossing:
    counts = Counter(row.place for row in listed)
    ways: dict[Place, str] = {}
    for sheet in written:
        for row in sheet.items:
            ways.setdefault(row.place, f"{sheet.address}#{_anchor(row.place)}")
    used = {sector for _, sector in counts}
    sectors = tuple(sector for sector in (*site.settings.sectors, "") if sector in used)
    return Crossing(tuple(dict.fromkeys(years for years, _ in counts)), sectors, counts, ways)


def _anchor(place: Place) -> str:
    years, sector = place
    return f"{'unknown' if years is None else years}-{sector or 'calls'}"


def _ages(rows: Sequence[OldSource]) -> Iterator[AgeGroups]:
    for years, alike in groupby(rows, lambda row: row.place[0]):
        groups = (
            OldGroup(place, _anchor(place), tuple(here))
            for place, here in groupby(list(alike), lambda row: row.place)
        )
        yield AgeGroups(years, tuple(groups))


def _written(writer: Writer, sheet: Sheet[OldSource], crossing: Crossing, count: int) -> Page:
    return writer.page(
        "overviews/freshness.html",
        sheet.places,
        title=sheet_title(writer, writer.word("nav.freshness"), sheet),
        description=writer.word("freshness.lead"),
        section="freshness",
        crumbs=() if sheet.number == 1 else (writer.crumb("freshness"),),
        scripts=(TABLES,) if sheet.items else (),
        crossing=crossing,
        ages=tuple(_ages(sheet.items)),
        count=count,
        number=sheet.number,
        own=sheet.address,
        addresses=sheet.addresses,
    )

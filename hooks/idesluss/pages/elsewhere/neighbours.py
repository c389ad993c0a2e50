"""The neighbours: a page of all, and a page of each with the ideas that it tells of."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...neighbours.copies import Elsewhere, address_key
from ..base.sheets import Sheet, sheet_title, sheets_at
from .shown import shown_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...neighbours.harvested import HarvestedIdea, NeighbourCopy
    from ..base.published import Page
    from ..base.site import Site
    from ..base.writer import Writer
    from .shown import ShownElsewhere

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class ShownNeighbour:
    """A neighbour: what there is of it, from when, under which licence, and what is worth knowing.

    `home` is its own site. `fetched` is empty where nothing ever was. `shared` counts its ideas that ideas
    here use, `used` ideas here that it says it uses.
    """

    name: str
    title: str
    url: str
    home: str
    is_register: bool
    count: int
    tried: int
    fetched: str
    as_of: str
    licence: str
    licence_url: str
    notes: tuple[str, ...]
    shared: int
    used: int


def pages(site: Site) -> Iterator[Page]:
    """All pages of neighbours; none where there are none."""
    neighbourhood = site.derived.neighbourhood
    if not neighbourhood:
        return
    shown = {key: _shown(site, key) for key in neighbourhood.neighbours}
    yield _overview(site.writer, [*shown.values()])
    for key, neighbour in shown.items():
        yield from _neighbour(site, key, neighbour)


def _shown(site: Site, key: str) -> ShownNeighbour:
    neighbourhood = site.derived.neighbourhood
    neighbour, copy = neighbourhood.neighbours[key], neighbourhood.copies.get(key)
    ideas = neighbourhood.ideas_of(key)
    return ShownNeighbour(
        name=neighbour.name,
        title=copy.title if copy else "",
        url=site.writer.addresses.neighbour(key),
        home=(copy.home if copy else "") or neighbour.url,
        is_register=neighbour.map is not None,
        count=len(ideas),
        tried=sum(idea.is_tried for idea in ideas),
        fetched=_day(site, copy.fetched) if copy else "",
        as_of=_day(site, copy.as_of) if copy else "",
        licence=copy.licence if copy else "",
        licence_url=copy.licence_url if copy else "",
        notes=tuple(_notes(site, copy)),
        shared=sum(_is_used_here(site, idea) for idea in ideas),
        used=sum(address_key(use.url) in site.own_pages for idea in ideas for use in idea.uses),
    )


def _notes(site: Site, copy: NeighbourCopy | None) -> Iterator[str]:
    """What is told of it; where nothing was fetched, that."""
    if copy is None:
        yield site.writer.word("neighbours.not_yet")
    else:
        notes = [*([copy.failed] if copy.failed else []), *copy.notes]
        yield from (note.words(site.language) for note in notes)


def _day(site: Site, written: str) -> str:
    """A day as the site writes it; nothing where it is none."""
    with suppress(ValueError):
        return site.writer.day(dt.date.fromisoformat(written[:10]))
    return ""


def _is_used_here(site: Site, idea: HarvestedIdea) -> bool:
    return any(address_key(address) in site.used_elsewhere for address in idea.page.values())


def _overview(writer: Writer, neighbours: list[ShownNeighbour]) -> Page:
    counts = Counter[str]()
    for shown in neighbours:
        counts.update(ideas=shown.count, shared=shown.shared, used=shown.used, tried=shown.tried)
    return writer.page(
        "elsewhere/neighbours.html",
        writer.places(lambda at: at.section("neighbours")),
        title=writer.word("nav.neighbours"),
        description=writer.word("neighbours.lead"),
        section="neighbours",
        neighbours=neighbours,
        counts=counts,
    )


def _neighbour(site: Site, key: str, neighbour: ShownNeighbour) -> Iterator[Page]:
    first = site.writer.places(lambda at: at.neighbour(key))
    for sheet in sheets_at(site.writer, first, site.derived.neighbourhood.ideas_of(key), PAGE_SIZE):
        ideas = [shown_elsewhere(site, Elsewhere(key, idea)) for idea in sheet.items]
        on_page = Sheet(ideas, sheet.number, sheet.places, sheet.addresses)
        yield _write(site.writer, neighbour, on_page)


def _write(writer: Writer, neighbour: ShownNeighbour, sheet: Sheet[ShownElsewhere]) -> Page:
    return writer.page(
        "elsewhere/neighbour.html",
        sheet.places,
        title=sheet_title(writer, neighbour.name, sheet),
        description=writer.word("neighbours.description", name=neighbour.name, count=neighbour.count),
        section="neighbours",
        crumbs=(writer.crumb("neighbours"),),
        neighbour=neighbour,
        ideas=sheet.items,
        number=sheet.number,
        addresses=sheet.addresses,
    )

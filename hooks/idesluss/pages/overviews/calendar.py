"""The calendar: what comes, month by month, and what has passed lately."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...derived.dates import coming_deadlines, passed_deadlines
from ..base import sheets
from ..base.days import by_month
from ..base.sheets import sheet_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...derived.dates import Deadline
    from ..base.days import MonthGroup
    from ..base.published import Page
    from ..base.sheets import Sheet
    from ..base.site import Site

PAGE_SIZE = 150
COMING, PASSED = "coming", "passed"


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """The months of what comes or has passed, so far as they stand on one page."""

    name: str
    months: list[MonthGroup[Deadline]]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to a month: its name, where it begins, and how many dates it has in all."""

    title: str
    address: str
    anchor: str
    count: int


def pages(site: Site) -> Iterator[Page]:
    found = site.derived.deadlines
    split = {COMING: coming_deadlines(site.catalogue, found), PASSED: passed_deadlines(site.catalogue, found)}
    flat = [(name, due) for name, dues in split.items() for due in dues]
    listed = sheets.sheets(site, "calendar", flat, PAGE_SIZE)
    parts = [_parts(site, sheet) for sheet in listed]
    ways = {name: _ways(name, listed, parts) for name in split}
    for sheet, held in zip(listed, parts, strict=True):
        yield site.page(
            "overviews/calendar.html",
            sheet.address,
            title=sheet_title(site, site.word("nav.calendar"), sheet),
            description=site.word("calendar.lead"),
            section="calendar",
            translation=sheet.translation,
            crumbs=() if sheet.number == 1 else (site.crumb("calendar"),),
            parts=held,
            ways=ways,
            counts={name: len(dues) for name, dues in split.items()},
            number=sheet.number,
            address_here=sheet.address,
            addresses=sheet.addresses,
        )


def _parts(site: Site, sheet: Sheet[tuple[str, Deadline]]) -> list[CalendarPart]:
    held = {name: [due for part, due in sheet.items if part == name] for name in (COMING, PASSED)}
    return [CalendarPart(name, by_month(site, dues, name)) for name, dues in held.items()]


def _ways(name: str, listed: list[Sheet[tuple[str, Deadline]]], parts: list[list[CalendarPart]]) -> list[Way]:
    """Each month once, on the page where it begins."""
    found: dict[str, Way] = {}
    for sheet, held in zip(listed, parts, strict=True):
        for month in (month for part in held if part.name == name for month in part.months):
            began = found.get(month.anchor, Way(month.title, sheet.address, month.anchor, 0))
            counted = began.count + month.count
            found[month.anchor] = Way(began.title, began.address, began.anchor, counted)
    return list(found.values())

"""The calendar: what comes, month by month, and what has passed lately."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...derived.deadlines import coming_deadlines, passed_deadlines
from ...words import SOURCE
from ..base import sheets
from ..base.month_groups import by_month
from ..base.sheets import sheet_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ...catalogue.entry import Entry
    from ...derived.deadlines import Deadline, DeadlineKind
    from ...model import PartialDate
    from ...words import Language
    from ..base.month_groups import MonthGroup
    from ..base.published import Page
    from ..base.sheets import Sheet
    from ..base.site import Site
    from ..base.writer import Writer

PAGE_SIZE = 150
COMING, PASSED = "coming", "passed"


@dataclass(frozen=True, slots=True)
class CalendarItem:
    """A day that somebody counts on, under the title of the idea or call that it is of.

    `gate` is the one that answers, `milestone` a name in the idea's language, which may be done; each is
    empty where the day is of another kind.
    """

    date: PartialDate
    kind: DeadlineKind
    url: str
    title: str
    title_language: Language
    is_done: bool = False
    gate: str = ""
    milestone: str = ""
    language: Language = SOURCE


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """The months of what comes or has passed, so far as they stand on one page."""

    name: str
    months: tuple[MonthGroup[CalendarItem], ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to a month: its name, where it begins, and how many dates it has in all."""

    title: str
    address: str
    anchor: str
    count: int


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """What one page shows; `ways` and `counts` are of all pages, by the part's name."""

    parts: tuple[CalendarPart, ...]
    ways: Mapping[str, tuple[Way, ...]]
    counts: Mapping[str, int]

    @property
    def is_empty(self) -> bool:
        return not any(self.counts.values())


Listed = tuple[str, CalendarItem]


def pages(site: Site) -> Iterator[Page]:
    """The calendar's pages."""
    listed = _listed(site)
    written = sheets.sheets(site.writer, "calendar", listed, PAGE_SIZE)
    parts = [_parts(site.writer, sheet) for sheet in written]
    ways = {name: _ways(name, written, parts) for name in (COMING, PASSED)}
    counts = {name: sum(part == name for part, _ in listed) for name in (COMING, PASSED)}
    for sheet, on_page in zip(written, parts, strict=True):
        yield _written(site.writer, CalendarPage(on_page, ways, counts), sheet)


def _listed(site: Site) -> list[Listed]:
    """What comes and then what has passed, each with the name of its part."""
    deadlines = site.derived.deadlines
    coming = coming_deadlines(site.catalogue, deadlines)
    passed = passed_deadlines(site.catalogue, deadlines)
    parts = ((COMING, coming), (PASSED, passed))
    return [(name, item) for name, listed in parts for item in _items(site, listed)]


def _items(site: Site, deadlines: Iterable[Deadline]) -> Iterator[CalendarItem]:
    for deadline in deadlines:
        if deadline.call:
            yield _call_item(site.writer, deadline, deadline.call.slug)
        elif deadline.entry:
            yield _idea_item(site, deadline, deadline.entry)


def _call_item(writer: Writer, deadline: Deadline, slug: str) -> CalendarItem:
    url, title = writer.addresses.call(slug), writer.call_title(slug)
    return CalendarItem(deadline.date, deadline.kind, url, title, writer.language)


def _idea_item(site: Site, deadline: Deadline, entry: Entry) -> CalendarItem:
    link = site.link(entry)
    is_gate = deadline.kind == "answer" and deadline.what in site.settings.process.gates
    return CalendarItem(
        deadline.date,
        deadline.kind,
        link.url,
        link.title,
        link.title_language,
        is_done=deadline.is_done,
        gate=deadline.what if is_gate else "",
        milestone=deadline.what if deadline.kind == "milestone" else "",
        language=entry.idea.language,
    )


def _parts(writer: Writer, sheet: Sheet[Listed]) -> tuple[CalendarPart, ...]:
    here = {name: [item for part, item in sheet.items if part == name] for name in (COMING, PASSED)}
    return tuple(CalendarPart(name, tuple(by_month(writer, items, name))) for name, items in here.items())


def _ways(
    name: str, listed: Sequence[Sheet[Listed]], parts: Sequence[tuple[CalendarPart, ...]]
) -> tuple[Way, ...]:
    """Each month once, on the page where it begins."""
    ways: dict[str, Way] = {}
    for sheet, on_page in zip(listed, parts, strict=True):
        for month in (month for part in on_page if part.name == name for month in part.months):
            began = ways.get(month.anchor, Way(month.title, sheet.address, month.anchor, 0))
            count = began.count + month.count
            ways[month.anchor] = Way(began.title, began.address, began.anchor, count)
    return tuple(ways.values())


def _written(writer: Writer, calendar: CalendarPage, sheet: Sheet[Listed]) -> Page:
    calendar_file = writer.addresses.calendar_file(writer.addresses.section("calendar"))
    return writer.page(
        "overviews/calendar.html",
        sheet.places,
        title=sheet_title(writer, writer.word("nav.calendar"), sheet),
        description=writer.word("calendar.lead"),
        section="calendar",
        alternates={} if calendar.is_empty else {"calendar": calendar_file},
        crumbs=() if sheet.number == 1 else (writer.crumb("calendar"),),
        calendar=calendar,
        number=sheet.number,
        own=sheet.address,
        addresses=sheet.addresses,
    )

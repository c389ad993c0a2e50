"""Calendars to take into one's own: the dates that somebody counts on, of the whole and of each idea."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from ...derived.deadlines import coming_deadlines, deadlines_of_entry, passed_deadlines
from ..base.published import File
from . import ical
from .feed_items import first_name
from .ical import CalendarEvent

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from ...derived.deadlines import Deadline
    from ..base.site import Site


def calendar_files(site: Site) -> Iterator[File]:
    """The whole calendar of one language, and that of each idea that has a date, beside their pages."""
    address, writer = site.writer.addresses, site.writer
    yield from _files(site, [address.section("calendar")], site.settings.name, whole_calendar(site))
    for entry in site.catalogue.entries:
        deadlines = deadlines_of_entry(entry, site.derived.facts)
        title = f"{entry.title(writer.language)} – {site.settings.name}"
        yield from _files(site, [address.idea(entry), *address.former_ideas(entry)], title, deadlines)


def whole_calendar(site: Site) -> list[Deadline]:
    """What the page of the calendar shows: what has passed lately, and what comes."""
    deadlines = site.derived.deadlines
    passed = passed_deadlines(site.catalogue, deadlines)[::-1]
    return [*passed, *(due for due in coming_deadlines(site.catalogue, deadlines) if due not in passed)]


def _files(site: Site, pages: list[str], title: str, deadlines: Iterable[Deadline]) -> Iterator[File]:
    """The calendar beside a page, and where that was before; none without a date, as the standard has it."""
    events = [ical.event_text(_event(site, due, number)) for due, number in _numbered(deadlines)]
    if events:
        paths = [site.writer.addresses.calendar_file(page) for page in pages]
        content = ical.calendar_text(title, site.settings.full_address(paths[0]), events)
        yield from (File(path, content) for path in paths)


def _numbered(deadlines: Iterable[Deadline]) -> Iterator[tuple[Deadline, int]]:
    """Each deadline with which it is of those that nothing else tells apart."""
    times: dict[tuple[str, str, str], int] = {}
    for due in deadlines:
        about = due.entry or due.call
        key = (about.path if about else "", due.kind, due.what)
        times[key] = times.get(key, 0) + 1
        yield due, times[key]


def _event(site: Site, due: Deadline, number: int) -> CalendarEvent:
    writer, settings = site.writer, site.settings
    what = writer.word(f"calendar.will.{'done' if due.is_done else due.kind}")
    if due.kind == "answer" and due.what in settings.process.gates:
        what = f"{what}, {writer.gate_label(due.what)}"
    elif due.kind == "milestone":
        what = f"{what}: {due.what}"
    title, page = _subject(site, due)
    address = settings.full_address(page)
    return CalendarEvent(
        uid=str(uuid5(NAMESPACE_URL, "/".join([settings.identity, *_key(due), str(number)]))),
        stamp=_stamp(site, due),
        first=due.date.first_day,
        last=due.date.last_day,
        title=f"{what} – {title}",
        about="\n".join(filter(None, [what, title, settings.name, address])),
        kind=settings.name,
        address=address,
    )


def _key(due: Deadline) -> tuple[str, str, str, str]:
    """What a date is known by also when it is moved: a milestone by its name, an answer by its gate."""
    if due.call:
        return "calls", due.call.slug, due.kind, due.what
    return "ideas", first_name(due.entry) if due.entry else "", due.kind, due.what


def _subject(site: Site, due: Deadline) -> tuple[str, str]:
    """The title of what the date is of, and where its page lies."""
    writer = site.writer
    if due.entry:
        return due.entry.title(writer.language), writer.addresses.idea(due.entry)
    slug = due.call.slug if due.call else ""
    return writer.call_title(slug), writer.addresses.call(slug)


def _stamp(site: Site, due: Deadline) -> dt.date:
    """When what it is of last changed, as git has it; else a day that follows from the files alone."""
    about = due.entry or due.call
    changed = site.changed(about) if about else None
    first = due.entry.first_date if due.entry else None
    return changed or (first or due.date).first_day

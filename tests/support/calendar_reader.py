"""Calendars as a reader that is not ours takes them: icalendar, and the standard's rules on lines."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from icalendar import Calendar

from idesluss.derived.whole import Derived
from idesluss.pages.base.site import Site
from idesluss.pages.files.calendars import calendar_files
from tests.support import filled
from tests.support.feed_readers import SITE, at

if TYPE_CHECKING:
    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.history.timeline import Timeline
    from idesluss.words import Language


def files(found: Catalogue, language: Language = "sv", story: Timeline | None = None) -> dict[str, str]:
    return {file.path: str(file.content) for file in calendar_files(Site(Derived(found), language, story))}


def assert_calendars_keep(found: Catalogue, words: str) -> None:
    """With the words in every text field there are as many events as with harmless ones; all can be read."""
    hostile, harmless = (files(at(filled.fill(found, text), site_url=SITE)) for text in (words, "Ord"))
    assert hostile.keys() == harmless.keys()
    for path, content in hostile.items():
        assert len(read(content).walk("VEVENT")) == len(read(harmless[path]).walk("VEVENT"))


def read(content: str) -> Any:
    """The calendar, which has nothing wrong: RFC 5545, 3.1, 3.4 and 3.6.1."""
    lines = content.encode().split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    calendar = Calendar.from_ical(content)
    assert calendar.errors == []
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    events = calendar.walk("VEVENT")
    assert events
    assert len({str(event["UID"]) for event in events}) == len(events)
    for event in events:
        _assert_event(event)
    return calendar


def _assert_event(event: Any) -> None:
    assert event.errors == []
    first, after = event.decoded("DTSTART"), event.decoded("DTEND")
    assert type(first) is type(after) is dt.date
    assert first < after
    assert event.decoded("DTSTAMP").utcoffset() == dt.timedelta()
    assert event["SUMMARY"]


def events(content: str) -> list[tuple[str, str, int]]:
    """First day, title and number of days of each event."""
    listed = read(content).walk("VEVENT")
    days = [(event.decoded("DTSTART"), event.decoded("DTEND")) for event in listed]
    return [
        (str(first), str(event["SUMMARY"]), (after - first).days)
        for event, (first, after) in zip(listed, days, strict=True)
    ]


def uids(content: str) -> dict[str, str]:
    """Title to identity of each event."""
    return {str(event["SUMMARY"]): str(event["UID"]) for event in read(content).walk("VEVENT")}

"""Calendars by the standard (iCalendar, RFC 5545), from records that know nothing of the catalogue."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST = 75  # bytes of a line before it is folded
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LINE_END = re.compile("\r\n|\r|\n")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,"})
_ONE_DAY = dt.timedelta(days=1)
_NEVER = dt.date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Whole days, from the first to the last. `uid` is its identity, `stamp` the day it was last changed.

    `address` is full, or empty where it is not known.
    """

    uid: str
    stamp: dt.date
    first: dt.date
    last: dt.date
    title: str
    about: str
    kind: str
    address: str = ""


def event_text(shown: CalendarEvent) -> str:
    """An event as text; the same in whatever calendars it stands."""
    return _folded(_lines(shown))


def calendar_text(title: str, source: str, events: Iterable[str]) -> str:
    """The whole calendar, of which there is none without an event; `source` is its own full address."""
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//idesluss//calendar//SV",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(title)}",
        f"X-WR-CALNAME:{_text(title)}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        *([f"SOURCE;VALUE=URI:{_address(source)}"] if source else []),
    ]
    return f"{_folded(head)}{''.join(events)}END:VCALENDAR\r\n"


def _lines(shown: CalendarEvent) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{shown.uid}"
    yield f"DTSTAMP:{_day(shown.stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(shown.first)}"
    yield f"DTEND;VALUE=DATE:{_day(min(shown.last, _NEVER - _ONE_DAY) + _ONE_DAY)}"
    yield f"SUMMARY:{_text(shown.title)}"
    yield f"DESCRIPTION:{_text(shown.about)}"
    yield f"CATEGORIES:{_text(shown.kind)}"
    if shown.address:
        yield f"URL:{_address(shown.address)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def _text(words: str) -> str:
    r"""The words as a value: `\\`, `\;`, `\,` and `\n` are what they stand for, and no line ends."""
    return _LINE_END.sub(r"\\n", _NOT_TEXT.sub("", words.translate(_ESCAPED)))


def _address(address: str) -> str:
    return _NOT_TEXT.sub("", _LINE_END.sub("", address))


def _folded(lines: Iterable[str]) -> str:
    """The lines with their ends, none longer than the standard lets it be."""
    return "".join(f"{line if len(line) * 4 <= _LONGEST else _fold(line)}\r\n" for line in lines)


def _fold(line: str) -> str:
    """The line in parts, each after the first behind a space; no character is parted."""
    content = line.encode()
    parts, at, room = [], 0, _LONGEST
    while len(content) - at > room:
        end = at + room
        while content[end] & 0xC0 == 0x80:  # noqa: PLR2004  # within a character of UTF-8
            end -= 1
        parts.append(content[at:end])
        at, room = end, _LONGEST - 1
    return b"\r\n ".join([*parts, content[at:]]).decode()

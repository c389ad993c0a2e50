"""When each recorded fact was last read at its source, and what nobody has read for a year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from ..catalogue.call_page import CallPage
    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..model import PartialDate

ReadingKind = Literal["source", "grant"]
YEAR = 365  # days after which a fact ought to be read again


@dataclass(frozen=True, slots=True)
class SourceReading:
    """An address that an entry, or a call, has facts from, and when it was last read; None where nobody says.

    `title` is what the source is called there, or the grant.
    """

    kind: ReadingKind
    url: str
    read: PartialDate | None
    title: str = ""
    entry: Entry | None = None
    call: CallPage | None = None

    def years(self, today: dt.date) -> int | None:
        """How many whole years ago it was read; None where that is not known."""
        return max(0, (today - self.read.last_day).days) // YEAR if self.read else None

    def is_old(self, today: dt.date) -> bool:
        """Whether it was not read in the last year, so far as anybody says."""
        return self.years(today) != 0


def readings_of(entry: Entry) -> list[SourceReading]:
    """Of the entry, its plan and its grants: each address once of its kind, by its latest reading."""
    sources = [*entry.idea.sources, *(entry.plan.sources if entry.plan else ())]
    grants = (grant for grant in entry.idea.grants if grant.source)
    listed = [
        SourceReading("source", source.url, source.read, source.title or "", entry) for source in sources
    ]
    listed += [
        SourceReading("grant", grant.source or "", grant.read, grant.title or "", entry) for grant in grants
    ]
    return list(_latest(listed))


def old_readings_of(entry: Entry) -> list[SourceReading]:
    """Those of the entry that nobody has read for a year."""
    return [reading for reading in readings_of(entry) if reading.is_old(entry.today)]


def old_readings(catalogue: Catalogue) -> list[SourceReading]:
    """What nobody has read for a year, of listed entries and calls: the oldest first, the unknown last."""
    old = [reading for entry in catalogue.listed for reading in old_readings_of(entry)]
    for page in catalogue.calls.values():
        old += [reading for reading in _readings_of_call(page) if reading.is_old(catalogue.today)]
    return sorted(old, key=_order)


def _readings_of_call(page: CallPage) -> Iterator[SourceReading]:
    listed = (
        SourceReading("source", source.url, source.read, source.title or "", call=page)
        for source in page.call.sources
    )
    return _latest(listed)


def _latest(readings: Iterable[SourceReading]) -> Iterator[SourceReading]:
    """Each address once of its kind."""
    latest: dict[tuple[str, str], SourceReading] = {}
    for reading in readings:
        key = (reading.kind, reading.url)
        other = latest.get(key)
        if other is None or _is_later(reading.read, other.read):
            latest[key] = reading
    yield from latest.values()


def _is_later(day: PartialDate | None, other: PartialDate | None) -> bool:
    return day is not None and (other is None or day.last_day > other.last_day)


def _order(reading: SourceReading) -> tuple[bool, str, str, str]:
    page = reading.entry or reading.call
    day = str(reading.read.last_day) if reading.read else ""
    return reading.read is None, day, page.slug if page else "", reading.url

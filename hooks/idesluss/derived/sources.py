"""Where the catalogue has what it says from: how many sources, and when one was last read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..catalogue.outcome import last_read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..catalogue.entry import Entry
    from ..model import PartialDate


@dataclass(frozen=True, slots=True)
class Sources:
    """So many addresses, and the latest day when one was read, if it is known."""

    count: int
    last_read: PartialDate | None


def sources_of(entries: Iterable[Entry]) -> Sources:
    """The sources of these entries, their plans and grants, each address once."""
    counted = tuple(entries)
    read = [date for entry in counted if (date := last_read(entry))]
    addresses = {address for entry in counted for address in _addresses(entry)}
    return Sources(len(addresses), max(read, default=None, key=lambda date: date.last_day))


def _addresses(entry: Entry) -> Iterator[str]:
    yield from (source.url for source in entry.idea.sources)
    yield from (source.url for source in (entry.plan.sources if entry.plan else ()))
    yield from (grant.source for grant in entry.idea.grants if grant.source)

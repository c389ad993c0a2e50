"""The order that lists share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...catalogue.entry import Entry


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """By first date, newest first; entries without a date by their year."""

    def key(entry: Entry) -> tuple[str, str]:
        return (str(entry.first_date or entry.year), entry.slug)

    return sorted(entries, key=key, reverse=True)

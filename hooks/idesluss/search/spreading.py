"""How pages are spread over the parts of an index, so that a page that changes changes one part alone."""

from __future__ import annotations

from hashlib import sha256
from itertools import chain, count
from typing import TYPE_CHECKING

from .record import OF_THE_WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .record import SearchRecord

PART = 2500  # pages at the most; docs/decisions/0015-search.md says what was measured


def spread(listed: Iterable[SearchRecord]) -> Iterator[list[SearchRecord]]:
    """Each part's records; what tells of the whole by itself, since it changes when others do.

    A page stays in its part when others come and go, until the parts become more.
    """
    whole: list[SearchRecord] = []
    alone: list[SearchRecord] = []
    for record in listed:
        (whole if record.kind in OF_THE_WHOLE else alone).append(record)
    for group in (alone, whole):
        yield from filter(None, _by_address(group))


def _by_address(group: list[SearchRecord]) -> list[list[SearchRecord]]:
    number = next(number for number in _numbers() if number * PART >= len(group))
    parts: list[list[SearchRecord]] = [[] for _ in range(number)]
    for record in group:
        digest = sha256(record.url.encode()).digest()
        parts[int.from_bytes(digest[:4]) % number].append(record)
    return parts


def _numbers() -> Iterator[int]:
    """How many parts there may be: few numbers, as all is made anew where it goes from one to the next."""
    return chain([1], chain.from_iterable((2 << step, 3 << step) for step in count()))

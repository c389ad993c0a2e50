"""Rings in what leads from one idea to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def rings_in(ways: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Rings, and none only if there is none; of rings that hold the same ideas perhaps not all.

    `ways` leads from each name to those that follow it, all of which are in it.
    """
    walked: set[str] = set()
    ringed: set[str] = set()
    for start in ways:
        path: dict[str, Iterator[str]] = {} if start in walked else {start: iter(ways[start])}
        while path:
            last = next(reversed(path))
            following = next(path[last], None)
            if following is None:
                walked.add(last)
                del path[last]
            elif following in path:
                if not ringed.issuperset({last, following}):
                    yield _from(list(path), following)
                    ringed.update({last, following})
            elif following not in walked:
                path[following] = iter(ways[following])


def _from(path: list[str], start: str) -> list[str]:
    return path[path.index(start) :]

"""All neighbours harvested at once: what each brought, and the last good copy where it brought nothing."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..neighbours.distilled import NotCatalogue, distilled
from ..neighbours.harvested import HarvestNote, NeighbourCopy
from .connection import Unfetched
from .fetching import Fetched, Known, Limits, fetch
from .register import register_copy

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future

    from ..catalogue.catalogue import Catalogue
    from ..model.neighbour import Neighbour
    from ..neighbours.copies import Neighbourhood

AT_ONCE = 8  # neighbours that are waited for together
AHEAD = 24  # asked while one is waited for, so that one who is slow does not hold up the rest
Fate = Literal["new", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class Harvested:
    """What became of a neighbour: the copy that now holds, and whether it is new."""

    key: str
    neighbour: Neighbour
    fate: Fate
    copy: NeighbourCopy


def harvest_all(
    catalogue: Catalogue,
    before: Neighbourhood,
    now: dt.datetime,
    limits: Limits | None = None,
    tell: Callable[[int], None] = lambda _: None,
) -> Iterator[Harvested]:
    """Each neighbour in order, with its copy. Nothing that one does hinders another.

    Fetching waits together, reading is done one after another, so that only a few are held at once.
    """
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for key, asked in _asked(pool, before, limits or Limits()):
            neighbour, earlier = before.neighbours[key], before.copies.get(key)
            yield _became(key, neighbour, earlier, asked.result(), catalogue, now)
            tell(1)


def _asked(
    pool: ThreadPoolExecutor, before: Neighbourhood, limits: Limits
) -> Iterator[tuple[str, Future[Fetched | HarvestNote]]]:
    """Each neighbour in order, with some after it asked already."""
    waiting: deque[tuple[str, Future[Fetched | HarvestNote]]] = deque()
    for key, neighbour in before.neighbours.items():
        waiting.append((key, pool.submit(_fetch, neighbour, before.copies.get(key), limits)))
        if len(waiting) > AHEAD:
            yield waiting.popleft()
    while waiting:
        yield waiting.popleft()


def _fetch(neighbour: Neighbour, earlier: NeighbourCopy | None, limits: Limits) -> Fetched | HarvestNote:
    known = Known(earlier.tag, earlier.modified) if earlier and earlier.fetched else Known()
    try:
        return fetch(neighbour.url, known, limits, is_internal=neighbour.is_internal)
    except Unfetched as refusal:
        return refusal.note


def _became(  # noqa: PLR0913, PLR0917  # a neighbour, what was known of it, and what came
    key: str,
    neighbour: Neighbour,
    earlier: NeighbourCopy | None,
    answer: Fetched | HarvestNote,
    catalogue: Catalogue,
    now: dt.datetime,
) -> Harvested:
    fetched = now.isoformat(timespec="seconds")
    if isinstance(answer, Fetched) and answer.content is None and earlier:
        copy = earlier.model_copy(update={"failed": None, "fetched": fetched})
        return Harvested(key, neighbour, "unchanged", copy)
    if isinstance(answer, Fetched):
        try:
            copy = _copy(neighbour, answer.content or b"", catalogue)
        except NotCatalogue as refusal:
            answer = HarvestNote(key=refusal.key)
        else:
            marks = {"fetched": fetched, "tag": answer.version.tag, "modified": answer.version.modified}
            return Harvested(key, neighbour, "new", copy.model_copy(update=marks))
    kept = earlier or NeighbourCopy(url=neighbour.url)
    return Harvested(key, neighbour, "failed", kept.model_copy(update={"failed": answer}))


def _copy(neighbour: Neighbour, content: bytes, catalogue: Catalogue) -> NeighbourCopy:
    if neighbour.map:
        return register_copy(content, neighbour, catalogue)
    return distilled(content, neighbour.url, catalogue.today)

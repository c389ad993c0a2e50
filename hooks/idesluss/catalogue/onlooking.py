"""Folders looked at as they are read, and let go of: what is known of them already is not even read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from ..processes.forked import done_together
from ..progress import followed
from ..reading.idea_folder import FolderAgain, IdeaFolder, file_signs, read_folder, read_for_sign
from .folder_reading import EntryAgain, FolderReading, folder_reading, known_entry
from .seen import Seen, seen_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..model import Settings
    from ..reading.files import Files
    from ..reading.folders import TreeReading
    from ..reading.idea_folder import FolderPlace, Sign
    from ..reading.problem import Problem
    from .call_page import CallPage
    from .entry import Entry
    from .seen import Onlooker

    OwnProblems = dict[Entry, tuple[Problem, ...]]

READERS = 2  # processes; with more, what they hand back costs more than what they save
_BATCH = 100  # folders that are in memory at the same time
_ALONE = 200  # folders that one process has read before another has begun


@dataclass(frozen=True, slots=True)
class Sight:
    """What is read, by which settings and of which day, and who looks at it."""

    reading: TreeReading
    settings: Settings
    today: dt.date
    onlooker: Onlooker

    def files_of(self, place: FolderPlace) -> Files:
        """Where the folder is read from: from where it is known, if it is the same there."""
        known = self.reading.known(place)
        return known.files if known and known.files else self.reading.files


@dataclass(frozen=True, slots=True)
class Before:
    """Another catalogue by the same settings: its folders and calls, and what its entries say wrong."""

    parts: Sequence[FolderReading] = ()
    own_problems: Mapping[Entry, tuple[Problem, ...]] = field(default_factory=dict)
    calls: Mapping[str, CallPage] = field(default_factory=dict)


def parts_seen(sight: Sight, before: Before) -> tuple[list[FolderReading], OwnProblems]:
    """What became of each folder, and what its entry has been judged to say wrong by itself.

    The parts from before are taken where they have not changed.
    """
    known = {id(part.folder): part for part in before.parts}
    taken: dict[FolderPlace, tuple[FolderReading, tuple[Problem, ...]]] = {}
    unknown: list[FolderPlace] = []
    for place in sight.reading.places:
        folder = sight.reading.known(place)
        part = known.get(id(folder)) if folder else None
        own = _own_before(sight, before, part) if part else None
        seen = None if own is not None else _remembered(sight, place)
        if part and own is not None:
            taken[place] = part, own
        elif seen:
            taken[place] = _part(sight, place, seen), ()
        else:
            unknown.append(place)
    for place, seen in zip(unknown, _all_seen(sight, unknown), strict=True):
        if seen.is_quiet:
            sight.onlooker.keep(place, seen)
        sight.reading.tree.problems += seen.refused
        taken[place] = _part(sight, place, seen), seen.own_problems
    return _in_place(sight, taken)


def _in_place(
    sight: Sight, taken: Mapping[FolderPlace, tuple[FolderReading, tuple[Problem, ...]]]
) -> tuple[list[FolderReading], OwnProblems]:
    """The parts in the order of their places, as folders of the tree; places that are none are left out."""
    ordered = [taken[place] for place in sight.reading.places]
    parts = [part for part, _ in ordered if part.folder.names()]
    sight.reading.tree.folders += [part.folder for part in parts]
    return parts, {part.entry: own for part, own in ordered if part.entry}


def _own_before(sight: Sight, before: Before, part: FolderReading) -> tuple[Problem, ...] | None:
    """What an entry that is the same was judged to say; None where the calls that it names are others."""
    if part.entry is None or part.entry not in before.own_problems:
        return None
    outline = part.entry.outline
    is_same = outline and sight.onlooker.are_same(before.calls, outline)
    return before.own_problems[part.entry] if is_same else None


def _remembered(sight: Sight, place: FolderPlace) -> Seen | None:
    signs = read_for_sign(sight.reading.files, place)
    return sight.onlooker.known(place, signs) if signs else None


def _all_seen(sight: Sight, places: Sequence[FolderPlace]) -> list[Seen]:
    """What is seen of each, by two processes where that is worth while."""
    size = -(-len(places) // READERS) if len(places) > _ALONE else len(places)
    shares: list[Sequence[FolderPlace]] = (
        [places[at : at + size] for at in range(0, len(places), size)] if places else []
    )
    # The first task is done by this process, whose memory would keep the holes that it leaves.
    shares = [(), *shares] if len(shares) > 1 else shares
    tasks = [
        partial(_share_seen, sight, share, len(places) if share is shares[-1] else 0) for share in shares
    ]
    return list(chain.from_iterable(done_together(tasks)))


def _share_seen(sight: Sight, places: Sequence[FolderPlace], told_of: int) -> list[Seen]:
    """What is seen of a share; it is told how far all have come where there is a number of all."""
    batches: Iterable[Sequence[FolderPlace]]
    batches = [places[at : at + _BATCH] for at in range(0, len(places), _BATCH)]
    if told_of:
        batches = followed("judging", batches, told_of, _BATCH * round(told_of / len(places)))
    return [seen for batch in batches for seen in _batch_seen(sight, batch)]


def _batch_seen(sight: Sight, places: Sequence[FolderPlace]) -> Iterator[Seen]:
    """Some folders read, then judged, and let go of: the same done many times over costs far less."""
    read = [_read(sight, place) for place in places]
    parts = [folder_reading(f, sight.settings, sight.today) if f else None for f, _, _ in read]
    entries = [part.entry for part in parts if part and part.entry]
    said = dict(zip(entries, sight.onlooker.tell(entries), strict=True))
    for part, (_, refused, signs) in zip(parts, read, strict=True):
        if part is None:
            yield Seen(signs, (), refused=tuple(refused))
        else:
            yield seen_of(part, signs, refused, said[part.entry] if part.entry else ())


def _read(sight: Sight, place: FolderPlace) -> tuple[IdeaFolder | None, list[Problem], Sign]:
    files = sight.files_of(place)
    folder, refused = read_folder(files, place, sight.reading.tree.form)
    return folder, refused, file_signs(files, place)


def _part(sight: Sight, place: FolderPlace, seen: Seen) -> FolderReading:
    """What became of a folder that is not kept."""
    files, form = sight.files_of(place), sight.reading.tree.form
    sign = seen.signs if not seen.refused and all(identity for _, identity in seen.signs) else ()
    again = FolderAgain(files, form, place.year, place.slug, seen.signs)
    folder = IdeaFolder.known_as(again, sign, seen.names, has_noted=seen.has_noted_pictures)
    entry = None
    if seen.outline:
        back = EntryAgain(folder, sight.settings, sight.today)
        entry = known_entry(back, seen.outline)
    return FolderReading(folder, entry, list(seen.problems), seen.linked)

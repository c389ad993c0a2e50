"""What was seen of an idea's folder as it was read: enough to go on from when it has been let go of."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ..reading.folders import linked_paths
from .outline import from_plain
from .outlining import outline_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..model import Settings
    from ..reading.document import Document
    from ..reading.idea_folder import FolderPlace, Sign
    from ..reading.personal import PersonalScans
    from ..reading.problem import Problem
    from .call_page import CallPage
    from .entry import Entry
    from .folder_reading import FolderReading
    from .outline import EntryOutline

_DECODER = json.JSONDecoder()


@dataclass(slots=True)
class Seen:
    """A folder as it was seen.

    `signs` are its files with what git calls their bytes, `names` those of documents and pictures, none where
    it is no folder of an idea; `linked` the paths that its texts link to. `refused` is what was said of its
    files, `problems` what is wrong in them, and `own_problems` what rules say of the entry by itself.
    """

    signs: Sign
    names: tuple[str, ...]
    linked: tuple[str, ...] = ()
    outline: EntryOutline | None = None
    refused: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    own_problems: tuple[Problem, ...] = ()
    has_noted_pictures: bool = False

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is to be told of it, whatever else the catalogue holds."""
        is_spoken_of = self.refused or self.problems or self.own_problems or self.has_noted_pictures
        is_known = self.outline is not None and all(identity for _, identity in self.signs)
        return is_known and not is_spoken_of


class Onlooker(Protocol):
    """Whoever looks at each folder as it is read, so that nothing of it need be kept; and who may know it."""

    def begin(
        self, source: Document, settings: Settings, calls: Mapping[str, CallPage], scans: PersonalScans
    ) -> None:
        """What decides about every folder: the settings with all that they are read from, and the calls."""
        ...

    def are_same(self, calls: Mapping[str, CallPage], outline: EntryOutline) -> bool:
        """Whether the calls that an entry mentions are the same among these."""
        ...

    def known(self, place: FolderPlace, signs: Sign) -> Seen | None:
        """What was seen there before, where nothing was to be told of it."""
        ...

    def tell(self, entries: Sequence[Entry]) -> Sequence[tuple[Problem, ...]]:
        """What is to be told of each of these entries by itself."""
        ...

    def recall(self, *about: str) -> bytes | None:
        """What was worked out before from this alone."""
        ...

    def remember(self, value: bytes, *about: str) -> None:
        """Remember what was worked out from this alone."""
        ...

    def keep(self, place: FolderPlace, seen: Seen) -> None:
        """Know this from now on."""
        ...


def seen_of(part: FolderReading, signs: Sign, refused: list[Problem], own: tuple[Problem, ...]) -> Seen:
    """A folder that was read, and what became of it."""
    folder, entry = part.folder, part.entry
    return Seen(
        signs=signs,
        names=folder.names(),
        linked=tuple(dict.fromkeys(linked_paths(folder.documents()))),
        outline=outline_of(entry) if entry else None,
        refused=tuple(refused),
        problems=tuple(part.problems),
        own_problems=own,
        has_noted_pictures=bool(folder.noted_pictures()),
    )


def as_bytes(seen: Seen, beside: Mapping[str, str]) -> bytes:
    """What is kept of a quiet one: all but its signs, by which it is known; and what it was judged beside."""
    kept = [beside, seen.names, seen.linked, seen.outline]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def from_bytes(content: bytes, signs: Sign) -> tuple[Seen, Mapping[str, str]]:
    """The quiet one that was kept. Raises ValueError or TypeError for other bytes."""
    beside, names, linked, outline = _DECODER.decode(content.decode("utf-8", "surrogatepass"))
    return Seen(signs, tuple(names), tuple(linked), from_plain(outline)), beside

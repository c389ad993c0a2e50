"""Entries judged as they are read, and what was seen of those of which nothing is to be told, remembered.

Everything that decides about an entry by itself names what is kept of it: its place and its files, the
settings, the day, the program and the libraries that read it. The calls that it mentions stand beside it.
Only that nothing is to be told is ever kept, so that whatever is told comes from the rules.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from ..catalogue.seen import as_bytes, from_bytes
from ..derived.facts import entry_facts
from .beside import Beside
from .registry import rules

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from ..catalogue.call_page import CallPage
    from ..catalogue.entry import Entry
    from ..catalogue.outline import EntryOutline
    from ..catalogue.seen import Seen
    from ..model import Settings
    from ..reading.document import Document
    from ..reading.idea_folder import FolderPlace, Sign
    from ..reading.personal import PersonalScans
    from ..reading.problem import Problem


class Memory(Protocol):
    """What remembers bytes by the digest of what they were made from."""

    def get(self, key: bytes) -> bytes | None:
        """The bytes, or None where they are not remembered."""
        ...

    def put(self, key: bytes, value: bytes) -> None:
        """Remember them."""
        ...


@dataclass(eq=False)
class Looking:
    """One look at a catalogue as of a day, by this program, with what is remembered of others."""

    memory: Memory
    program: str
    key_of: Callable[..., bytes]
    today: dt.date
    _about: bytes = b""
    _calls: dict[str, str] = field(default_factory=dict)
    _pages: Mapping[str, CallPage] = field(default_factory=dict)
    _scans: PersonalScans = field(init=False)

    def begin(
        self, source: Document, settings: Settings, calls: Mapping[str, CallPage], scans: PersonalScans
    ) -> None:
        """Take what decides about every entry."""
        parts = [(name, part.path, part.text) for name, part in sorted(source.parts.items())]
        texts = json.dumps([source.text, parts])
        self._about = self.key_of(self.program, str(self.today), texts, repr(settings))
        self._calls = {slug: _digest(page) for slug, page in calls.items()}
        self._pages, self._scans = calls, scans

    def are_same(self, calls: Mapping[str, CallPage], outline: EntryOutline) -> bool:
        """Whether the calls that an entry mentions are the same among these."""
        theirs = {slug: _digest(calls[slug]) for slug in outline.calls() if slug in calls}
        return theirs == self._calls_in(outline)

    def known(self, place: FolderPlace, signs: Sign) -> Seen | None:
        """What was seen of the folder before, where nothing was to be told of it, as far as anybody knows."""
        kept = self.memory.get(self._key(place, signs))
        try:
            seen, calls = from_bytes(kept, signs) if kept else (None, {})
        except (ValueError, TypeError):
            return None
        is_known = seen and seen.outline and calls == self._calls_in(seen.outline)
        return seen if is_known else None

    def recall(self, *about: str) -> bytes | None:
        """What this program worked out before from this alone."""
        return self.memory.get(self.key_of(self.program, *about))

    def remember(self, value: bytes, *about: str) -> None:
        """Remember what was worked out from this alone."""
        self.memory.put(self.key_of(self.program, *about), value)

    def keep(self, place: FolderPlace, seen: Seen) -> None:
        """Remember what was seen of a folder."""
        if seen.outline:
            self.memory.put(self._key(place, seen.signs), as_bytes(seen, self._calls_in(seen.outline)))

    def tell(self, entries: Sequence[Entry]) -> Sequence[tuple[Problem, ...]]:
        """What rules have to say of each entry by itself, one rule after the other."""
        problems: list[list[Problem]] = [[] for _ in entries]
        facts = cache(entry_facts)
        beside = Beside(self._pages, self._scans, facts)
        for rule in rules().values():
            if rule.check_entry:
                for entry, own in zip(entries, problems, strict=True):
                    own.extend(rule.check_entry(entry, beside))
        return [tuple(own) for own in problems]

    def _calls_in(self, outline: EntryOutline) -> dict[str, str]:
        return {slug: self._calls[slug] for slug in outline.calls() if slug in self._calls}

    def _key(self, place: FolderPlace, signs: Sign) -> bytes:
        return self.key_of(self._about, place.path, *(part for sign in signs for part in sign))


def _digest(page: CallPage) -> str:
    return sha256((page.document.text or "").encode("utf-8", "surrogatepass")).hexdigest()

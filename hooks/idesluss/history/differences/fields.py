"""Fields as such: which differ, and those that have nothing of their own to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...model import field_title
from ...words import Text, in_every, text
from .event import Event, change_in_words, term_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic import BaseModel

    from ...catalogue.entry import Entry
    from ..versions import Version

# A former name comes with a move, which is told as that.
_UNTOLD = frozenset({"aliases"})


def changed_fields(before: Version, after: Version) -> dict[str, tuple[Any, Any]]:
    """Field to its values before and after, where they differ."""
    names = dict.fromkeys([*after.lines, *before.lines])
    written = [name for name in names if before.lines.get(name) != after.lines.get(name)]
    values = {name: (before.value(name), after.value(name)) for name in written}
    return {name: pair for name, pair in values.items() if pair[0] != pair[1]}


def move_event(entry: Entry, name: str, vocabulary: str, was: object, now: object) -> Event:
    """A stage or an outcome that became another."""
    before, after = (None if key is None else term_in_words(entry, vocabulary, key) for key in (was, now))
    return Event(name, change_in_words(f"story.event.{name}", before, after), key=str(now or ""))


def field_events(
    changed: Mapping[str, tuple[Any, Any]], record: type[BaseModel], prefix: str
) -> Iterator[Event]:
    """The remaining fields by their labels: new ones, changed ones, and those that were taken away."""
    known = [name for name in record.model_fields if name in changed and name not in _UNTOLD]
    groups = {
        "added": [name for name in known if not changed[name][0]],
        "changed": [name for name in known if all(changed[name])],
        "lost": [name for name in known if not changed[name][1]],
    }
    for kind, names in groups.items():
        if names:
            yield Event("fields", text(f"story.event.{prefix}{kind}", fields=field_labels(record, names)))


def field_labels(record: type[BaseModel], names: Iterable[str]) -> Text:
    """The fields' labels within a sentence."""
    titles = [field_title(record, name) for name in names]
    return in_every(lambda language: ", ".join(_small(label.in_(language)) for label in titles))


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]

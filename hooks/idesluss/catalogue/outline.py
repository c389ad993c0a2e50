"""What others need of an entry, short and plain: what rules of the whole ask first."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Any

from ..reading.markdown import FileLink, Picture


@dataclass(frozen=True, slots=True)
class TextOutline:
    """Of the text of a document: where it leads, what it shows, and where others can lead to in it.

    `is_shown` is whether anything of it is, and `is_clear` whether all of it can be read and shown.
    """

    path: str
    links: tuple[FileLink, ...]
    pictures: tuple[Picture, ...]
    anchors: tuple[str, ...]
    is_shown: bool
    is_clear: bool


@dataclass(frozen=True, slots=True)
class EntryOutline:
    """Of an entry, by its settings and its day.

    `relations` are kinds with the names that they lead to, `mentions` vocabularies with their keys,
    `external` what it is called in which source, `first_date` the first and the last day that its earliest
    date can mean. `picture` is the file that it names, and `pictures` those that lie beside it. `is_new` is
    whether nobody has decided anything about it yet, and `words` are the stems of what is compared.
    """

    title: str
    names: tuple[str, ...]
    addresses: tuple[str, ...]
    unread: tuple[str, ...]
    external: tuple[str, str] | None
    relations: tuple[tuple[str, str], ...]
    mentions: tuple[tuple[str, str], ...]
    first_date: tuple[str, str] | None
    outcome_kind: str | None
    is_closed: bool
    is_new: bool
    submitted: str
    picture: str
    pictures: tuple[str, ...]
    words: tuple[str, str]
    texts: tuple[TextOutline, ...]

    def calls(self) -> list[str]:
        """The calls that it mentions."""
        return [key for vocabulary, key in self.mentions if vocabulary == "calls"]


# Many entries mention the same: each pair is kept once.
_SHARED: dict[tuple[str, str], tuple[str, str]] = {}
_OF_TEXT = [field.name for field in fields(TextOutline)]
_FIELDS = [field.name for field in fields(EntryOutline)]
_LISTS = ("names", "addresses", "unread", "pictures")
_PAIRS = ("relations", "mentions")
_PAIR = ("external", "first_date", "words")


def as_json(outline: EntryOutline) -> str:
    """The outline as text."""
    simple = [getattr(outline, name) for name in _FIELDS[:-1]]
    texts = [list(map(_plain, map(text.__getattribute__, _OF_TEXT))) for text in outline.texts]
    return json.dumps([*simple, texts], ensure_ascii=False, separators=(",", ":"))


def from_json(text: str | bytes) -> EntryOutline:
    """The outline in such a text. Raises ValueError, TypeError or IndexError for any other."""
    named = dict(zip(_FIELDS, json.loads(text), strict=True))
    for name in _LISTS:
        named[name] = tuple(named[name])
    for name in _PAIRS:
        named[name] = tuple([_SHARED.setdefault(pair, pair) for pair in map(tuple, named[name])])
    for name in _PAIR:
        named[name] = tuple(named[name]) if named[name] else None
    named["texts"] = tuple(map(_text, named["texts"]))
    return EntryOutline(**named)


def _plain(value: Any) -> Any:
    """A list of links or pictures by their parts."""
    if not isinstance(value, tuple):
        return value
    return [item if isinstance(item, str) else _parts_of(item) for item in value]


def _parts_of(item: FileLink | Picture) -> tuple[str, str, str]:
    return (item.written, item.path, item.fragment if isinstance(item, FileLink) else item.words)


def _text(parts: list[Any]) -> TextOutline:
    path, links, pictures, anchors, is_shown, is_clear = parts
    return TextOutline(
        path,
        tuple(FileLink(*link) for link in links),
        tuple(Picture(*picture) for picture in pictures),
        tuple(anchors),
        is_shown,
        is_clear,
    )

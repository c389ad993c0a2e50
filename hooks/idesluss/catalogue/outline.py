"""What others need of an entry, short and plain: what rules of the whole ask first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..reading.markdown import FileLink, Picture

if TYPE_CHECKING:
    from collections.abc import Iterable


class TextOutline(NamedTuple):
    """Of the text of a document: where it leads, what it shows, and where others can lead to in it.

    `is_shown` is whether anything of it is, and `is_clear` whether all of it can be read and shown.
    """

    path: str
    links: tuple[FileLink, ...]
    pictures: tuple[Picture, ...]
    anchors: tuple[str, ...]
    is_shown: bool
    is_clear: bool


class EntryOutline(NamedTuple):
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


def from_plain(parts: list[Any]) -> EntryOutline:
    """The outline in what JSON holds of it. Raises ValueError or TypeError for anything else."""
    title, names, addresses, unread, external, relations, mentions, first_date, *simple = parts
    *simple, pictures, words, texts = simple
    return EntryOutline._make(
        [
            title,
            tuple(names),
            tuple(addresses),
            tuple(unread),
            _pair(external) if external else None,
            tuple(map(_pair, relations)),
            tuple(map(_shared, mentions)),
            _pair(first_date) if first_date else None,
            *simple,
            tuple(pictures),
            _pair(words),
            tuple([_text(*text) for text in texts]),
        ]
    )


def _pair(parts: Iterable[str]) -> tuple[str, str]:
    first, second = parts
    return first, second


def _shared(parts: Iterable[str]) -> tuple[str, str]:
    pair = _pair(parts)
    return _SHARED.setdefault(pair, pair)


def _text(path: str, links: Any, pictures: Any, anchors: Any, *simple: bool) -> TextOutline:
    links, pictures = [FileLink(*link) for link in links], [Picture(*picture) for picture in pictures]
    return TextOutline(path, tuple(links), tuple(pictures), tuple(anchors), *simple)

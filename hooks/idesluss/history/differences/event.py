"""One thing that happened to an entry, and the words that such things are told in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from ...model.values import PartialDate, read_money
from ...model.vocabulary import term_label, terms_of
from ...words import Text, formats, in_every, text

if TYPE_CHECKING:
    from ...catalogue.entry import Entry

Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Event:
    """`quote` is in the entry's own language; `key` is the stage, outcome or gate it is about."""

    kind: str
    words: Text
    quote: str = ""
    key: str = ""


def term_in_words(entry: Entry, vocabulary: str, key: object) -> Text:
    """What a key is called, where it is one that the catalogue still knows."""
    settings = entry.settings
    if isinstance(key, str) and key in terms_of(settings, vocabulary):
        return term_label(settings, vocabulary, key)
    return text("story.former")


def money_in_words(value: object) -> Text | None:
    """An amount in words, given as a number or as it is written."""
    try:
        amount = read_money(value)
    except ValueError:
        return None
    return in_every(partial(formats.money, amount))


def date_in_words(value: object) -> Text | None:
    try:
        read = PartialDate.read(value)
    except ValueError:
        return None
    return in_every(partial(formats.date, read))


def change_in_words(key: str, before: Text | None, after: Text | None, /, **values: Text) -> Text:
    """The words for a change, or for a beginning or an end where one side is nothing."""
    sides = {name: words for name, words in (("before", before), ("after", after)) if words is not None}
    ending = "" if before and after else "_set" if after else "_lost"
    return text(f"{key}{ending}", **sides, **values)


def quoted(words: list[str], current: set[str]) -> str:
    """Those of the words that the entry still says, where they all are."""
    return " · ".join(words) if set(words) <= current else ""


def items_of(value: object) -> list[Item]:
    """The parts of a field that holds several, in whatever shape it once was."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def differing_items(was: object, now: object, without: str = "") -> tuple[list[Item], list[Item]]:
    """The parts that only one side has, whatever they say under `without`."""
    lost, new = [_bare(item, without) for item in items_of(was)], []
    for item in items_of(now):
        bare = _bare(item, without)
        if bare in lost:
            lost.remove(bare)
        else:
            new.append(bare)
    return lost, new


def _bare(item: Item, without: str) -> Item:
    return {name: part for name, part in item.items() if name != without}


def former_item(lost: list[Item], item: Item, *names: str) -> Item | None:
    """What the item was before: the first that agrees in these names, taken out of the list."""
    for other in lost:
        if all(other.get(name) == item.get(name) for name in names):
            lost.remove(other)
            return other
    return None

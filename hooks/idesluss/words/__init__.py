"""All words of the site and of messages, a folder for each language, and how they are filled in."""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, cast

from babel import Locale

from . import formats
from .language import LANGUAGES, SOURCE, Language
from .tables import keys, locale, missing_keys, spoken_language, template

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "LANGUAGES",
    "SOURCE",
    "Language",
    "Text",
    "enumeration",
    "in_every",
    "keys",
    "language_name",
    "missing_keys",
    "plural_form",
    "same",
    "say",
    "spoken_language",
    "template",
    "text",
]


_MONEY = "money"  # how a place in the words says that what fills it is whole kronor


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in every language, in the order of LANGUAGES."""

    by_language: tuple[str, ...]

    def in_(self, language: Language) -> str:
        """The words in one language. ValueError for a language that there is not."""
        return self.by_language[LANGUAGES.index(language)]

    def __str__(self) -> str:
        """The words in SOURCE, the same whichever other languages there are."""
        return self.in_(SOURCE)

    def each(self, change: Callable[[str], str]) -> Text:
        """The words changed in the same way in every language."""
        return Text(tuple(map(change, self.by_language)))


def in_every(words: Callable[[Language], str]) -> Text:
    """What a function says, in every language."""
    return Text(tuple(map(words, LANGUAGES)))


def same(words: str) -> Text:
    """Words that read the same in every language, such as a name or a value."""
    return Text((words,) * len(LANGUAGES))


def say(key: str, language: Language, /, **values: object) -> str:
    """Fill in the words of `key`; a `count` picks the form of its number. KeyError for an unknown key.

    What the language lacks is said in SOURCE.
    """
    spoken, words = spoken_language(key, language), template(key, language)
    if isinstance(words, dict):
        words = words.get(plural_form(spoken, cast("int", values["count"])), words["other"])
    if not values:
        return words
    filling = {name: _spoken(name, value, spoken) for name, value in values.items()}
    return _Filling(spoken).format(words, **filling) if _MONEY in words else words.format(**filling)


class _Filling(string.Formatter):
    """Fills words in, where `{amount:money}` is an amount as the language writes it, with ordinary spaces."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == _MONEY:
            return formats.money(int(value), self.language).replace("\u00a0", " ")
        return str(super().format_field(value, format_spec))


def _spoken(name: str, value: object, language: Language) -> object:
    if isinstance(value, Text):
        return value.in_(language)
    return formats.number(value, language) if name == "count" and isinstance(value, int) else value


def text(key: str, /, **values: object) -> Text:
    """The words of `key` in every language."""
    return in_every(lambda language: say(key, language, **values))


def enumeration(kind: Literal["and", "or"], items: Sequence[str | Text]) -> Text:
    """`a, b and c` or `a, b or c`; nothing where there are no items."""

    def words(language: Language) -> str:
        *first, last = [item.in_(language) if isinstance(item, Text) else item for item in items] or [""]
        return say(f"language.list.{kind}", language, first=", ".join(first), last=last) if first else last

    return in_every(words)


def language_name(code: Language) -> Text:
    """What a language is called, its own name where another language has none for it.

    One that nothing is said in here is called as the standards call it, or by its code.
    """
    key = f"language.names.{code}"
    if code not in LANGUAGES:
        return in_every(lambda own: formats.foreign_language(code, own))
    return in_every(lambda own: say(key, own) if key in keys(own) else say("language.name", code))


@cache
def plural_form(language: Language, count: int) -> str:
    """The language's form for so many, as babel names it: `one`, `other`."""
    return str(Locale.parse(locale(language)).plural_form(count))

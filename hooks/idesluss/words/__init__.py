"""All words of the site and of messages, a folder for each language, and how they are filled in."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, cast

from babel import Locale

from . import formats
from .language import LANGUAGES, Language

if TYPE_CHECKING:
    from collections.abc import KeysView

__all__ = ["LANGUAGES", "Language", "Text", "keys", "plural_form", "same", "say", "template", "text"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in both languages."""

    sv: str
    en: str

    def in_(self, language: Language) -> str:
        """The words in one of the two languages."""
        return self.sv if language == "sv" else self.en


def same(words: str) -> Text:
    """Words that read the same in every language, such as a name or a value."""
    return Text(words, words)


@cache
def _table(language: Language) -> dict[str, str | dict[str, str]]:
    flat: dict[str, str | dict[str, str]] = {}

    def flatten(prefix: str, table: dict[str, Any]) -> None:
        for key, value in table.items():
            if isinstance(value, dict) and not isinstance(value.get("other"), str):
                flatten(f"{prefix}{key}.", value)
            else:
                flat[prefix + key] = value

    for file in resources.files(__name__).joinpath(language).iterdir():
        flatten("", tomllib.loads(file.read_text(encoding="utf-8")))
    return flat


def keys(language: Language) -> KeysView[str]:
    """Every key that has words in the language; those of one file in the order that they stand there."""
    return _table(language).keys()


def template(key: str, language: Language) -> str | dict[str, str]:
    """The words of a key before anything is filled in; a table where they depend on a count."""
    return _table(language)[key]


def say(key: str, language: Language, /, **values: object) -> str:
    """Fill in the words of `key`; a `count` picks singular or plural. KeyError for an unknown key."""
    words = _table(language)[key]
    if isinstance(words, dict):
        words = words.get(plural_form(language, cast("int", values["count"])), words["other"])
    if not values:
        return words
    return words.format(**{name: _spoken(name, value, language) for name, value in values.items()})


def _spoken(name: str, value: object, language: Language) -> object:
    if isinstance(value, Text):
        return value.in_(language)
    return formats.number(value, language) if name == "count" and isinstance(value, int) else value


def text(key: str, /, **values: object) -> Text:
    """The words of `key` in both languages."""
    return Text(say(key, "sv", **values), say(key, "en", **values))


@cache
def plural_form(language: Language, count: int) -> str:
    """The language's form for so many, as babel names it: `one`, `other`."""
    return str(Locale.parse(language).plural_form(count))

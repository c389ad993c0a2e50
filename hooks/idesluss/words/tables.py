"""The words of each language by their keys, as they stand in its folder."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from .language import SOURCE, Language

if TYPE_CHECKING:
    from collections.abc import KeysView


@cache
def _table(language: Language) -> dict[str, str | dict[str, str]]:
    flat: dict[str, str | dict[str, str]] = {}

    def flatten(prefix: str, table: dict[str, Any]) -> None:
        for key, value in table.items():
            if isinstance(value, dict) and not isinstance(value.get("other"), str):
                flatten(f"{prefix}{key}.", value)
            else:
                flat[prefix + key] = value

    for file in resources.files(__package__ or "").joinpath(language).iterdir():
        flatten("", tomllib.loads(file.read_text(encoding="utf-8")))
    return flat


def keys(language: Language) -> KeysView[str]:
    """Every key that has words in the language; those of one file in the order that they stand there."""
    return _table(language).keys()


def missing_keys(language: Language) -> list[str]:
    """Keys that the language lacks words for, so that they are said in SOURCE; in alphabetical order."""
    return sorted(keys(SOURCE) - keys(language))


@cache
def spoken_language(key: str, language: Language) -> Language:
    """The language in which a key is said where it is asked for in `language`."""
    return language if key in _table(language) else SOURCE


@cache
def template(key: str, language: Language) -> str | dict[str, str]:
    """The words of a key before anything is filled in; a table where they depend on a count.

    What the language lacks is in SOURCE; KeyError for a key that SOURCE lacks too.
    """
    return _table(spoken_language(key, language))[key]


@cache
def locale(language: Language) -> str:
    """The language as babel names it."""
    return str(template("language.locale", language))

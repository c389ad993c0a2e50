"""What is left of a word when its endings are taken away, by each language's stemmer."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import Stemmer

from .characters import fold
from .tables import template

if TYPE_CHECKING:
    from collections.abc import Callable

    from .language import Language

_WORD = re.compile(r"[^\W_]+")
# What a link leads to, an address and markup are no words of a text's.
_ADDRESS = re.compile(r"\]\([^()\s]*|https?://\S+|<[^<>]*>")


class _Stems(dict[str, str]):
    """The stem of each word, worked out when it is first met: most words of a text are in others too."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._stem: Callable[[str], str] = Stemmer.Stemmer(name).stemWord

    def __missing__(self, word: str) -> str:
        self[word] = stem = self._stem(word)
        return stem


@cache
def _stems(language: Language) -> _Stems | None:
    name = template("language.stemmer", language)
    return _Stems(str(name)) if name else None


def stems_of(words: list[str], language: Language) -> list[str]:
    """Each word's stem, or the word itself where the language has no stemmer."""
    stems = _stems(language)
    return words if stems is None else [stems[word] for word in words]


@cache
def stem_of(word: str, language: Language) -> str:
    """A word's stem; each word is worked out once."""
    return stems_of([word], language)[0]


def stems_in(text: str, language: Language) -> list[str]:
    """The stem of each word of a text, as it stands there."""
    return stems_of(_WORD.findall(fold(_ADDRESS.sub(" ", text))), language)

"""What is left of a word when its endings are taken away, by each language's stemmer."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import Stemmer

from .tables import template

if TYPE_CHECKING:
    from .language import Language


@cache
def _stemmer(language: Language) -> Stemmer.Stemmer | None:
    name = template("language.stemmer", language)
    return Stemmer.Stemmer(name) if name else None


def stems_of(words: list[str], language: Language) -> list[str]:
    """Each word's stem, or the word itself where the language has no stemmer."""
    stemmer = _stemmer(language)
    return stemmer.stemWords(words) if stemmer else words


@cache
def stem_of(word: str, language: Language) -> str:
    """A word's stem; each word is worked out once."""
    return stems_of([word], language)[0]

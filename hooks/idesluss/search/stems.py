"""Words and their roots: what is left of a word when its endings are taken away."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from ..words import template
from ..words.stems import stem_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from ..words import Language

WORD = re.compile(r"[^\W_]+")
_LEAST = 6  # letters of a word that can have the t of a neuter


@cache
def bare_word(word: str) -> str:
    """Without marks over the letters, as the index has it: `hallbar`."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.category(letter).startswith("M"))


def word_root(word: str, language: Language, known: Collection[str]) -> str:
    """What `hållbar`, `hållbara` and `hållbart` share, given bare words that the texts hold.

    The stemmer takes one ending at a time, and knows no neuter: `hållbart` is one only where `hållbar`
    stands somewhere too.
    """
    neuter, now = str(template("language.neuter", language)), bare_word(word)
    while True:
        shorter = stem_of(now, language)
        if neuter and shorter == now and len(now) >= _LEAST and now.endswith(neuter):
            shorter = now[:-1] if now[:-1] in known else now
        if shorter == now or not now.startswith(shorter):
            return now
        now = shorter

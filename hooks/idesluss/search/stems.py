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
_ROOT = 5  # letters that must be left of a word that has lost an ending: demen(s) is no dem


@cache
def bare_word(word: str) -> str:
    """Without marks over the letters, as the index has it: `hallbar`."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.category(letter).startswith("M"))


_LETTERS = frozenset("åäö")  # letters of their own: the marks over others do not matter


@cache
def plain_word(word: str) -> str:
    """Without marks over the letters but those of å, ä and ö; each letter stays one sign."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFC", word)
    return "".join(letter if letter in _LETTERS else bare_word(letter) for letter in letters)


def word_root(word: str, language: Language, known: Collection[str]) -> str:
    """What `hållbar`, `hållbara` and `hållbart` share, given bare words that the texts hold.

    The stemmer takes one ending at a time, and leaves some letters that are endings only where the word
    without them stands somewhere too: the t of `hållbart`, the n of `skolan`.
    """
    now, longest = bare_word(word), True
    while True:
        shorter = stem_of(now, language)
        if not longest and len(shorter) < _ROOT:
            return now
        longest = longest and shorter == now
        if shorter == now:
            shorter = _without_last(now, language, known)
        if shorter == now or not now.startswith(shorter):
            return now
        now = shorter


def _without_last(word: str, language: Language, known: Collection[str]) -> str:
    """The word without a last letter that the stemmer knows nothing of, if it is one without it."""
    last = str(template("language.unstemmed", language))
    is_longer = len(word) >= _LEAST and word[-1] in last and word[:-1] in known
    return word[:-1] if is_longer else word

"""Text that stands where words are to come: a dot, a dash, three letters in a row, or words for *later*."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from . import text
from .characters import fold

# All but letters, which alone tell such words apart: `T.B.D.` is `tbd`.
_NO_LETTER = re.compile(r"[\W\d_]+")
_LONGEST = 200  # letters; whoever writes more has written something
_BEGINNING = 400  # characters, in which running text has more letters than that
_FILLING = "loremipsum"  # how printers' filling text begins


def has_words(written: str) -> bool:
    """Whether a text has words of its own: at least two letters that differ, and not only that more comes."""
    said = has_words_from_start(written)
    if said is not None:
        return said
    letters = _letters(written)
    return len(set(letters)) > 1 and not letters.startswith(_FILLING) and not _only_keeps_a_place(letters)


def has_words_from_start(beginning: str) -> bool | None:
    """The same of any text that begins so; None where it takes more to know.

    What begins with so many letters that differ says the same whatever follows.
    """
    letters = _letters(beginning[:_BEGINNING])
    is_enough = len(letters) > _LONGEST and len(set(letters)) > 1
    return not letters.startswith(_FILLING) if is_enough else None


def has_value(written: str) -> bool:
    """The same of a value, which a number may be."""
    return has_words(written) or any(character.isdigit() for character in written)


def has_letters(written: str) -> bool:
    """Whether there is anything but punctuation: a letter, a number or a picture, in any script."""
    kinds = map(unicodedata.category, written)
    return any(kind[0] in "LN" or kind == "So" for kind in kinds)


def _letters(written: str) -> str:
    return _NO_LETTER.sub("", fold(written))


def _only_keeps_a_place(letters: str) -> bool:
    """Whether there are only such words, one or more after each other."""
    if len(letters) > _LONGEST or (letters and not letters.startswith(_placeholders())):
        return False
    ends = {0}
    for at in range(len(letters)):
        if at in ends:
            ends |= {at + len(words) for words in _placeholders() if letters.startswith(words, at)}
    return len(letters) in ends


@cache
def _placeholders() -> tuple[str, ...]:
    """Words of every language, as people write in any."""
    listed = text("language.placeholders").by_language
    return tuple({_letters(words) for language in listed for words in language.split(",")})

"""The Swedish alphabet: names in its order, and the letter that each begins with."""

from __future__ import annotations

import unicodedata

OTHER = "#"
_LAST = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}  # the signs that follow z
_LETTERS = {"{": "Å", "|": "Ä", "}": "Ö"}


def alphabetical(name: str) -> str:
    """A key that sorts å, ä and ö after z, and other marked letters as their plain ones."""
    folded = unicodedata.normalize("NFC", name).casefold().lstrip("\"'”’(–- ")
    return "".join(_LAST.get(letter) or unicodedata.normalize("NFKD", letter)[0] for letter in folded)


def initial_letter(name: str) -> str:
    """The letter that a name stands under; OTHER for a digit or sign."""
    first = alphabetical(name)[:1]
    return _LETTERS.get(first) or (first.upper() if "a" <= first <= "z" else OTHER)

"""Texts in tables that no spreadsheet takes for a formula, whichever sign it parts cells by."""

from __future__ import annotations

import re

# What makes a cell a formula: at its start, or after a sign that parts cells in a spreadsheet of another
# language, with spaces and quotation marks before it. Signs of full width count in some languages.
_FORMULA = r"[\s'\"\ufeff]*[=+\-@|%\t\r\n\uff1d\uff0b\uff0d\uff20\u2212]"
_AT_START = re.compile(_FORMULA)
# A sign that parts cells or rows, where a formula would begin right after it.
_AFTER_SIGN = re.compile(rf"[;,\t\r\n](?={_FORMULA})")
_PROTECTED_START = re.compile(rf"'(?={_FORMULA})")
# The same with the apostrophe that stands there once the words are protected.
_PROTECTED_AFTER = re.compile(rf"([;,\t\r\n])'(?={_FORMULA})")


_HARMLESS = re.compile(r"\w[\w .:/?&#()-]*")


def is_harmless(words: str) -> bool:
    """Whether they begin no formula and part no cells: most values are a key or a few plain words."""
    return _HARMLESS.fullmatch(words) is not None


def protected(words: str) -> str:
    """The words with an apostrophe where a formula would begin."""
    if is_harmless(words):
        return words
    safe = _AFTER_SIGN.sub(_with_apostrophe, words)
    return f"'{safe}" if _AT_START.match(safe) else safe


def _with_apostrophe(sign: re.Match[str]) -> str:
    return f"{sign[0]}'"


def unprotected(words: str) -> str:
    """The words as they were before `protected`."""
    start = 1 if _PROTECTED_START.match(words) else 0
    return _PROTECTED_AFTER.sub(r"\1", words[start:])

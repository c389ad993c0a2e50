"""Bytes become text, in whichever encoding a spreadsheet saved them."""

from __future__ import annotations

import codecs
import unicodedata
from functools import cache

from charset_normalizer import from_bytes

from .sheet import UnreadableSheet

# The longer first: that of UTF-32 begins as that of UTF-16.
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# In the order of how common they are; what an earlier one reads as well as a later, it has read.
_EUROPEAN = (
    "cp1252",
    "mac_roman",
    "cp850",
    "iso8859_15",
    "cp1250",
    "iso8859_2",
    "cp1251",
    "koi8_r",
    "cp1253",
)
_ELSEWHERE = ["cp932", "euc_jp", "gb18030", "big5", "euc_kr"]
_SAMPLE = 200_000
# Of 1: what a text must reach that is read as words and not as signs, more where all signs are letters.
_GOOD, _GOOD_OF_LETTERS = 0.3, 0.55
_ALL_LETTERS = frozenset({"cp1251", "koi8_r", "cp1253"})
_NEAR = frozenset("åäöÅÄÖæøÆØéÉüÜßèêëàáâãçñóòôõíìîïúùûðþÐÞ")
_TYPOGRAPHY = frozenset("–—\u2018’“”•…€§°\u00b4·«»£½©®\u00a0")


def decode(content: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text and its encoding. Raises UnreadableSheet."""
    name = encoding or _encoding_of(content)
    try:
        return content.decode(name).removeprefix("\ufeff"), name
    except (UnicodeError, LookupError) as error:
        raise UnreadableSheet("encoding" if encoding else "not_sheet", given=encoding) from error


def _encoding_of(content: bytes) -> str:
    marked = next((name for mark, name in _MARKS.items() if content.startswith(mark)), None)
    if marked:
        return marked
    if content[:400].count(0) > len(content[:400]) // 4:
        return "utf-16-le" if content[1:400:2].count(0) > content[0:400:2].count(0) else "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(content)
    return "utf-8"


def _guessed(content: bytes) -> str:
    """The encoding that makes words of the bytes: a European one where any does."""
    lines = content[:_SAMPLE].rpartition(b"\n")[0] or content
    sample = b"\n".join(line for line in lines.split(b"\n") if not line.isascii()) or content
    scores = {name: _score(sample, name) for name in _EUROPEAN}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] >= (_GOOD_OF_LETTERS if best in _ALL_LETTERS else _GOOD):
        return best
    elsewhere = from_bytes(sample, cp_isolation=_ELSEWHERE).best()
    return elsewhere.encoding if elsewhere else best


def _score(sample: bytes, encoding: str) -> float:
    """How much like words the signs beyond ASCII are, from -1 to 1; -2 where the bytes are none of its."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return -2
    points = [
        _points(sign, text[at - 1 : at], text[at + 1 : at + 2])
        for at, sign in enumerate(text)
        if sign > "\x7f"
    ]
    return sum(points) / len(points) if points else 0


def _points(sign: str, before: str, after: str) -> float:
    """A letter of a neighbour's language is likely, another one less so, a sign within a word not at all."""
    kind = _category(sign)
    if kind[0] == "L":
        is_odd = kind == "Lu" and before.islower()  # a capital within a word
        return -0.5 if is_odd else 1.0 if sign in _NEAR else 0.6
    if sign in _TYPOGRAPHY and not (before.isalpha() and after.isalpha()):
        return 0.4
    return -1.0


@cache
def _category(sign: str) -> str:
    return unicodedata.category(sign)

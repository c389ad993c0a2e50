"""A text as its reader sees it, with the way back to where each sign was written."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

_MUTE = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u2028-\u202e\u2060-\u206f\u20d0-\u20ff\u3164\ufe00-\ufe0f\ufeff\uffa0"
)
_CODE = (
    r"(?<=&)(?:#[0-9]{1,9}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z]{2,12});?|(?<=%)[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*"
    r"|(?<=\\)(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})"
)
# Signs that are a number from 10 to 50, in a circle, in brackets or with a point.
_TENS = (
    r"\u2469-\u2473\u247d-\u2487\u2491-\u249b\u24eb-\u24f4\u24fe\u277f\u2789\u2793"
    r"\u3248-\u324f\u3251-\u325f\u32b1-\u32bf"
)
_UNSEEN = rf"(?<=[{_MUTE}{_TENS}])"
# A backslash at the end of a line joins it to the next, whose indent does not count.
_MARKUP = r"(?<=<)[^<>]*>|(?<=\\)\n[ ]*|(?<=[*_~`\\])"
# Each begins with one class of signs, as such a search is ten times as quick as one for alternatives.
_AS_WRITTEN = re.compile(rf"[&%\\{_MUTE}{_TENS}](?:{_CODE}|{_UNSEEN})")
# As written, and without the markup that a reader does not see.
_WITHOUT_MARKUP = re.compile(rf"[&%\\<*_~`{_MUTE}{_TENS}](?:{_CODE}|{_UNSEEN}|{_MARKUP})")
# And without comments, which may be left open to the end.
_WITHOUT_COMMENTS = re.compile(
    rf"[&%\\<*_~`{_MUTE}{_TENS}](?:(?<=<)!--.*?(?:-->|\Z)|{_CODE}|{_UNSEEN}|{_MARKUP})", re.DOTALL
)
# A digit, few signs that may part digits, and then markup.
_MARKED = re.compile(rf"[0-9{_TENS}][^0-9A-Za-z<*_~`\\]{{0,6}}[<*_~`\\]")
_DASHES, _PLUS = "\u02d7\u2043\u2212\u2796", "\u2795"
_DIGITS = range(10)
_LAST = 0x10FFFF


class _Likeness(dict[int, str]):
    """Each character as the plain one it looks like: dashes, spaces, and digits by their Unicode value.

    Learnt when first met.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        composed = unicodedata.normalize("NFKC", character)
        folded = composed if len(composed) == 1 else character
        category = unicodedata.category(folded)
        value = unicodedata.numeric(character, -1)
        if value in _DIGITS:
            folded = str(int(value))
        elif category == "Pd" or folded in _DASHES:
            folded = "-"
        elif category == "Zs" or folded == "\t":
            folded = " "
        self[code] = "+" if folded == _PLUS else folded
        return self[code]


_LIKENESS = _Likeness()


@dataclass(frozen=True, slots=True)
class SeenText:
    """A text with some of it taken away or decoded, in pieces."""

    text: str
    pieces: list[tuple[int, int, int]]  # where it begins here, and begins and ends in the text as written

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text as written that stands which begins and ends here."""
        return self._origin(start)[0], self._origin(end - 1)[1]

    def _origin(self, at: int) -> tuple[int, int]:
        piece = bisect_right(self.pieces, at, key=lambda piece: piece[0]) - 1
        here, start, end = self.pieces[piece]
        after = self.pieces[piece + 1][0] if piece + 1 < len(self.pieces) else len(self.text)
        is_as_written = after - here == end - start
        return (start + at - here, start + at - here + 1) if is_as_written else (start, end)


def seen_texts(text: str, *, is_mail: bool) -> Iterator[SeenText]:
    """The text with its markup, without it, and without comments, if markup stands where it can divide."""
    alike = text.translate(_LIKENESS)
    yield _view(alike, _AS_WRITTEN)
    if is_mail or _MARKED.search(alike):
        yield _view(alike, _WITHOUT_MARKUP)
    if "<!--" in text:
        yield _view(alike, _WITHOUT_COMMENTS)


def _view(text: str, hidden: re.Pattern[str]) -> SeenText:
    parts: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    length = last = 0
    for match in (*hidden.finditer(text), None):
        start, end = match.span() if match else (len(text), len(text))
        shown = _decoded(match[0]) if match else ""
        for part, first, after in ((text[last:start], last, start), (shown, start, end)):
            if part:
                parts.append(part)
                pieces.append((length, first, after))
                length += len(part)
        last = end
    return SeenText("".join(parts), pieces)


@lru_cache(maxsize=1024)
def _decoded(code: str) -> str:
    """What a browser or a reader of fields makes of it; nothing, if it is markup or cannot be seen."""
    if code[0] == "&":
        shown = html.unescape(code)
    elif code[0] == "%":
        shown = unquote(code)
    elif code[0] == "\\" and len(code) > 1:
        shown = "" if code[1] == "\n" else chr(min(int(code.lstrip("\\xuU"), 16), _LAST))
    else:
        return _tens(code)
    return re.sub(f"[{_MUTE}]", "", shown).translate(_LIKENESS)


def _tens(sign: str) -> str:
    """The digits of a sign that is a whole number above nine; nothing of any other."""
    value = unicodedata.numeric(sign, 0) if len(sign) == 1 else 0
    return str(int(value)) if value > _DIGITS[-1] else ""


def with_plain_digits(text: str) -> str:
    """The text with every number of one sign in plain digits, without a way back."""
    return re.sub(f"[{_TENS}]", lambda match: _tens(match[0]), text.translate(_LIKENESS))

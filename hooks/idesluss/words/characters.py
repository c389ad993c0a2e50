"""Characters: what a reader cannot see is refused, and the rest is brought to one form."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Control characters but tab and line feed, and characters that have no shape of their own:
# they can hide words from a reviewer or turn the reading order round (Unicode TR 36, TR 55).
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffd\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
# Of the characters of one byte in Latin-1 those that can be seen, or that may stand anywhere.
_SEEN = bytes(byte for byte in range(256) if not _HIDDEN.match(chr(byte)))
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e007a]{1,6}\U000e007f")
_JOINER, _NON_JOINER, _TEXT_STYLE, _EMOJI_STYLE = "\u200d", "\u200c", "\ufe0e", "\ufe0f"
_VIRAMA = 9  # the combining class after which a joiner shapes a letter (RFC 5892, appendix A)
_EMOJI_BASES = "0123456789#*\u2139\u3030"


def hidden_characters(text: str) -> Iterator[tuple[int, str]]:
    """Offset and name of each character that cannot be seen.

    Emoji sequences, flags and the joiners of scripts that need them pass.
    """
    if _is_all_seen(text):
        return
    flags = [match.span() for match in _FLAG.finditer(text)] if "\U0001f3f4" in text else []
    for match in _HIDDEN.finditer(text):
        at = match.start()
        if not _belongs(text, at) and not any(first < at < end for first, end in flags):
            yield at, character_name(match[0])


def _is_all_seen(text: str) -> bool:
    """Whether a text in Latin-1, as most are, has none of them; else nothing is known."""
    try:
        return not text.encode("latin-1").translate(None, _SEEN)
    except UnicodeEncodeError:
        return False


def _belongs(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    match text[at]:
        case "\u200d":
            is_emoji = bool(before and after) and _is_symbol(before) and _is_symbol(after)
            return is_emoji or (bool(before) and unicodedata.combining(before) == _VIRAMA)
        case "\u200c":
            return bool(before and after) and {unicodedata.category(c) for c in before + after} <= {
                "Lo",
                "Mn",
                "Mc",
            }
        case "\ufe0e" | "\ufe0f":
            return bool(before) and (_is_symbol(before) or before in _EMOJI_BASES)
        case _:
            return False


def _is_symbol(character: str) -> bool:
    return unicodedata.category(character) in {"So", "Sk", "Sm", "Po"} or character in {
        _EMOJI_STYLE,
        _TEXT_STYLE,
    }


def character_name(character: str) -> str:
    """`U+200B ZERO WIDTH SPACE`, for messages."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


def composed(text: str) -> str:
    """å as one character, not a and a ring (NFC)."""
    is_composed = text.isascii() or unicodedata.is_normalized("NFC", text)
    return text if is_composed else unicodedata.normalize("NFC", text)


def plain(text: str, longest: int = 200) -> str:
    """The text made safe for one line of a terminal or log: controls escaped, cut when long."""
    shown = "".join(
        c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode("ascii") for c in text
    )
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"


def slugify(text: str, longest: int | None = None) -> str:
    """`Behov på sikt` becomes `behov-pa-sikt`, cut to at most so many signs; a hyphen is never the last."""
    ascii_only = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:longest].rstrip("-")


def fold(text: str) -> str:
    """For comparing headings and words: case, width and spacing do not matter."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def capitalized(words: str) -> str:
    """The words with a capital first, and the rest as they are."""
    return words[:1].upper() + words[1:]


def within_sentence(words: str) -> str:
    """The words as a sentence goes on with them: a small letter first, but not where capitals follow it."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words

"""A line of a golden case and the bytes it stands for: what an eye would miss is written out in braces.

`{U+200B ZERO WIDTH SPACE}` is a character, whose name may be left out; `{0xE4}` is a byte that is not
UTF-8; `{300 times >}` is a repetition; and `{no newline}` ends the last line of a file that ends without one.
"""

from __future__ import annotations

import re
import unicodedata

_NO_NEWLINE = "{no newline}"
_BRACED = re.compile(
    r"\{(?:"
    # Code points as the checker writes them, up to the last; those of surrogates are no characters.
    r"U\+(?P<code>(?!D[89A-F])[0-9A-F]{4}|[1-9A-F][0-9A-F]{4}|10[0-9A-F]{4})(?: (?P<name>[A-Z0-9 -]+))?"
    # A byte below 0x80 is UTF-8, and is written as its character.
    r"|0x(?P<byte>[89A-F][0-9A-F])"
    r"|(?P<count>[1-9]\d*) times (?P<text>[^{}]+)"
    r")\}"
)
# What begins as one of them and is none was meant as one.
_ALMOST = re.compile(r"\{(?:U\+|0x|\d+ times|no newline)")


def bytes_of(text: str) -> bytes:
    """The line with its newline, as it stands in the catalogue's file; ValueError says what is unclear."""
    _refuse_unseen(text)
    written, ending = (text.removesuffix(_NO_NEWLINE), "") if text.endswith(_NO_NEWLINE) else (text, "\n")
    almost = _ALMOST.search(_BRACED.sub("", written))
    if almost:
        msg = f"`{almost[0]}` begins something in braces that is not understood"
        raise ValueError(msg)
    return (_BRACED.sub(_meant, written) + ending).encode("utf-8", "surrogateescape")


def _refuse_unseen(text: str) -> None:
    shown = text[:-1] + "\0" if text.endswith(" ") else text
    for at, character in enumerate(shown):
        if not character.isprintable():
            code = f"{{U+{ord(text[at]):04X}}}"
            msg = f"a reader cannot see the character at column {at + 1}; write {code} in its place"
            raise ValueError(msg)


def _meant(braced: re.Match[str]) -> str:
    if braced["byte"]:
        return bytes.fromhex(braced["byte"]).decode("utf-8", "surrogateescape")
    if braced["count"]:
        return int(braced["count"]) * braced["text"]
    return _character(braced["code"], braced["name"])


def _character(code: str, name: str | None) -> str:
    character = chr(int(code, 16))
    if name and not _is_called(character, name):
        msg = f"U+{code} is not {name}"
        raise ValueError(msg)
    return character


def _is_called(character: str, name: str) -> bool:
    try:
        return unicodedata.lookup(name) == character
    except KeyError:
        return False

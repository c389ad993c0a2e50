"""Somebody's words in Markdown that GitHub shows: nothing but words, whatever they hold.

Nothing is added that cannot be seen, so that what is copied from there is what was written.
"""

from __future__ import annotations

import re

from .characters import plain

# Signs that begin or end something in Markdown or HTML; a backslash makes each of them a sign.
_SIGNS = re.compile(r"([\\`*_\[\]|<>~&!])")
# What begins a list, a heading's line or a table's at the beginning of a line: `1.`, `-`, `===`, `:-`.
_BEGINNING = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=:]))")
# What GitHub makes something of whatever stands before it: mentions, numbers of issues and commits, mail,
# addresses, formulas, small pictures. Only within code it is let be.
_ACTIVE = re.compile(
    r"[@#$]|:/|www\.|mailto:|xmpp:|:[\w+-]|\bGH-|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])", re.IGNORECASE
)
# Code as the project's own sentences have it: `stage: idea`.
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
# A word between the signs of its sentence: `(a@b.example).`
_WORD = re.compile(r"^(\(*)(.*?)([.,;?)]*)$", re.DOTALL)
_SPACES = re.compile("[\u00a0\u202f]")
_LONGEST = 120


def inert(words: str, longest: int = _LONGEST) -> str:
    """Words as a code span that they cannot end: no link, no mention, no HTML."""
    return _as_code(_plain(words, longest))


def quiet(words: str, longest: int = 400) -> str:
    """A sentence that may hold somebody's words, as Markdown that is words and code, and nothing more.

    What stands between grave accents is code, and so is each word that GitHub would make something of.
    """
    sentence, at, shown = "", 0, _plain(words, longest).strip()
    for code in _CODE.finditer(shown):
        sentence = _joined(_joined(sentence, _sentence(shown[at : code.start()])), _as_code(code[2]))
        at = code.end()
    sentence = _joined(sentence, _sentence(shown[at:]))
    return _BEGINNING.sub(r"\g<1>\\", sentence)


def _sentence(words: str) -> str:
    sentence = ""
    for part in re.split("( )", words):
        sentence = _joined(
            sentence, _word_as_code(part) if _ACTIVE.search(part) else _SIGNS.sub(r"\\\g<1>", part)
        )
    return sentence


def _word_as_code(word: str) -> str:
    """The sentence's own signs stand outside, so that they are not copied with the word."""
    before, inner, after = _WORD.findall(word)[0]
    return f"{before}{_as_code(inner)}{after}"


def _joined(before: str, after: str) -> str:
    """One after the other; two pieces of code are kept apart, as their accents would be taken together."""
    return f"{before}{' ' if before.endswith('`') and after.startswith('`') else ''}{after}"


def _as_code(shown: str) -> str:
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    pad = " " if "`" in shown else ""
    return f"{fence}{pad}{shown or ' '}{pad}{fence}"


def _plain(words: str, longest: int) -> str:
    """In one line, with the spaces that hold a number together as ordinary ones."""
    return plain(_SPACES.sub(" ", words), longest)

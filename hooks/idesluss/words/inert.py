"""Somebody's words in Markdown that GitHub shows: nothing but words, whatever they hold."""

from __future__ import annotations

import re

from .characters import plain

# Signs that begin or end something in Markdown, HTML or a mention.
_SIGNS = re.compile(r"([\\`*_\[\]#|<>~&@])")
_SPACES = re.compile("[\u00a0\u202f]")
_LONGEST = 120
_JOINER = "\u2060"


def inert(words: str, longest: int = _LONGEST) -> str:
    """Words as a code span that they cannot end: no link, no mention, no HTML."""
    shown = _plain(words, longest)
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    pad = " " if "`" in shown else ""
    return f"{fence}{pad}{shown or ' '}{pad}{fence}"


def quiet(words: str, longest: int = 400) -> str:
    """A sentence that may hold somebody's words, as plain Markdown: signs that do something are escaped.

    At and number signs are followed by a character that is not seen, so that GitHub calls nobody.
    """
    escaped = _SIGNS.sub(r"\\\g<1>", _plain(words, longest))
    return escaped.replace("@", f"@{_JOINER}").replace("#", f"#{_JOINER}")


def _plain(words: str, longest: int) -> str:
    """In one line, with the spaces that hold a number together as ordinary ones."""
    return plain(_SPACES.sub(" ", words), longest)

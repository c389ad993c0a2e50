"""Text as somebody typed it, made Markdown that says the same.

The rules are regular expressions that Python and JavaScript read alike, since the form on the site does this
in the reader's browser. They are applied in order; `$&` stands for what was found.
"""

from __future__ import annotations

import re
import unicodedata

# Pattern, replacement, and whether ^ and $ are the ends of lines.
RULES: tuple[tuple[str, str, bool], ...] = (
    (r"\r\n?|[\u0085\u2028\u2029]", "\n", False),
    (r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", " ", False),
    # What cannot be seen and could hide words from a reviewer: see words/characters.py.
    (
        (
            r"[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
            r"\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufe00-\ufe0d\ufeff\uffa0\ufff0-\uffff]"
        ),
        "",
        False,
    ),
    (r"^ +| +$", "", True),
    (r"\n{3,}", "\n\n", False),
    (r"^\n+|\n+$", "", False),
    # Signs that Markdown would take for something else than the words they are.
    (r"[\\<`]", r"\$&", False),
    (r"&(?=#?[A-Za-z0-9]+;)", r"\$&", False),
    (r"\](?=[(\[:])", r"\$&", False),
    (r"^(?:#|>|~~~|=+$|[-_*](?: ?[-_*])+$)", r"\$&", True),
)
# Halves of a pair that no text can be made of.
_LONE = re.compile("[\ud800-\udfff]")
_COMPILED = tuple(
    (
        re.compile(pattern, re.MULTILINE if has_lines else 0),
        replacement.replace("\\", "\\\\").replace("$&", r"\g<0>"),
    )
    for pattern, replacement, has_lines in RULES
)
LINE_RULES = 4  # so many make one line of text; the others are about lines and Markdown


def typed_as_markdown(typed: str) -> str:
    """Paragraphs and lists as they were typed; nothing else that Markdown could make of the signs."""
    return _ruled(typed, len(RULES))


def typed_as_line(typed: str) -> str:
    """One line without what cannot be seen."""
    return " ".join(_ruled(typed, LINE_RULES).split())


def _ruled(typed: str, count: int) -> str:
    words = unicodedata.normalize("NFC", _LONE.sub("", typed))
    for pattern, replacement in _COMPILED[:count]:
        words = pattern.sub(replacement, words)
    return words

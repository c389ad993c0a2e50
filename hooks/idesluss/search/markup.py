"""Words out of markup, section by section."""

from __future__ import annotations

import html
import re

from .record import TextPart

_HEADING = re.compile(r'<h[2-6][^>]* id="([^"]+)"[^>]*>(.*?)</h[2-6]>', re.DOTALL)
_SPACED = re.compile(
    r"</?(?:p|li|ul|ol|dl|dt|dd|div|tr|td|th|table|blockquote|pre|section|br|hr|h\d)\b[^>]*>"
)
_NOTE = re.compile(r'<sup[^>]*>\s*<a [^>]*href="#.*?</sup>', re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")


def words_of(made: str) -> str:
    """The words alone, with single spaces."""
    bare = _MARKUP.sub("", _SPACED.sub(" ", _NOTE.sub("", made)))
    return " ".join(html.unescape(bare).split())


def parts_of(made: str) -> tuple[TextPart, ...]:
    """The words under each heading that has an id; first, without a heading, what stands before them."""
    before, *rest = _HEADING.split(made)
    told = [TextPart("", "", words_of(before))]
    told += [
        TextPart(rest[at], words_of(rest[at + 1]), words_of(rest[at + 2])) for at in range(0, len(rest), 3)
    ]
    return tuple(part for part in told if part.heading or part.words)

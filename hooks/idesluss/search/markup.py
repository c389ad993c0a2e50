"""Words out of markup, section by section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..reading.markdown import words_in
from .record import TextPart

if TYPE_CHECKING:
    from ..reading.markdown import Body

# A heading that a link can lead to: its id, and all down to where it ends.
_HEADING = re.compile(r'<h[2-6][^>]* id="([^"]+)"[^>]*>(.*?)</h[2-6]>', re.DOTALL)


def parts_of_body(body: Body) -> tuple[TextPart, ...]:
    """The words under each heading of a body; first, without a heading, what stands before them."""
    parts = [TextPart("", "", words_in(body.lead))]
    parts += [TextPart(section.id, section.title, words_in(section.own_html)) for section in body.sections]
    return tuple(part for part in parts if part.heading or part.words)


def parts_of(html: str) -> tuple[TextPart, ...]:
    """The same of a hand-written page, which MkDocs has rendered, by its headings that have an id."""
    before, *rest = _HEADING.split(html)
    parts = [TextPart("", "", words_in(before))]
    parts += [
        TextPart(rest[at], words_in(rest[at + 1]), words_in(rest[at + 2])) for at in range(0, len(rest), 3)
    ]
    return tuple(part for part in parts if part.heading or part.words)

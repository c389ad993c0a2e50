"""A text as it once was, among several on a page: no ids, no pictures, and headings below the page's own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from ...history.archive import FormerState
    from ...reading.markdown import Body
    from ..base.writer import Writer

# The sanitizer writes tags and attributes in this one way; in words, the same signs stand for themselves.
_TAG = re.compile(r"<[a-z][^>]*>")
# Where a place is, or a way to one on the same page.
_ID_OR_WITHIN = re.compile(r' id="[^"]*"| href="#[^"]*"')
# A picture with its words, if it has any.
_PICTURE = re.compile(r'<img\b(?:[^>]*? alt="([^"]*)")?[^>]*>')
# The beginning or end of a heading, up to its level.
_HEADING = re.compile(r"(</?h)([2-6])\b")
_LOWEST = 6


def former_text(writer: Writer, state: FormerState | None) -> Markup:
    """The idea's text and then its plan's; nothing where the version is withheld."""
    if state is None:
        return Markup()
    plan = _shown(writer, state.plan, 1) if state.plan else Markup()
    if plan:
        plan = Markup("<h4>{}</h4>\n{}").format(writer.word("plan.heading"), plan)
    return _shown(writer, state.body, 2) + plan


def _shown(writer: Writer, body: Body, deeper: int) -> Markup:
    placeless = _TAG.sub(lambda match: _ID_OR_WITHIN.sub("", match[0]), body.html)
    content = _PICTURE.sub(lambda match: match[1] or "", placeless)
    lowered = _HEADING.sub(lambda match: f"{match[1]}{min(_LOWEST, int(match[2]) + deeper)}", content)
    return writer.body(replace(body, html=lowered))

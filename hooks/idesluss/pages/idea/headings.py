"""Headings that link to themselves, and the list of them at the top of the page."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from ...reading.markdown import Body, Section
    from ...words import Language
    from .idea_page import IdeaPage
    from .parts import Part

_SECTION_LEVEL = 2
_DEEPEST_LINKED = 4


@dataclass(frozen=True, slots=True)
class ContentsHeading:
    """A heading's id and words; `language` where they are the idea's own."""

    id: str
    words: Markup
    language: Language | None


def contents_of(shown: IdeaPage, parts: list[Part]) -> list[ContentsHeading]:
    """The sections of the page in order; those of the body come first and are in the idea's language."""
    language = shown.idea.language
    own = [
        ContentsHeading(section.id, _escaped(section.title), language)
        for section in shown.body.sections
        if section.level == _SECTION_LEVEL
    ]
    return [*own, *(ContentsHeading(part.id, _escaped(part.words), None) for part in parts)]


def _escaped(words: str) -> Markup:
    """Quotation marks stand as they are, as they do in the headings themselves."""
    return Markup(html.escape(words, quote=False))  # noqa: S704  # escaped


def with_permalinks(body: Body) -> str:
    """The body's HTML with each heading down to level 4 made a link to itself."""
    linked = body.html
    for section in body.sections:
        if section.level <= _DEEPEST_LINKED:
            linked = _with_permalink(linked, section)
    return linked


def _with_permalink(whole: str, section: Section) -> str:
    opening = whole.index(f'<h{section.level} id="{section.id}"')
    start = whole.index(">", opening) + 1
    end = whole.index(f"</h{section.level}>", start)
    words = whole[start:end]
    if "<a " in words:  # a link within a link is no HTML
        return whole
    return f'{whole[:start]}<a class="permalink" href="#{section.id}">{words}</a>{whole[end:]}'

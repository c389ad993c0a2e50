"""Headings that link to themselves, and the list of them at the top of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from ...reading.markdown import ID_PREFIX

if TYPE_CHECKING:
    from ...words import Language

_HEADING = re.compile(r'<h([2-4])([^>]*) id="([^"]+)"([^>]*)>(.*?)</h\1>', re.DOTALL)
_SECTION = re.compile(r'<h2[^>]* id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class ContentsHeading:
    """A heading's id and words; `language` where they are the idea's own."""

    id: str
    words: Markup
    language: Language | None


def linked(html: Markup) -> Markup:
    """The same with each heading that can be pointed at made a link to itself."""
    return Markup(_HEADING.sub(_link, html))  # noqa: S704  # only links are added to what was escaped


def _link(found: re.Match[str]) -> str:
    level, before, name, after, words = found.groups()
    if "<a " in words:  # a link within a link is no HTML
        return found[0]
    link = f'<a class="permalink" href="#{name}">{words}</a>'
    return f'<h{level}{before} id="{name}"{after}>{link}</h{level}>'


def contents(html: Markup, language: Language) -> list[ContentsHeading]:
    """The sections of the page in order; those of the body are in the idea's language."""
    return [
        ContentsHeading(name, _bare(words), language if name.startswith(ID_PREFIX) else None)
        for name, words in _SECTION.findall(html)
    ]


def _bare(words: str) -> Markup:
    return Markup(_MARKUP.sub("", words))  # noqa: S704  # as above

"""No two headings of a page alike: one of a text that is like another says where it stands."""

from __future__ import annotations

import html
import re
from itertools import count
from typing import TYPE_CHECKING

from ...reading.markdown import words_in
from ...words.characters import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...reading.markdown import Body

# Of a heading as the site writes it: its attributes, and all that stands in it.
_HEADING = re.compile(r"<h[1-6]\b([^>]*)>(.*?)</h[1-6]>", re.DOTALL)
# Of a heading's attributes: its place on the page.
_ID = re.compile(r' id="([^"]+)"')
_CONTENTS = '<nav class="on-page"'


def with_headings_apart(content: str, texts: Iterable[tuple[Body, str]]) -> str:
    """The page's content, in which a heading of a text that is like another is told apart from it.

    The texts are given with what they are called. Other headings are the page's own, and stay as they are.
    """
    listed = [*texts]
    of_texts = {section.id for body, _ in listed for section in body.sections}
    taken = {
        fold(words_in(words))
        for attributes, words in _HEADING.findall(content)
        if not of_texts.intersection(_ID.findall(attributes))
    }
    for body, name in listed:
        for heading, where in _places(body, name, taken):
            content = _with_place(content, heading, f' <span class="where">{html.escape(where)}</span>')
    return content


def _places(body: Body, name: str, taken: set[str]) -> Iterator[tuple[str, str]]:
    """The id of each heading that is like one before it, and where it stands: under what, or in what text."""
    above: dict[int, str] = {}
    for section in body.sections:
        above = {level: title for level, title in above.items() if level < section.level}
        ways = _ways(above[max(above)] if above else name)
        where = next(where for where in ways if fold(f"{section.title} {where}") not in taken)
        taken.add(fold(f"{section.title} {where}"))
        above[section.level] = section.title
        if where:
            yield section.id, where


def _ways(place: str) -> Iterator[str]:
    """What may be said of where a heading stands: nothing, where it is like no other."""
    yield from ("", place)
    yield from (f"{place} {number}" for number in count(2))


def _with_place(content: str, heading: str, place: str) -> str:
    """The content with the place in the heading, and in the list of contents where that has it."""
    contents_end = content.find("</nav>", content.find(_CONTENTS)) if _CONTENTS in content else 0
    # The heading first: it stands below the list, whose places thereby stay as they are.
    for opening, closing, last in (
        (f' id="{heading}"', "</h", len(content)),
        (f'<a href="#{heading}"', "</a>", contents_end),
    ):
        at = content.find(opening, 0, last)
        if at >= 0:
            end = content.index(closing, at)
            content = f"{content[:end]}{place}{content[end:]}"
    return content

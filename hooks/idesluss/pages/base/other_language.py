"""Text in another language than the page's: each block that holds some says so, once, to everybody.

A block that a template has labelled itself, where the label stands better elsewhere, gets no other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ...words import Language

_LANG = ' lang="'
# A block or a heading as it begins or ends, and every other tag that tells a language.
_TAG = re.compile(
    r"<(?P<end>/?)(?:(?P<block>article|aside|header|nav|section)|(?P<heading>h[1-6]))\b[^>]*>"
    rf"|<[a-z][^>]*?{_LANG}[^>]*>"
)
_LANGUAGE = re.compile(rf'{_LANG}([^"]+)"')
_IS_LABEL = re.compile(r' class="in-language"')
_IS_TEXT = re.compile(r' class="[^"]*\bprose\b')


@dataclass(slots=True)
class _Block:
    """A part of a page with a heading of its own. `at` is where its label belongs.

    That is below its first heading, or at its beginning where something in another language stands above.
    What stands in a text is not asked for its language: a word of another in it is no block.
    """

    at: int
    is_in_text: bool
    heading: int = 0  # 1 while the first is read, 2 after it
    is_labelled: bool = False
    languages: list[Language] = field(default_factory=list)

    def begin_heading(self) -> None:
        if not self.heading:
            self.heading = 2 if self.languages else 1

    def end_heading(self, at: int) -> None:
        if self.heading == 1:
            self.heading, self.at = 2, at

    def take(self, tag: str, own: Language) -> None:
        """Take note of the language that a tag tells, where it is another than the page's own."""
        self.is_labelled |= bool(_IS_LABEL.search(tag))
        named = [] if self.is_in_text else _LANGUAGE.findall(tag)
        self.languages += [each for each in named if each != own and each not in self.languages]


def with_labels(content: str, own: Language, label: Callable[[Iterable[Language]], str]) -> str:
    """The content with a label in each block that holds text in other languages than the page's own."""
    if _LANG not in content:
        return content
    parts, start = [], 0
    for block in sorted(_blocks(content, own), key=lambda block: block.at):
        if block.languages and not block.is_labelled:
            parts += [content[start : block.at], label(block.languages)]
            start = block.at
    return "".join([*parts, content[start:]])


def _blocks(content: str, own: Language) -> list[_Block]:
    """Every block of the content; what stands in none belongs to the whole, below the page's header."""
    within = [_Block(0, is_in_text=False)]
    blocks = [*within]
    for tag in _TAG.finditer(content):
        if tag["block"] and tag["end"]:
            within.pop()
            if tag["block"] == "header" and not blocks[0].at:
                blocks[0].at = tag.end()
        elif tag["end"]:
            within[-1].end_heading(tag.end())
        else:
            if tag["block"]:
                within.append(_Block(tag.end(), within[-1].is_in_text))
                blocks.append(within[-1])
            elif tag["heading"]:
                within[-1].begin_heading()
            within[-1].take(tag[0], own)
            if tag["block"] and _IS_TEXT.search(tag[0]):
                within[-1].is_in_text = True
    return blocks

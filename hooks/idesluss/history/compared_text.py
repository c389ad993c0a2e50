"""Two texts beside each other: which paragraphs came, went or were put otherwise, and in which words."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from ..reading.markdown import render_body

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Kind = Literal["same", "gone", "new"]

MOST_BLOCKS = 2000  # paragraphs of a text above which it is not compared
MOST_WORDS = 1500  # of a paragraph above which its words are not
_ALIKE = 0.4  # how much two paragraphs share to be one that was put otherwise
# What begins or ends a paragraph or a cell.
_BLOCK = re.compile(
    r"</?(?:h[2-6]|p|li|ul|ol|dl|dt|dd|div|blockquote|details|summary|section|hr|br|pre|table|thead|tbody|tr|td|th)"
    r"\b[^>]*>"
)
_HEADING = re.compile(r"<h[2-6]\b")
_MARKUP = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """Words that both texts have, or that one of them has; a space parts them from the next."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class ChangedBlock:
    """A paragraph that differs, under the heading that it stands below in the later text."""

    heading: str
    parts: tuple[ComparedPart, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    words: str
    heading: str = ""


def changed_blocks(before: str, after: str) -> list[ChangedBlock] | None:
    """What differs between two texts in Markdown; None where they are too long to be compared."""
    if before == after:
        return []
    was, now = _blocks(before), _blocks(after)
    if max(len(was), len(now)) > MOST_BLOCKS:
        return None
    matcher = SequenceMatcher(None, [b.words for b in was], [b.words for b in now], autojunk=False)
    changed: list[ChangedBlock] = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            changed += _pairs(was[first:last], now[start:end])
    return changed


def _blocks(markdown: str) -> list[_Block]:
    content = render_body(markdown, "").html
    blocks, heading, at, is_heading = list[_Block](), "", 0, False
    for tag in [*_BLOCK.finditer(content), None]:
        words = _words(content[at : tag.start() if tag else len(content)])
        if words:
            heading = words if is_heading else heading
            blocks.append(_Block(words, heading))
        if tag:
            at, is_heading = tag.end(), bool(_HEADING.match(tag[0]))
    return blocks


def _words(fragment: str) -> str:
    return " ".join(html.unescape(_MARKUP.sub("", fragment)).split())


def _pairs(was: Sequence[_Block], now: Sequence[_Block]) -> Iterator[ChangedBlock]:
    """Those in the same place as one that was put otherwise where they are alike, else as two."""
    for at in range(max(len(was), len(now))):
        before = was[at] if at < len(was) else None
        after = now[at] if at < len(now) else None
        heading = (after or before or _Block("")).heading
        if before and after:
            parts = _parts(before.words, after.words)
            if parts:
                yield ChangedBlock(heading, parts)
                continue
        if before:
            yield ChangedBlock(heading, (ComparedPart("gone", before.words),))
        if after:
            yield ChangedBlock(heading, (ComparedPart("new", after.words),))


def _parts(before: str, after: str) -> tuple[ComparedPart, ...]:
    """The words of both in one row; nothing where they share too little."""
    was, now = before.split(), after.split()
    if max(len(was), len(now)) > MOST_WORDS:
        return ()
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return ()
    parts: list[ComparedPart] = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            parts.append(ComparedPart("same", " ".join(now[start:end])))
        else:
            parts += [ComparedPart("gone", " ".join(was[first:last]))] if last > first else []
            parts += [ComparedPart("new", " ".join(now[start:end]))] if end > start else []
    return tuple(parts)

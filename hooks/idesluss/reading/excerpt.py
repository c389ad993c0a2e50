"""A section of a body in plain words, for where it is told in short."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..words.characters import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from .markdown import Body, Heading

Kind = Literal["heading", "item", "text"]
LONGEST = 700
_SHORTEST = 60  # less than this of a paragraph says nothing
_LEFT_OUT = re.compile(r"<(table|pre)\b.*?</\1>", re.DOTALL)
_NOTE = re.compile(r'<sup[^>]*>\s*<a [^>]*href="#.*?</sup>', re.DOTALL)
_BLOCK = re.compile(r"<(/?)(h[2-6]|p|li|ul|ol|dl|dt|dd|div|blockquote|details|summary|section|hr|br)\b[^>]*>")
_MARKUP = re.compile(r"<[^>]*>")
_SENTENCE = re.compile(r"[.!?…](?=\s)")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, an item of a list, or a paragraph, as words without markup."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A section's words as far as they are told here; `anchor` is its id in the whole body."""

    anchor: str
    heading: str
    blocks: tuple[Block, ...]
    is_cut: bool


def excerpt_of(body: Body, titles: Collection[str], longest: int = LONGEST) -> Excerpt | None:
    """The first section with one of these headings that says something, cut at `longest` characters."""
    wanted = {fold(title) for title in titles}
    for heading in body.headings:
        if heading.has_text and fold(heading.words) in wanted:
            made = _inner(body, heading)
            kept = _LEFT_OUT.sub(" ", made)
            blocks, is_cut = _cut(_blocks(kept), longest)
            return Excerpt(heading.id, heading.words, blocks, is_cut or kept != made or "<img" in kept)
    return None


def _inner(body: Body, heading: Heading) -> str:
    """The HTML between a heading and the next one that is as high."""
    _, _, after = body.html.partition(f'<h{heading.level} id="{heading.id}"')
    following = body.headings[body.headings.index(heading) + 1 :]
    ending = next((h for h in following if h.level <= heading.level), None)
    if ending:
        after = after.partition(f'<h{ending.level} id="{ending.id}"')[0]
    inner = after.partition(f"</h{heading.level}>")[2]
    return _NOTE.sub("", inner.partition("<section>")[0])  # footnotes come last


def _blocks(made: str) -> Iterator[Block]:
    """Words between the tags that begin or end a block."""
    kind: Kind = "text"
    at = 0
    for tag in _BLOCK.finditer(made):
        words = _words(made[at : tag.start()])
        at = tag.end()
        if words:
            yield Block(kind, words)
        if words or tag[1] or tag[2] not in {"p", "div"}:  # the paragraph of an item is the item
            kind = _kind(tag)
    words = _words(made[at:])
    if words:
        yield Block(kind, words)


def _kind(tag: re.Match[str]) -> Kind:
    if tag[1]:
        return "text"
    return "item" if tag[2] == "li" else "heading" if tag[2][0] == "h" and tag[2] != "hr" else "text"


def _words(made: str) -> str:
    return " ".join(html.unescape(_MARKUP.sub("", made)).split())


def _cut(blocks: Iterable[Block], longest: int) -> tuple[tuple[Block, ...], bool]:
    """Whole blocks while there is room, and of the next one as many whole sentences or words."""
    kept: list[Block] = []
    left = longest
    is_cut = False
    for block in blocks:
        is_cut = len(block.words) > left
        if is_cut:
            kept += [Block(block.kind, shortened(block.words, left))] if left >= _SHORTEST else []
            break
        kept.append(block)
        left -= len(block.words)
    while kept and kept[-1].kind == "heading":
        kept.pop()
    return tuple(kept), is_cut


def shortened(words: str, longest: int) -> str:
    """Whole sentences if one has room, else whole words and an ellipsis."""
    if len(words) <= longest:
        return words
    ends = [match.end() for match in _SENTENCE.finditer(words, 0, longest + 1) if match.end() <= longest]
    if ends and ends[-1] >= _SHORTEST:
        return words[: ends[-1]]
    return f"{words[: longest - 1].rpartition(' ')[0] or words[: longest - 1]}…"

"""A section of a body in plain words, for where it is told in short."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .markdown import Block

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .markdown import Section

LONGEST = 700
_SHORTEST = 60  # less than this of a paragraph says nothing
_SENTENCE = re.compile(r"[.!?…](?=\s)")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A section's words as far as they are told here; `anchor` is its id in the whole body."""

    anchor: str
    heading: str
    blocks: tuple[Block, ...]
    is_cut: bool


def excerpt_of(section: Section, longest: int = LONGEST) -> Excerpt:
    """The section, cut at `longest` characters."""
    blocks, is_cut = _cut(section.blocks(), longest)
    return Excerpt(section.id, section.title, blocks, is_cut or section.has_figures)


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

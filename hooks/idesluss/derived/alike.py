"""Entries that are like an entry, with words that both hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .similar import Writing, spelling_of_stems

if TYPE_CHECKING:
    from ..catalogue.entry import Entry
    from ..model import Idea
    from .similar import LikenessIndex

MOST_ALIKE = 4
MOST_WORDS = 4
ALIKE_FROM = 0.25  # below it, what is found shares little more than a place or a way of speaking
_SHORTEST = 4  # letters of a word that says something


@dataclass(frozen=True, slots=True)
class Alike:
    """The folder name of an entry that is like this one, and words that both hold."""

    slug: str
    words: tuple[str, ...]


def alike_to(entry: Entry, likeness: LikenessIndex) -> tuple[Alike, ...]:
    """The entries most like this one, MOST_ALIKE of them besides those that it may be tied to."""
    asked = len(entry.idea.relations) + MOST_ALIKE
    matches = likeness.near(entry.slug, asked, ALIKE_FROM)
    spelling = _spelling(entry.idea) if matches else {}
    return tuple(Alike(m.key, _words(likeness.common(entry.slug, m.key), spelling)) for m in matches)


def _spelling(idea: Idea) -> dict[str, str]:
    return spelling_of_stems(Writing(idea.title, idea.summary, idea.language))


def _words(stems: list[str], spelling: dict[str, str]) -> tuple[str, ...]:
    words = (spelling[stem] for stem in stems if stem in spelling)
    return tuple(word for word in words if word.isalpha() and len(word) >= _SHORTEST)[:MOST_WORDS]

"""Ideas of neighbours that are like an idea here: in one language, or by what is translated in either."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..words import LANGUAGES
from .similar import LikenessIndex, Match, Writing, writing_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..neighbours.copies import Elsewhere, Neighbourhood
    from ..neighbours.harvested import HarvestedIdea
    from ..words import Language

# Measured; docs/decisions/0033-together.md says with what result.
ALIKE_ELSEWHERE = 0.12
LEAST_SHARED = 5  # words, since one or two that few hold make texts alike that share nothing else
_HERE = "./"  # before the name of an entry: no key of a neighbour begins so
_ASKED = 200  # of them those of the catalogue itself, and those that share less, are left out


class LikenessElsewhere:
    """Which ideas of neighbours have the need that an entry has.

    An index for each language holds what is written or translated in it, from here and from elsewhere, so
    that a word weighs what it weighs among all; of two ideas with several languages in common the likest
    pair counts. Ideas without one in common are not compared.
    """

    def __init__(self, catalogue: Catalogue, neighbourhood: Neighbourhood) -> None:
        self._entries = catalogue.listed
        self._ideas = neighbourhood.ideas
        self._matches: dict[str, tuple[Match, ...]] = {}

    @cached_property
    def _writings(self) -> Mapping[Language, Mapping[str, Writing]]:
        listed: dict[Language, dict[str, Writing]] = {language: {} for language in LANGUAGES}
        for entry in self._entries:
            for language, writing in _writings_of_entry(entry):
                listed[language][f"{_HERE}{entry.slug}"] = writing
        for key, elsewhere in self._ideas.items():
            for language, writing in _writings_of_idea(elsewhere.idea):
                listed[language][key] = writing
        return listed

    @cached_property
    def _indexes(self) -> dict[Language, LikenessIndex]:
        return {
            language: LikenessIndex(writings) for language, writings in self._writings.items() if writings
        }

    def to_entry(self, entry: Entry) -> tuple[Match, ...]:
        """The neighbours' ideas that are like it, the likest first."""
        if not self._ideas:
            return ()
        if entry.slug not in self._matches:
            matches = self._nearest(f"{_HERE}{entry.slug}")
            self._matches[entry.slug] = tuple(m for m in matches if not m.key.startswith(_HERE))
        return self._matches[entry.slug]

    def to_idea(self, elsewhere: Elsewhere) -> tuple[Match, ...]:
        """The ideas of other neighbours that are like a neighbour's, by their strongest words."""
        own = f"{elsewhere.neighbour}/"
        best: dict[str, float] = {}
        for language, index in self._indexes.items():
            if elsewhere.key in self._writings[language]:
                matches = index.near(elsewhere.key, _ASKED, ALIKE_ELSEWHERE)
                others = (match for match in matches if not match.key.startswith((own, _HERE)))
                _take(best, index, elsewhere.key, others)
        return _in_order(best)

    def _nearest(self, key: str) -> tuple[Match, ...]:
        best: dict[str, float] = {}
        for language, index in self._indexes.items():
            if key in self._writings[language]:
                _take(best, index, key, index.nearest(key, _ASKED, ALIKE_ELSEWHERE))
        return _in_order(best)


def _take(best: dict[str, float], index: LikenessIndex, key: str, matches: Iterable[Match]) -> None:
    """Keep the better of what is known of each, where it shares enough."""
    for match in matches:
        if len(index.common(key, match.key)) >= LEAST_SHARED:
            best[match.key] = max(match.score, best.get(match.key, 0))


def _in_order(best: Mapping[str, float]) -> tuple[Match, ...]:
    return tuple(Match(key, best[key]) for key in sorted(best, key=lambda key: (-best[key], key)))


def _writings_of_entry(entry: Entry) -> Iterator[tuple[Language, Writing]]:
    """What it says of itself in each language that it says anything in."""
    own = entry.idea.language
    yield own, writing_of(entry)
    for language, words in entry.idea.translations.items():
        if language != own and words.title:
            yield language, Writing(words.title, words.summary or "", language)


def _writings_of_idea(idea: HarvestedIdea) -> Iterator[tuple[Language, Writing]]:
    for language, words in idea.words.items():
        if language in LANGUAGES and words.title:
            need = f"\n{idea.need}" if language == idea.language else ""
            yield language, Writing(words.title, f"{words.summary}{need}", language)

"""Which texts speak of the same thing, by the words that they share and few others hold."""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from sys import intern
from typing import TYPE_CHECKING

from ..catalogue.outlining import outline_of
from ..words import SOURCE
from ..words.stems import stems_in, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..catalogue.entry import Entry
    from ..words import Language

    Stems = tuple[list[str], list[str]]  # of the title, and of the text

# Each number is measured; docs/decisions/0013-similar-ideas.md says with what result.
TITLE = 3.0  # how many times a word of the title counts …
PART = 0.5  # … and a part of a compound
KEPT = 40  # a text is known by its strongest words …
LEAST = 0.05  # … as far as they matter, where the whole text is 1
ASKED, COMPARED = 10, 16  # for all texts at once, so many words of each find so many that are compared
_SHORTEST, _LONGEST = 4, 60  # letters of a part, and of a word that is worth taking apart
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Writing:
    """What is compared of an idea: its title, and its summary and need as one text."""

    title: str
    text: str = ""
    language: Language = SOURCE


@dataclass(frozen=True, slots=True)
class Match:
    """Another writing, and how alike the two are: from 0 to 1, where the same words give 1."""

    key: str
    score: float


class LikenessIndex:
    """Writings by key, ready to be asked which of them are most like one of them or another text.

    A writing is a vector of length 1 with a weight for each word (TF-IDF), and the likeness of two is
    the cosine between them. Only those that share a word are ever looked at.
    """

    def __init__(self, writings: Mapping[str, Writing] | Mapping[str, Stems]) -> None:
        stems = {key: w if isinstance(w, tuple) else _stems_in(w) for key, w in writings.items()}
        self._known = _known(set(title + text) for title, text in stems.values())
        self._parts: dict[str, tuple[str, ...]] = {}
        counts = {key: self._count(title, text) for key, (title, text) in stems.items()}
        holder_counts = Counter(word for count in counts.values() for word in count)
        # A word that no text holds is as rare as one that a single text does.
        self._rarest = math.log(len(counts) + 1)
        self._rarity = {
            word: math.log((len(counts) + 1) / holders) for word, holders in holder_counts.items()
        }
        self._vectors = {key: self._vector(count) for key, count in counts.items()}
        self._holders: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for key, vector in self._vectors.items():
            for word, weight in vector.items():
                self._holders[word].append((key, weight))

    def nearest(self, asked: str | Writing, count: int, at_least: float) -> list[Match]:
        """At most `count` of the others, the most alike first, each at least so alike."""
        vector = self._vectors[asked] if isinstance(asked, str) else self._new(asked)
        scores = self._scores(vector.items())
        if isinstance(asked, str):
            scores.pop(asked, None)
        alike = ((-min(score, 1.0), key) for key, score in scores.items() if score >= at_least)
        return [Match(key, -score) for score, key in nsmallest(count, alike)]

    def near(self, key: str, count: int, at_least: float) -> list[Match]:
        """Like `nearest`, for who asks of every text: by its strongest words, which few others hold.

        Some three answers in a thousand are missed; those that are given are exact.
        """
        vector = self._vectors[key]
        scores = self._scores(nlargest(ASKED, vector.items(), key=lambda pair: (pair[1], pair[0])))
        scores.pop(key, None)
        likely = nlargest(COMPARED, scores, key=lambda other: (scores[other], other))
        compared = ((other, min(1.0, _dot(vector, self._vectors[other]))) for other in likely)
        alike = ((-score, other) for other, score in compared if score >= at_least)
        return [Match(other, -score) for score, other in nsmallest(count, alike)]

    def _scores(self, words: Iterable[tuple[str, float]]) -> dict[str, float]:
        """How alike each text is that shares a word, by these words."""
        scores: defaultdict[str, float] = defaultdict(float)
        for word, weight in words:
            for key, other in self._holders.get(word, ()):
                scores[key] += weight * other
        return scores

    def common(self, key: str, other_key: str) -> list[str]:
        """The stems that both hold, those that make them alike first."""
        vector, other_vector = self._vectors[key], self._vectors[other_key]
        return sorted(
            vector.keys() & other_vector.keys(), key=lambda word: (-vector[word] * other_vector[word], word)
        )

    def _new(self, writing: Writing) -> dict[str, float]:
        return self._vector(self._count(*_stems_in(writing)))

    def _count(self, title: list[str], text: list[str]) -> dict[str, float]:
        """How much each word counts; in the text, the second time less than the first."""
        sums = self._sum(text)
        counted = {word: min(times, 1 + math.log(max(times, 1))) for word, times in sums.items()}
        for word, times in self._sum(title).items():
            counted[word] = counted.get(word, 0) + TITLE * times
        return counted

    def _sum(self, words: list[str]) -> dict[str, float]:
        sums: dict[str, float] = defaultdict(float)
        for word, times in Counter(words).items():
            sums[word] += times
            for part in self._parts_of(word):
                sums[part] += PART * times
        return sums

    def _parts_of(self, word: str) -> tuple[str, ...]:
        if word not in self._parts:
            self._parts[word] = next(_splits(word, self._known), ())
        return self._parts[word]

    def _vector(self, count: Mapping[str, float]) -> dict[str, float]:
        """The strongest words by how much they count here and how few hold them; of length 1."""
        rarity, rarest = self._rarity, self._rarest
        rare = [(times * rarity.get(word, rarest), word) for word, times in count.items()]
        strong = sorted(rare, reverse=True)[:KEPT]
        least = LEAST * math.hypot(*(weight for weight, _ in strong))
        strong = [(weight, word) for weight, word in strong if weight >= least]
        length = math.hypot(*(weight for weight, _ in strong))
        return {word: weight / length for weight, word in strong} if length else {}


def _stems_in(writing: Writing) -> Stems:
    return stems_in(writing.title, writing.language), stems_in(writing.text, writing.language)


def _words(text: str) -> list[str]:
    """The words of a text; those that it shares with others are one."""
    return [*map(intern, text.split())]


def _dot(vector: Mapping[str, float], other_vector: Mapping[str, float]) -> float:
    return sum(weight * other_vector[word] for word, weight in vector.items() if word in other_vector)


def spelling_of_stems(writing: Writing) -> dict[str, str]:
    """Stem to a word as it is written there, without a capital where it stands so anywhere."""
    words = _WORD.findall(f"{writing.title} {writing.text}")
    stems = stems_of([word.casefold() for word in words], writing.language)
    spelling: dict[str, str] = {}
    for stem, word in zip(stems, words, strict=True):
        if stem not in spelling or (word.islower() and not spelling[stem].islower()):
            spelling[stem] = word
    return spelling


def _known(writings: Iterable[set[str]]) -> frozenset[str]:
    """Words that more than one writing holds, and that a compound may be made of."""
    counts = Counter(
        word for words in writings for word in words if len(word) >= _SHORTEST and word.isalpha()
    )
    return frozenset(word for word, times in counts.items() if times > 1)


def _splits(word: str, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The ways to take a word apart into two known ones; the shortest last part comes last."""
    if len(word) > _LONGEST:
        return
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        if word[at:] in known:
            # The stemmer takes away the letter between the parts: barnomsorgs|lokal.
            (first,) = stems_of([word[:at]], SOURCE)
            if first in known:
                yield first, word[at:]


def nearest_as_json(matches: Mapping[str, list[Match]]) -> bytes:
    """Whom each is most like, as text."""
    return json.dumps({key: [(m.key, m.score) for m in alike] for key, alike in matches.items()}).encode()


def nearest_from_json(content: bytes | None) -> dict[str, list[Match]] | None:
    """The same from such a text; None for any other."""
    try:
        read = json.loads(content or b"")
        return {key: [Match(*match) for match in alike] for key, alike in read.items()}
    except (ValueError, TypeError, AttributeError):
        return None


def likeness_of(entries: Iterable[Entry]) -> LikenessIndex:
    """The index of these entries by folder name."""
    words = {entry.slug: outline_of(entry).words for entry in entries}
    return LikenessIndex({slug: (_words(title), _words(text)) for slug, (title, text) in words.items()})


def writing_of(entry: Entry) -> Writing:
    """What is compared of an entry, in the language that it is written in."""
    return Writing(entry.idea.title, entry.compared_text(), entry.idea.language)

"""The words that the texts of one language hold: families of inflected forms, and seams of compounds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from .stems import WORD, bare_word, plain_word, word_root

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..words import Language

SEAM = "~"  # between the parts of a compound in what the index is told; no reader sees it
_SAME = "\u223c"  # stands for the sign itself
_FIRST, _LAST, _LONGEST = 3, 4, 60  # letters of the parts, and of a word that is worth taking apart
_ALONE = re.compile(r"(?<![\w-])(?<!\w- )[^\W_]+(?![\w-])")  # no part of another, as in kommun-hus
_LONG = re.compile(rf"[^\W_]{{{_FIRST + _LAST},}}")  # words that may have parts
_LINKS = "soaeu"  # letters between the parts of a compound: arbets|liv, kvinno|företag
_SPARSE = 1500  # texts for each that must hold a word before it counts as a part; two must at the least
_ENDING = 3  # a part that so many times as many words end in as it stands alone is an ending: -heter, -ande
_USUAL, _RARE = 5, 500  # words that have an ending, and of how many roots one must
_FILLS = 0.01  # the share of texts that a word of few letters stands in where it is one of its own
_COMMON = 0.25  # the share of texts that a word must stand in to say little


class Lexicon:
    """What is known of the words of some texts."""

    def __init__(self, texts: Iterable[str], language: Language) -> None:
        self.language = language
        self._times: Counter[str] = Counter()  # in how many texts each word stands
        self._alone: Counter[str] = Counter()
        size = 0
        for text in texts:
            size += 1
            folded = text.casefold()
            self._times.update({*WORD.findall(folded)})
            self._alone.update({*_ALONE.findall(folded)})
        self._least = max(2, size // _SPARSE)
        self._size = size
        self._bare = {bare_word(word) for word in self._times}
        self._roots: dict[str, str] = {}
        self._seamed: dict[str, str] = {}
        self._families: Counter[str] = Counter()
        self._standing: Counter[str] = Counter()
        self._ends = Counter(word[at:] for word in self._times for at in range(1, len(word) - _LAST + 1))
        for word, times in self._times.items():
            self._families[self.root(word)] += times
            self._standing[self.root(word)] += self._alone[word]

    def root(self, word: str) -> str:
        """The root of a word in small letters, with the marks that make other letters: å is no a."""
        if word not in self._roots:
            plain = plain_word(word)
            root = plain[: len(word_root(word, self.language, self._bare))]
            self._roots[word] = plain if self._is_other(root, plain) else root
        return self._roots[word]

    def _is_other(self, root: str, word: str) -> bool:
        """Whether so short a root is another word: the stemmer makes `dem` of `demens`.

        It is where many texts hold it, and none holds a form between the two, as `bilar` is of `bilarna`.
        """
        is_word = len(root) < _LAST and self._times[root] > _FILLS * self._size
        between = (word[:at] for at in range(len(root) + 1, len(word)))
        return is_word and len(word) > len(root) + 2 and not any(form in self._times for form in between)

    def seamed(self, text: str) -> str:
        """The text with a seam between the parts of each compound: `kommun~utveckling`."""
        return _LONG.sub(lambda match: self._in_parts(match[0]), text.replace(SEAM, _SAME))

    def _in_parts(self, word: str) -> str:
        if len(word) < _FIRST + _LAST:
            return word
        if word not in self._seamed:
            self._seamed[word] = SEAM.join(self._parts(word)) if word.isalpha() else word
        return self._seamed[word]

    def _parts(self, word: str) -> Iterator[str]:
        """The parts of a compound as they are written; the word itself where it is none."""
        at = self._cut(word.casefold()) if len(word) == len(word.casefold()) <= _LONGEST else 0
        if at:
            yield from self._parts(word[:at])
            yield from self._parts(word[at:])
        else:
            yield word

    def _cut(self, word: str) -> int:
        """Where a word falls into two that are known, the commonest two; 0 where it does not.

        Where no two are, its first part may be a compound itself.
        """
        whole = self.root(word)
        ways = [
            at
            for at in range(_FIRST, len(word) - _LAST + 1)
            if self._last(word[at:])
            and (not whole.startswith(plain_word(word[:at])) or len(whole) >= at + _LAST)
        ]
        times, at = max(
            ((min(self._first(word[:at]), self._last(word[at:])), at) for at in ways), default=(0, 0)
        )
        if times:
            return at
        return next((at for at in reversed(ways) if self._is_compound(word[:at])), 0)

    def _is_compound(self, part: str) -> bool:
        """Whether a first part is a compound, with or without a linking letter."""
        links = 1 if part[-1] in _LINKS else 0
        return any(len(bit) >= _FIRST + _LAST and self._cut(bit) for bit in {part, part[: len(part) - links]})

    def _first(self, part: str) -> int:
        """In how many texts the first part stands as a word, with or without a linking letter."""
        times = self._standing[self.root(part)]
        if part[-1] in _LINKS and len(part) > _FIRST:
            times = max(times, self._standing[self.root(part[:-1])])
        return self._enough(times)

    def _last(self, part: str) -> int:
        """In how many texts the last part stands as a word, where it is more than an ending."""
        alone = self._alone[part]
        is_word = alone and alone * _ENDING >= self._ends[part]
        return self._enough(self._standing[self.root(part)]) if is_word else 0

    def _enough(self, times: int) -> int:
        return times if times >= self._least else 0

    @cached_property
    def _reach(self) -> Counter[str]:
        """In how many texts each root stands, alone or in a compound."""
        reach = self._families.copy()
        for word, times in self._times.items():
            whole = self._in_parts(word)
            if SEAM in whole:
                reach.update({self.root(part): times for part in whole.split(SEAM)})
        return reach

    def common(self) -> list[str]:
        """Roots of words that so many texts hold that they tell them little apart."""
        return sorted(r for r, times in self._reach.items() if times >= _COMMON * self._size)

    def endings(self) -> list[str]:
        """What follows the roots of enough words to be an ending, so that a word unseen may have it."""
        followed = Counter(plain_word(word)[len(self.root(word)) :] for word in self._times)
        least = max(_USUAL, len(self._families) // _RARE)
        return sorted(ending for ending, times in followed.items() if ending and times >= least)

    def families(self) -> dict[str, dict[str, list[int | str]]]:
        """By first letter, each root as written: how common it is (log 2), its first seam, its endings."""
        spelt: dict[str, str] = {}
        for word in sorted(self._times, key=lambda word: (-self._times[word], word.isascii(), word)):
            spelt.setdefault(plain_word(word), word)
        members: dict[str, list[str]] = defaultdict(list)
        for word in sorted(spelt.values()):
            if not word.isdigit():
                members[self.root(word)].append(word)
        by_letter: dict[str, dict[str, list[int | str]]] = defaultdict(dict)
        for key, words in members.items():
            commonest = max(words, key=lambda word: self._times[word])
            seam = len(self._in_parts(commonest).partition(SEAM)[0])
            times = self._reach[key].bit_length()
            endings = [word[len(key) :] for word in words]
            by_letter[bare_word(key[:1])][commonest[: len(key)]] = [
                times,
                seam if seam < len(key) else 0,
                *endings,
            ]
        return dict(sorted(by_letter.items()))

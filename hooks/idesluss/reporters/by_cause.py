"""Problems put together by what causes them: the same words in many places are one thing to put right."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..reading.paths import is_of_settings
from .parts import message_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..reading.problem import Problem
    from ..words import Language

# Of one message with as many different values as this, they are told together.
MANY_ALIKE = 5
# Values that say what a problem is about, and not what stands there.
_SPOKEN_OF = ("of", "field", "what")
_SEVERITIES = ("error", "warning", "hint")


@dataclass(frozen=True, slots=True)
class Cause:
    """Problems of one rule that one remedy puts right: of the same words, or alike but for the values."""

    problems: tuple[Problem, ...]
    is_alike: bool = False

    @property
    def first(self) -> Problem:
        return self.problems[0]

    @property
    def paths(self) -> list[str]:
        """The files that it stands in, each once."""
        return list(dict.fromkeys(problem.place.path for problem in self.problems))

    @property
    def consequences(self) -> int:
        """How many problems follow from it and are not told."""
        return sum(problem.consequences for problem in self.problems)

    @property
    def order(self) -> tuple[bool, int, int]:
        """What the settings say wrong first, then errors, then what stands in most files."""
        is_beside = not is_of_settings(self.first.place.path)
        return is_beside, _SEVERITIES.index(self.first.severity), -len(self.paths)


def by_cause(problems: Iterable[Problem], language: Language) -> list[Cause]:
    """All of the problems by their causes, those to begin with first."""
    by_words: dict[object, dict[str, list[Problem]]] = defaultdict(lambda: defaultdict(list))
    for problem in problems:
        spoken_of = [str(problem.values.get(name)) for name in _SPOKEN_OF]
        kind = (problem.severity, problem.rule, problem.key, *spoken_of)
        by_words[kind][message_text(problem, language)].append(problem)
    causes = [cause for groups in by_words.values() for cause in _causes(list(groups.values()))]
    return sorted(causes, key=lambda cause: cause.order)


def _causes(groups: Sequence[list[Problem]]) -> Iterator[Cause]:
    """Those of the same words, and one for all that stand in one place each, where they are many."""
    single = [group for group in groups if len(group) == 1]
    if len(single) < MANY_ALIKE:
        yield from (Cause(tuple(group)) for group in groups)
        return
    yield from (Cause(tuple(group)) for group in groups if len(group) > 1)
    yield Cause(tuple(problem for group in single for problem in group), is_alike=True)

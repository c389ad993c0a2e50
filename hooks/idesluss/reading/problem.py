"""A finding about the content: where it is, which rule found it, and what to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from ..words import Text, enumeration, say
from .paths import is_of_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..words import Language

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file. Line and column count from 1; line 0 means the file as a whole.

    `cell` is what the column of a table is called, where the file is one.
    """

    path: str
    line: int = 0
    column: int = 0
    length: int = 1
    source: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake, told once. Its words are `problem.<key>.message` and `problem.<key>.hint`.

    `identity` tells it from another of the same words, where what it found may not be shown.
    `consequences` is how many problems follow from it and are not told while it stands.
    """

    place: Place
    rule: str
    severity: Severity
    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    identity: str = field(default="", repr=False)
    consequences: int = field(default=0, compare=False)

    def message(self, language: Language) -> str:
        """What is wrong, in this language."""
        message = say(f"problem.{self.key}.message", language, **self.values)
        cell = self.place.cell
        return say("severity.in_cell", language, cell=cell, message=message) if cell else message

    def hint(self, language: Language) -> str:
        """What to do about it, in this language."""
        return say(f"problem.{self.key}.hint", language, **self.values)

    @property
    def order(self) -> tuple[bool, str, int, int, str, str, str]:
        place = self.place
        is_beside = not is_of_settings(place.path)
        return (is_beside, place.path, place.line, place.column, self.rule, self.key, str(self.values))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """By file, line and column, so that two runs print the same.

    What the settings say wrong is why much else is wrong, and comes first.
    """
    return sorted(problems, key=lambda problem: problem.order)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems is an error, which stops the publication."""
    return any(problem.severity == "error" for problem in problems)


@dataclass(frozen=True, slots=True)
class Choices(Text):
    """What would pass, in words, and each of them as it is written."""

    options: tuple[str, ...] = ()


def one_of(choices: Sequence[str], shown: int | None = None) -> Choices:
    """`a, b eller c`: what would pass, the first of them in words where only some are to be shown."""
    options = tuple(choice.strip("`") for choice in choices)
    return Choices(enumeration("or", choices[:shown]).by_language, options)

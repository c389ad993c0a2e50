"""What a problem is about, as data: for a program that is to do something, and not to read sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..checks.registry import SUBJECTS, rules
from ..reading.problem import Choices
from ..words import Text

if TYPE_CHECKING:
    from ..checks.registry import Subject
    from ..reading.problem import Problem


def subject_of(problem: Problem) -> dict[Subject, object]:
    """Field, requirement, vocabulary, key, value, what is allowed and what is nearest; None where unknown."""
    means = rules()[problem.rule].means
    subject: dict[Subject, object] = dict.fromkeys(SUBJECTS)
    for name, value in problem.values.items():
        if name in means and (known := _plain(value)) is not None:
            subject[means[name]] = known
    return subject


def _plain(value: object) -> object:
    """The value as data; None for words in the languages of the site, and for nothing."""
    match value:
        case Choices():
            return list(value.options) or None
        case Text() | None | "":
            return None
        case _:
            return str(value)

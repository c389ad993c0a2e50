"""The check of a rule that the reader judges while it reads; the rule's module documents it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..catalogue.catalogue import Catalogue
    from ..reading.problem import Problem


def reader_problems(rule: str) -> Callable[[Catalogue], Iterator[Problem]]:
    """A check that passes on what the reader has to say against this rule."""

    def check(catalogue: Catalogue) -> Iterator[Problem]:
        return (problem for problem in catalogue.problems if problem.rule == rule)

    return check

"""Rules that the reader judges while it reads; their modules document them and pass them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..catalogue.catalogue import Catalogue
    from ..reading.problem import Problem


def found_in_reading(rule: str) -> Callable[[Catalogue], Iterator[Problem]]:
    def check(catalogue: Catalogue) -> Iterator[Problem]:
        return (problem for problem in catalogue.problems if problem.rule == rule)

    return check

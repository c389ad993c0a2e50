"""Causes told, and what only follows from them left out until they are put right."""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from ..reading.paths import is_of_settings
from ..reading.problem import has_errors
from .registry import rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..reading.problem import Problem

# A file with more mistakes than this explains by the first of them.
_MOST_CAUSES = 100
_EVERYWHERE = ""


def without_consequences(
    problems: Sequence[Problem], may_explain: Callable[[Problem, Problem], bool] = lambda _cause, _other: True
) -> list[Problem]:
    """The problems but those whose cause an error among them tells, which says how many those are.

    `may_explain` says of a cause and another problem whether the one may stand for the other.
    """
    causes = _causes(problems)
    left_out: dict[int, int] = {}
    for problem in problems:
        cause = next(_explaining(problem, causes, may_explain), None)
        if cause:
            left_out[id(problem)] = id(cause)
    kept = [problem for problem in problems if id(problem) not in left_out]
    if has_errors(problems) and not has_errors(kept):
        return list(problems)  # no mistake is let through because others explain each other
    following = Counter(left_out.values())
    return [replace(p, consequences=following[id(p)]) if following[id(p)] else p for p in kept]


def _causes(problems: Sequence[Problem]) -> dict[str, list[Problem]]:
    """By how far they reach: the folder of an idea, or the whole catalogue for what is in its settings."""
    by_reach: dict[str, dict[object, Problem]] = defaultdict(dict)
    for problem in problems:
        if problem.severity == "error" and rules()[problem.rule].covers:
            own = by_reach[_reach(problem)]
            if len(own) < _MOST_CAUSES:
                own.setdefault((problem.key, str(problem.values)), problem)
    return {reach: list(own.values()) for reach, own in by_reach.items()}


def _reach(problem: Problem) -> str:
    path = problem.place.path
    return _EVERYWHERE if is_of_settings(path) else posixpath.dirname(path)


def _explaining(
    problem: Problem, causes: dict[str, list[Problem]], may_explain: Callable[[Problem, Problem], bool]
) -> Iterator[Problem]:
    for reach in dict.fromkeys((_EVERYWHERE, _reach(problem))):
        for cause in causes.get(reach, ()):
            covers = rules()[cause.rule].covers
            if cause is not problem and covers and covers(cause, problem) and may_explain(cause, problem):
                yield cause

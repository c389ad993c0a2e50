"""Which problems were there before a change, wherever in a file they stood and whatever it was called."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..reading.paths import SETTINGS, is_of_settings
from .registry import rules

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from ..history.change import Change
    from ..reading.problem import Problem

# Values that help and do not say what is wrong: they may change without the problem being another.
_BESIDES = frozenset({"choices", "file", "first", "nearest", "other", "suggestion"})


def was_there(change: Change) -> Callable[[Problem], bool]:
    """Whether a mistake was there before, as an error or as what is let be; any, where nothing is known.

    What leaves a part of an idea unread is a new mistake where the idea is moved on.
    """
    if change.base is None:
        return lambda _: True
    signs = {_sign(problem, problem.place.path) for problem in change.base_problems}
    moved = _moved(change)
    return lambda problem: (
        _sign(problem, change.path_before(problem.place.path)) in signs
        and not _must_be_put_right(problem, moved)
    )


def older_problems(change: Change, problems: Iterable[Problem]) -> list[Problem]:
    """Those of the problems that were there before the change.

    What leaves a part of an idea unread must be put right by whoever moves the idea on.
    """
    known = Counter((_sign(p, p.place.path), p.severity) for p in change.base_problems)
    moved = _moved(change)
    older = []
    for problem in problems:
        sign = (_sign(problem, change.path_before(problem.place.path)), problem.severity)
        if known[sign] and not _must_be_put_right(problem, moved):
            known[sign] -= 1
            older.append(problem)
    return older


def _must_be_put_right(problem: Problem, moved: set[str]) -> bool:
    return rules()[problem.rule].leaves_unread and problem.place.path in moved


def _moved(change: Change) -> set[str]:
    """Files of the ideas whose stage, outcome, decisions or names the change touches."""
    folders = [entry.after.folder for entry in change.entries if entry.has_moved]
    return {f"{folder}/{name}" for folder in folders for name in ("idea.md", "plan.md")}


def _sign(problem: Problem, path: str) -> Hashable:
    """What a problem is, wherever in its file it stands, and whatever the catalogue calls things."""
    place = problem.place
    marked = place.source[place.column - 1 : place.column - 1 + place.length] if place.line else ""
    simple = [(name, str(v)) for name, v in problem.values.items() if isinstance(v, str | int)]
    values = tuple(sorted(pair for pair in simple if pair[0] not in _BESIDES))
    # A vocabulary may move between files, and what is wrong with it goes with it.
    path = SETTINGS if is_of_settings(path) else path
    return (path, problem.rule, problem.key, marked, values, problem.identity)

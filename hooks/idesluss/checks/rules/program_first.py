"""Content uses what the program that judges it knows: a new field comes after the program that takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..newer_program import SPOKEN_OF, known_to_newer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...history.change import Change
    from ...reading.problem import Problem

GROUP = "change"
MAY_BE_EXEMPTED = False
MEANS = {"name": "value"}


def check_change(change: Change) -> Iterator[Problem]:
    return known_to_newer(change.whole, change.head.problems)


def covers(own: Problem, other: Problem) -> bool:
    """What the program does not know yet is no slip of the pen."""
    return own.place == other.place and other.key in SPOKEN_OF

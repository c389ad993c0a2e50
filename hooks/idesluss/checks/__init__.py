"""What is wrong with a catalogue, or with a change of it, by the rules in `rules/`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..reading.problem import in_order
from .exempting import apply_exemptions
from .registry import rule_text, rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..catalogue.catalogue import Catalogue, Reading
    from ..history.change import Change
    from ..reading.problem import Problem

__all__ = ["judge_catalogue", "judge_change", "rule_text", "rules"]


def judge_catalogue(
    catalogue: Catalogue, was_there: Callable[[Problem], bool] = lambda _: True
) -> list[Problem]:
    """All problems of the catalogue, in order of place. What was not there before is not exempted."""
    checks = [rule.check for rule in rules().values() if rule.check]
    problems = in_order(problem for check in checks for problem in check(catalogue))
    judged, covered = apply_exemptions(catalogue, problems, was_there)
    for rule in rules().values():
        if rule.check_exemptions:
            judged += rule.check_exemptions(catalogue, covered)
    return in_order(_masked(judged))


def _masked(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Personal data that one problem masks is shown by no other problem of the same line."""
    masking = [problem for problem in problems if rules()[problem.rule].masks_its_line]
    masks = {(problem.place.path, problem.place.line): problem.place for problem in masking}
    for problem in problems:
        mask = masks.get((problem.place.path, problem.place.line))
        yield replace(problem, place=replace(problem.place, source=mask.source)) if mask else problem


def judge_reading(reading: Reading) -> list[Problem]:
    """All problems of what was read, also where no catalogue came of it."""
    return judge_catalogue(reading.catalogue) if reading.catalogue else in_order(reading.problems)


def judge_change(change: Change) -> list[Problem]:
    """All problems of what a change did on its way and of what it led to, in order of place.

    Those whose cause is told by a problem of the way are left out.
    """
    if change.base:
        change.base_problems = judge_catalogue(change.base)
    left = judge_catalogue(change.head, change.was_there) if change.base else judge_catalogue(change.head)
    on_the_way: list[Problem] = []
    for rule in rules().values():
        if rule.check_change:
            own = list(rule.check_change(change))
            on_the_way += own
            left = [other for other in left if not any(rule.covers(problem, other) for problem in own)]
    return in_order([*on_the_way, *left])

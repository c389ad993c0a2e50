"""The rules. Each is one module here: its docstring says what, why and how to put it right.

The docstring is in English and then, under the heading *På svenska*, in Swedish; the site and
`idesluss explain` show it. A rule has `check(catalogue)`, or `check_change(change)` where it judges what
happened rather than what is, or both; they yield problems and do nothing else.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from ..reading.problem import in_order
from . import rules as rules_package
from .rules import exemption

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from types import ModuleType

    from ..catalogue.catalogue import Catalogue, Reading
    from ..history.change import Change
    from ..reading.problem import Problem
    from ..words import Language

_SWEDISH = "\nPå svenska\n----------\n"


@cache
def rules() -> Mapping[str, ModuleType]:
    """Every rule by its name, found by listing their package."""
    names = sorted(found.name for found in pkgutil.iter_modules(rules_package.__path__))
    return {name: importlib.import_module(f"{rules_package.__name__}.{name}") for name in names}


def rule_text(name: str, language: Language) -> list[str]:
    """What the rule says, why, and how to put it right: paragraphs, the first a single sentence."""
    english, _, swedish = inspect.cleandoc(rules()[name].__doc__ or "").partition(_SWEDISH)
    paragraphs = (swedish if language == "sv" else english).strip().split("\n\n")
    return [" ".join(paragraph.split()) for paragraph in paragraphs]


def judge_catalogue(
    catalogue: Catalogue, was_there: Callable[[Problem], bool] = lambda _: True
) -> list[Problem]:
    """All problems of the catalogue, in order of place. What was not there before is not exempted."""
    judges = [rule.check for rule in rules().values() if hasattr(rule, "check")]
    found = in_order(problem for judge in judges for problem in judge(catalogue))
    return in_order(_masked(exemption.applied(catalogue, found, rules(), was_there)))


def _masked(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Personal data that one problem masks is shown by no other problem of the same line."""
    masks = {(p.place.path, p.place.line): p.place for p in problems if p.rule == "private_contact"}
    masks |= {(p.place.path, p.place.line): p.place for p in problems if p.rule == "personal_number"}
    for problem in problems:
        mask = masks.get((problem.place.path, problem.place.line))
        yield replace(problem, place=replace(problem.place, source=mask.source)) if mask else problem


def judge_reading(reading: Reading) -> list[Problem]:
    """All problems of what was read, also where no catalogue came of it."""
    return judge_catalogue(reading.catalogue) if reading.catalogue else in_order(reading.problems)


def judge_change(change: Change) -> list[Problem]:
    """All problems of what a change did on its way and of what it led to, in order of place.

    A rule's `covers(own, other)` says which other problems have their cause told by its own.
    """
    if change.base:
        change.base_problems = judge_catalogue(change.base)
    told: list[Problem] = []
    after = judge_catalogue(change.head, change.was_there) if change.base else judge_catalogue(change.head)
    for rule in rules().values():
        if hasattr(rule, "check_change"):
            own = list(rule.check_change(change))
            told += own
            if hasattr(rule, "covers"):
                after = [other for other in after if not any(rule.covers(mine, other) for mine in own)]
    return in_order([*told, *after])

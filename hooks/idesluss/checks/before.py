"""What was wrong before a change, so far as it can be the same as something that is wrong now.

A mistake was there before only where the same rule told of it. So of the whole no rule is asked that tells
nothing now, nor what follows from it but of files that are told of now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..derived.whole import Derived
from .registry import rules
from .telling import told_of_entries, told_of_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..catalogue.catalogue import Catalogue
    from ..history.change import Change
    from ..reading.problem import Problem
    from .telling import OwnProblems


def told_before(
    change: Change, base: Catalogue, own: OwnProblems, problems: Iterable[Problem]
) -> list[Problem]:
    """What rules tell of the base that these problems may be; `own` is what is known of its entries."""
    problems, derived = list(problems), Derived(base)
    asked = asked_before(change, base, {problem.rule for problem in problems})
    before = [*told_of_entries(derived, own)]
    for name in sorted(asked):
        before += told_of_whole(rules()[name], derived)
        before += _derived_before(change, derived, name, problems)
    masking = {name for name, rule in rules().items() if rule.masks_its_file}
    for name in sorted(masking - asked if before else ()):
        before += told_of_whole(rules()[name], derived)
    return before


def asked_before(change: Change, base: Catalogue, telling: set[str]) -> set[str]:
    """The rules to ask of the whole as it was; all of them where mistakes are counted, to be exempted."""
    is_counted = base.settings.exemptions or change.head.settings.exemptions
    return {*rules()} if is_counted else telling


def _derived_before(
    change: Change, derived: Derived, name: str, problems: Iterable[Problem]
) -> Iterator[Problem]:
    """To work out what follows takes a look at every text, so it is done for what is told of now alone."""
    check = rules()[name].check_derived
    paths = {change.path_before(problem.place.path) for problem in problems if problem.rule == name}
    if check and paths:
        yield from check(derived, paths)

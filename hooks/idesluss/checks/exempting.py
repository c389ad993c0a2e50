"""Exempted mistakes warn instead of stopping the publication, as many of them as the list says."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from .registry import may_be_exempted, rules

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..catalogue.catalogue import Catalogue
    from ..model import Settings
    from ..reading.problem import Problem


def apply_exemptions(
    catalogue: Catalogue, problems: Sequence[Problem], was_there: Callable[[Problem], bool]
) -> tuple[list[Problem], Counter[tuple[str, str]]]:
    """The problems, exempted ones as warnings; and by path and rule how many the exemptions cover.

    A mistake that was not there before is covered but stays an error, whatever the list says.
    """
    exempted = _exempted(catalogue.settings)
    covered: Counter[tuple[str, str]] = Counter()
    judged: list[Problem] = []
    for problem in problems:
        sign = (problem.place.path, problem.rule)
        may_wait = problem.severity == "error" and rules()[problem.rule].may_wait(problem)
        is_covered = may_wait and covered[sign] < exempted[sign]
        covered[sign] += is_covered
        judged.append(replace(problem, severity="warning") if is_covered and was_there(problem) else problem)
    return judged, covered


def _exempted(settings: Settings) -> Counter[tuple[str, str]]:
    """How many mistakes in each file, against each rule that lets any wait, the list exempts."""
    may_wait = may_be_exempted()
    return Counter({(e.path, e.rule): e.count for e in settings.exemptions if may_wait.get(e.rule)})

"""An idea is assessed by as many different roles as its gate asks for.

One role's judgement is not enough for a decision on a study. Let one more role assess the idea.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..process import gates_passed
from .required import waived_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue import Catalogue
    from ..problem import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in filter(lambda entry: entry.is_in_process, catalogue.judged):
        roles = {assessment.role for assessment in entry.idea.assessments}
        for key, gate in gates_passed(catalogue.settings.process, entry.idea.stage or ""):
            if not roles or "idea.assessments" in waived_names(entry) or len(roles) >= (gate.assessors or 0):
                continue
            place = entry.document.place_of("assessments", at_key=True)
            yield entry.document.problem(
                place, "assessors", "assessors", wanted=gate.assessors, found=len(roles), gate=key
            )

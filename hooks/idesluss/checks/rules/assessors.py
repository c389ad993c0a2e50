"""An idea is assessed by as many different roles as its gate asks for.

A single view is not enough for a decision on a study or a project: those who would do the work and
those who would use it see different things. Let one more role assess the idea and add it under
assessments. Two assessments by the same role count as one.

På svenska
----------
En idé är bedömd av så många olika roller som dess grind kräver.

En enda bedömning räcker inte för ett beslut om en studie eller ett projekt: den som ska göra arbetet
och den som ska använda resultatet ser olika saker. Låt en roll till bedöma idén och lägg till
bedömningen under assessments. Två bedömningar av samma roll räknas som en.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.process import gates_passed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...reading.problem import Problem

GROUP = "process"
MAY_BE_EXEMPTED = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in filter(lambda entry: entry.is_in_process, catalogue.judged):
        roles = entry.assessing_roles
        for key, gate in gates_passed(catalogue.settings.process, entry.idea.stage or ""):
            if not roles or "idea.assessments" in entry.waived or len(roles) >= (gate.assessors or 0):
                continue
            place = entry.document.place_of("assessments", at_key=True)
            yield entry.document.problem(
                place, "assessors", "assessors", wanted=gate.assessors, found=len(roles), gate=key
            )

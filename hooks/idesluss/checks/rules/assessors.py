"""An idea is assessed by as many different roles as its gate asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.process import gates_passed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "process"
MAY_BE_EXEMPTED = True
MEANS = {"gate": "key"}

_ASSESSMENTS = "idea.assessments"


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    if not entry.is_in_process:
        return
    roles = entry.assessing_roles
    asked = {demand.requirement.name for demand in entry.demands}
    is_told = not roles and _ASSESSMENTS in asked  # as what is missing altogether
    if is_told or _ASSESSMENTS in {*entry.waived, *entry.unread}:
        return
    for key, gate in gates_passed(entry.process, entry.idea.stage or ""):
        if len(roles) < (gate.assessors or 0):
            place = entry.document.place_of("assessments" if roles else "stage", at_key=True)
            yield entry.document.problem(
                place, "assessors", "assessors", wanted=gate.assessors, found=len(roles), gate=key
            )

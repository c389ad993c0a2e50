"""What the sources of a record do not tell, of what an idea at its stage would have had to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.requirements import demands_on

if TYPE_CHECKING:
    from ..catalogue.entry import Entry

# What only this catalogue asks for, of those who handle an idea in it.
_OF_IDEAS = frozenset({"submitted", "similar_considered", "assessments", "outcome"})


def untold_of(entry: Entry) -> list[str]:
    """The names of the requirements that a record of work elsewhere does not meet; none of other entries.

    A plan that is not there stands for its parts.
    """
    if not entry.is_record:
        return []
    as_idea = entry.idea.model_copy(update={"kind": "idea", "decisions": ()})
    asked = [demand.requirement for demand in demands_on(entry.settings, as_idea, entry.today)]
    has_plan = entry.plan is not None
    untold = (
        requirement.name
        for requirement in asked
        if requirement.kind != "decision" and requirement.field not in _OF_IDEAS
        if (has_plan or requirement.file != "plan" or requirement.kind == "file")
        if not entry.meets(requirement)
    )
    return list(dict.fromkeys(untold))

"""A field that belongs to one outcome is filled in only with that outcome."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ...model import Idea, field_title
from ...model.requirements import needed_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...model.process import Process
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "process"
MAY_BE_EXEMPTED = False
MEANS = {"name": "field"}


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    process = entry.process
    if entry.idea.outcome not in process.outcomes:
        return
    asked = {name for rule in process.outcomes.values() for name in rule.required}
    given = {name for name in Idea.model_fields if f"idea.{name}" in asked and getattr(entry.idea, name)}
    for name, outcome in _companions(process).items() if given else ():
        if name in given and entry.document.node(name) and outcome != entry.idea.outcome:
            yield _problem(entry, name, outcome)


def _companions(process: Process) -> dict[str, str]:
    """Field to the only part of the process that asks for it, where that is an outcome."""
    asked = Counter(name for gate in process.gates.values() for name in gate.required)
    asked.update(name for rule in process.outcomes.values() for name in {*rule.required})
    asked.update(iter(needed_from(process)))
    return {
        name.removeprefix("idea."): outcome
        for outcome, rule in process.outcomes.items()
        for name in rule.required
        if asked[name] == 1 and name.removeprefix("idea.") in Idea.model_fields
    }


def _problem(entry: Entry, name: str, outcome: str) -> Problem:
    return entry.document.warning(
        entry.document.place_of(name),
        "outcome_companion",
        "outcome_companion",
        field=field_title(Idea, name),
        name=name,
        wanted=entry.label("outcomes", outcome),
        key=outcome,
        outcome=entry.label("outcomes", entry.idea.outcome or ""),
    )

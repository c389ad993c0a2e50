"""Content uses what the program that judges it knows: a new field comes after the program that takes it."""

from __future__ import annotations

import fnmatch
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...history.change import Change
    from ...reading.problem import Problem

GROUP = "change"
MAY_BE_EXEMPTED = False
MEANS = {"name": "value"}

# Where a program says which fields and which of their values it takes.
_SCHEMAS = "*docs/schema/*.schema.json"
_SPOKEN_OF = {"field.unknown": "name", "field.unknown_near": "name", "field.choice": "given"}


def check_change(change: Change) -> Iterator[Problem]:
    schemas = _schemas(change)
    documents = {document.path: document for document in change.head.tree.documents()}
    for problem in change.head.problems if schemas else ():
        name = str(problem.values.get(_SPOKEN_OF.get(problem.key, ""), ""))
        document = documents.get(problem.place.path)
        if name and document and any(f'"{name}"' in schema for schema in schemas):
            yield document.problem(problem.place, "program_first", "program_first", name=name)


def covers(own: Problem, other: Problem) -> bool:
    """What the program does not know yet is no slip of the pen."""
    return own.place == other.place and other.key in _SPOKEN_OF


def _schemas(change: Change) -> list[str]:
    """The schemas that the change brings, as its last commits left them."""
    newest: dict[str, str] = {}
    for brought in change.whole.brought():
        if fnmatch.fnmatch(brought.path, _SCHEMAS):
            newest.setdefault(brought.path, brought.content.decode("utf-8", "replace"))
    return list(newest.values())

"""What only the program that a change brings knows, told from the schemas that come with it."""

from __future__ import annotations

import fnmatch
from typing import TYPE_CHECKING

from ..reading.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..history.whole_change import WholeChange

# Where a program says which fields and which of their values it takes.
_SCHEMAS = "*docs/schema/*.schema.json"
# What tells of a name that the program does not know, and where the name stands among its values.
SPOKEN_OF = {"field.unknown": "name", "field.unknown_near": "name", "field.choice": "given"}


def known_to_newer(whole: WholeChange, problems: Iterable[Problem]) -> Iterator[Problem]:
    """For each of the problems that tells of a name which the change's own program knows, that it does."""
    schemas = _schemas(whole)
    for problem in problems if schemas else ():
        name = str(problem.values.get(SPOKEN_OF.get(problem.key, ""), ""))
        if name and any(f'"{name}"' in schema for schema in schemas):
            yield Problem(problem.place, "program_first", "error", "program_first", {"name": name})


def _schemas(whole: WholeChange) -> list[str]:
    """The schemas that the change brings, as its last commits left them."""
    newest: dict[str, str] = {}
    for brought in whole.brought():
        if fnmatch.fnmatch(brought.path, _SCHEMAS):
            newest.setdefault(brought.path, brought.content.decode("utf-8", "replace"))
    return list(newest.values())

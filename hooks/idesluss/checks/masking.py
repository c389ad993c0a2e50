"""Personal data that one problem masks is shown by no other problem of the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .personal_data import masked_lines
from .registry import rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..catalogue.catalogue import Catalogue
    from ..reading.problem import Problem


def masked_problems(catalogue: Catalogue, problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems, with no more of their lines than may be shown."""
    paths = {problem.place.path for problem in problems if rules()[problem.rule].masks_its_file}
    documents = catalogue.tree.documents_at(paths) if paths else ()
    shown = {document.path: masked_lines(document, catalogue.scans) for document in documents}
    for problem in problems:
        place, lines = problem.place, shown.get(problem.place.path, [])
        is_shown = place.source and 0 < place.line <= len(lines)
        yield _with_source(problem, lines[place.line - 1]) if is_shown else problem


def _with_source(problem: Problem, shown: str) -> Problem:
    """The problem with its line as it may be shown, and no word of the line that may not."""
    written = problem.place.source
    values = {
        name: "•" * len(value)
        if isinstance(value, str) and value and value in written and value not in shown
        else value
        for name, value in problem.values.items()
    }
    return replace(problem, place=replace(problem.place, source=shown), values=values)

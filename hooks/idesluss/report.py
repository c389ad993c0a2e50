"""Problems as text for a terminal: the place, the sentence, the line with a caret, and what to do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .text import plain
from .words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .problem import Problem
    from .words import Language

WIDTH = 100


def as_text(problems: Iterable[Problem], language: Language) -> str:
    """All problems, each as a block of lines, with a sum last."""
    listed = list(problems)
    return "\n".join([*(block(problem, language) for problem in listed), summary(listed, language)]) + "\n"


def block(problem: Problem, language: Language) -> str:
    """One problem, compiler style."""
    place = problem.place
    where = ":".join(str(part) for part in (plain(place.path), place.line, place.column) if part)
    severity = say(f"severity.{problem.severity}", language)
    lines = [f"{where}: {severity}[{problem.rule}]: {plain(problem.message(language), 600)}"]
    if place.line and place.source.strip():
        lines += _excerpt(place.line, place.column, place.length, place.source)
    lines.append(f"  {say('severity.remedy', language)}: {plain(problem.hint(language), 600)}")
    return "\n".join(lines) + "\n"


def _excerpt(line: int, column: int, length: int, source: str) -> list[str]:
    """The source line, cut round the place, with carets below it."""
    first = max(0, column - WIDTH * 3 // 4)
    at, end = column - 1, min(column - 1 + length, first + WIDTH)
    before, marked, after = (
        plain(part.replace("\t", " "), WIDTH * 10)
        for part in (source[first:at], source[at:end], source[end : first + WIDTH])
    )
    margin = " " * len(str(line))
    return [
        f" {line} | {before}{marked}{after}",
        f" {margin} | {' ' * len(before)}{'^' * max(1, len(marked))}",
    ]


def summary(problems: list[Problem], language: Language) -> str:
    counts = Counter(problem.severity for problem in problems)
    if not problems:
        return say("severity.none", language)
    parts = [say(f"severity.count_{name}", language, count=counts[name]) for name in counts]
    return ", ".join(parts)

"""Problems as text for a terminal: the place, the sentence, the line with a caret, and what to do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..words import say
from ..words.characters import plain
from .parts import explain_command, hint_text, message_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..reading.problem import Problem
    from ..words import Language

WIDTH = 100


def as_text(problems: Iterable[Problem], language: Language, older: Iterable[Problem] | None = None) -> str:
    """All problems, each as a block of lines, those of before under a heading, with a sum last."""
    listed, before = list(problems), list(older or ())
    blocks = [problem_block(problem, language) for problem in listed]
    if before:
        blocks += [f"{older_heading(language)}\n", *(problem_block(problem, language) for problem in before)]
    return "\n".join([*blocks, summary(listed, language, before)]) + "\n"


def older_heading(language: Language) -> str:
    """What stands above the problems of before."""
    return f"{say('severity.before', language)}:"


def problem_block(problem: Problem, language: Language) -> str:
    """One problem, compiler style."""
    place = problem.place
    where = ":".join(str(part) for part in (plain(place.path), place.line, place.column) if part)
    severity = say(f"severity.{problem.severity}", language)
    lines = [f"{where}: {severity}[{problem.rule}]: {message_text(problem, language)}"]
    if place.line and place.source.strip():
        lines += _excerpt(place.line, place.column, place.length, place.source)
    lines.append(f"  {say('severity.remedy', language)}: {hint_text(problem, language)}")
    lines.append(f"  {say('severity.more', language)}: {explain_command(problem)}")
    # GitHub's log takes `##[…]` for a command, wherever in a line it stands.
    return "\n".join(lines).replace("##[", "##\\[") + "\n"


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


def summary(problems: Sequence[Problem], language: Language, older: Sequence[Problem] | None = None) -> str:
    """How many there are of each severity; those of before on a line of their own."""
    if older:
        return f"{summary(problems, language)}\n{older_heading(language)} {summary(older, language)}"
    counts = Counter(problem.severity for problem in problems)
    if not problems:
        return say("severity.none", language)
    parts = [say(f"severity.count_{name}", language, count=counts[name]) for name in counts]
    return ", ".join(parts)

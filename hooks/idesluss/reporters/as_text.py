"""Problems as text for a terminal: the place, the sentence, the line with a caret, and what to do."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from ..words import say
from ..words.characters import plain
from .by_cause import by_cause
from .parts import explain_command, hint_text, message_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..reading.problem import Problem
    from ..words import Language
    from .by_cause import Cause

WIDTH = 100
# Of more problems than this, those of one cause are told together.
MOST_BLOCKS = 20
SHOWN_PLACES = 3


def as_text(problems: Iterable[Problem], language: Language, older: Iterable[Problem] | None = None) -> str:
    """All problems as blocks of lines, those of before under a heading, with a sum last.

    Where they are many, what has one cause is one block.
    """
    listed, before = list(problems), list(older or ())
    blocks = [block for _, block in text_blocks(listed, language)]
    if before:
        blocks += [f"{older_heading(language)}\n", *(block for _, block in text_blocks(before, language))]
    return "\n".join([*blocks, closing(listed, language, before)]) + "\n"


def closing(problems: Sequence[Problem], language: Language, older: Sequence[Problem] = ()) -> str:
    """What stands below all blocks: where every place is told, if these do not, and the sum."""
    is_cut = max(len(problems), len(older)) > MOST_BLOCKS
    lines = [f"{say('causes.all_places', language)}\n"] if is_cut else []
    return "\n".join([*lines, summary(problems, language, older)])


def text_blocks(problems: Sequence[Problem], language: Language) -> Iterator[tuple[Problem, str]]:
    """Each problem with its block; where they are many one for each cause, with some of its places."""
    if len(problems) <= MOST_BLOCKS:
        yield from ((problem, problem_block(problem, language)) for problem in problems)
        return
    for cause in by_cause(problems, language):
        block = problem_block(cause.first, language, cause.consequences)
        yield cause.first, block + _other_places(cause, language)


def _other_places(cause: Cause, language: Language) -> str:
    others = cause.problems[1:]
    if not others:
        return ""
    shown = ", ".join(_where(problem) for problem in others[: SHOWN_PLACES - 1])
    rest = len(others) - (SHOWN_PLACES - 1)
    places = say("causes.and_rest", language, shown=shown, count=rest) if rest > 0 else shown
    key = "causes.alike" if cause.is_alike else "causes.same"
    return _inert(f"  {say(key, language, count=len(others), places=places)}")


def as_summary(problems: Sequence[Problem], language: Language, older: Sequence[Problem] = ()) -> str:
    """A line for each cause, with how many files it stands in, what to do once, and a sum last."""
    blocks = [*_summary_blocks(problems, language)]
    if older:
        blocks += [f"{older_heading(language)}\n", *_summary_blocks(older, language)]
    if blocks:
        blocks.append(say("causes.all_places", language) + "\n")
    return "\n".join([*blocks, summary(problems, language, older)]) + "\n"


def _summary_blocks(problems: Sequence[Problem], language: Language) -> Iterator[str]:
    """Causes that have the same remedy together, and the remedy once."""
    causes = by_cause(problems, language)
    for (_, remedy), of_rule in groupby(causes, lambda c: (c.first.rule, hint_text(c.first, language))):
        alike = list(of_rule)
        lines = [
            *(_summary_line(cause, language) for cause in alike),
            f"  {say('severity.remedy', language)}: {remedy}",
            *_following(sum(cause.consequences for cause in alike), language),
        ]
        yield _inert("\n".join(lines))


def _summary_line(cause: Cause, language: Language) -> str:
    first = cause.first
    files = say("causes.files", language, count=len(cause.paths))
    where = plain(first.place.path) if len(cause.paths) == 1 else files
    if len(cause.problems) > len(cause.paths):
        places = say("causes.places", language, count=len(cause.problems))
        where = say("causes.places_in", language, places=places, files=where)
    message = message_text(first, language).removesuffix(".")
    if cause.is_alike:
        message = say("causes.and_alike", language, message=message, count=len(cause.problems) - 1)
    severity = say(f"severity.{first.severity}", language)
    return f"{severity}[{first.rule}]: {message}: {where}"


def older_heading(language: Language) -> str:
    """What stands above the problems of before."""
    return f"{say('severity.before', language)}:"


def problem_block(problem: Problem, language: Language, consequences: int = 0) -> str:
    """One problem, compiler style; `consequences` where it stands for others that have more of them."""
    place, where = problem.place, _where(problem)
    severity = say(f"severity.{problem.severity}", language)
    lines = [f"{where}: {severity}[{problem.rule}]: {message_text(problem, language)}"]
    if place.line and place.source.strip():
        lines += _excerpt(place.line, place.column, place.length, place.source)
    lines.append(f"  {say('severity.remedy', language)}: {hint_text(problem, language)}")
    lines += _following(consequences or problem.consequences, language)
    lines.append(f"  {say('severity.more', language)}: {explain_command(problem)}")
    return _inert("\n".join(lines))


def _where(problem: Problem) -> str:
    place = problem.place
    return ":".join(str(part) for part in (plain(place.path), place.line, place.column) if part)


def _following(count: int, language: Language) -> list[str]:
    """That other problems follow from it, where they do."""
    return [f"  {say('causes.follows', language, count=count)}"] if count else []


def _inert(block: str) -> str:
    # GitHub's log takes `##[…]` for a command, wherever in a line it stands.
    return block.replace("##[", "##\\[") + "\n"


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

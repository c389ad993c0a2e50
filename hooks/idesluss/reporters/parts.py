"""What every format is made of: safe sentences, where to read more, and which problems are older."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING, Literal

from ..words.characters import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..reading.problem import Problem
    from ..words import Language

LONGEST = 600
Origin = Literal["change", "before"]


def message_text(problem: Problem, language: Language) -> str:
    """What happened, as one line that a terminal shows and does nothing with."""
    return plain(problem.message(language), LONGEST)


def hint_text(problem: Problem, language: Language) -> str:
    """What to do about it, as one line that a terminal shows and does nothing with."""
    return plain(problem.hint(language), LONGEST)


def explain_command(problem: Problem) -> str:
    """The command that tells more of the rule."""
    return f"idesluss explain {problem.rule}"


def version() -> str:
    """The version of the program that is installed."""
    return metadata.version("idesluss")


def with_causes(
    problems: Sequence[Problem], older: Sequence[Problem] | None
) -> list[tuple[Problem, Origin | None]]:
    """Each problem with its cause, those of before last; no causes where nothing was compared."""
    if older is None:
        return [(problem, None) for problem in problems]
    return [*((problem, "change") for problem in problems), *((problem, "before") for problem in older)]

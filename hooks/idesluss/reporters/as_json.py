"""Problems as JSON of our own, for other programs; `report.schema.json` beside this says what it holds."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from .parts import explain_command, hint_text, message_text, version, with_causes
from .subject import subject_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..reading.problem import Problem
    from ..words import Language
    from .parts import Origin

SCHEMA = "1"


def problems_as_json(
    problems: Sequence[Problem], language: Language, older: Sequence[Problem] | None = None
) -> str:
    """The sum, which leaves out the problems of before, and every problem."""
    counts = Counter(problem.severity for problem in problems)
    listed = with_causes(problems, older)
    return visible_json(
        {
            "schema": SCHEMA,
            "version": version(),
            "summary": {f"{name}s": counts[name] for name in ("error", "warning", "hint")},
            "problems": [problem_as_json(problem, cause, language) for problem, cause in listed],
        }
    )


def problem_as_json(problem: Problem, cause: Origin | None, language: Language) -> dict[str, object]:
    """A problem by its rule, its place and its words."""
    place = problem.place
    column = place.column if place.line else 0
    return {
        "path": place.path,
        "line": place.line or None,
        "column": column or None,
        "end_column": column + place.length if column else None,
        "rule": problem.rule,
        "severity": problem.severity,
        "key": problem.key,
        "message": message_text(problem, language),
        "hint": hint_text(problem, language),
        "about": subject_of(problem),
        "consequences": problem.consequences,
        "source": place.source,
        "caused_by": cause,
        "more": explain_command(problem),
    }


def visible_json(value: object) -> str:
    """The value as JSON in which every character can be seen, so that a terminal does nothing with it."""
    lines = json.dumps(value, ensure_ascii=False, indent=2).split("\n")
    return "\n".join(line if line.isprintable() else "".join(map(_visible, line)) for line in lines) + "\n"


def _visible(character: str) -> str:
    """The character, or its code units as JSON writes them."""
    if character.isprintable():
        return character
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))

"""Problems as workflow commands: GitHub Actions shows each beside the line it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words import say
from ..words.characters import plain
from .as_text import older_heading, summary
from .parts import explain_command, hint_text, message_text, with_causes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..reading.problem import Problem
    from ..words import Language
    from .parts import Origin

_COMMANDS = {"error": "error", "warning": "warning", "hint": "notice"}
_LONGEST_PATH = 4096  # of a path on Linux: none is cut


def as_github(problems: Sequence[Problem], language: Language, older: Sequence[Problem] | None = None) -> str:
    """A command a line, and a sum last. What was there before is only noticed."""
    listed = with_causes(problems, older)
    lines = [_annotation(problem, cause, language) for problem, cause in listed]
    return "\n".join([*lines, summary(problems, language, older)]) + "\n"


def _annotation(problem: Problem, cause: Origin | None, language: Language) -> str:
    is_older = cause == "before"
    lines = [
        *([older_heading(language)] if is_older else []),
        message_text(problem, language),
        f"{say('severity.remedy', language)}: {hint_text(problem, language)}",
        f"{say('severity.more', language)}: {explain_command(problem)}",
    ]
    name = "notice" if is_older else _COMMANDS[problem.severity]
    return workflow_command(name, _properties(problem, language), "\n".join(lines))


def _properties(problem: Problem, language: Language) -> dict[str, object]:
    place = problem.place
    properties: dict[str, object] = {"file": plain(place.path, _LONGEST_PATH)}
    if place.line:
        properties["line"] = place.line
    if place.line and place.column:
        properties |= {"col": place.column, "endColumn": place.column + place.length}
    severity = say(f"severity.{problem.severity}", language)
    return {**properties, "title": f"{severity}[{problem.rule}]"}


def workflow_command(name: str, properties: Mapping[str, object], message: str) -> str:
    """One workflow command, on one line whatever its parts hold."""
    pairs = ",".join(f"{key}={_escaped_property(str(value))}" for key, value in properties.items())
    return f"::{name} {pairs}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")

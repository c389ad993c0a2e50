"""What there is to tell of a rule: what, why and how, each message with its remedy, and an example."""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from ..reading.records import nearest
from ..words import SOURCE, keys, say, template
from .registry import GROUPS, rule_text, rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..reading.problem import Severity
    from ..words import Language

WIDTH = 88


@dataclass(frozen=True, slots=True)
class Message:
    """A message that a rule can give, with its blanks as an ellipsis, and what to do about it."""

    words: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Example:
    """A mistake of the golden cases: the lines as they were written, if they can be shown, and the report."""

    source: str
    report: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule in one language. `what` is a sentence, `why` paragraphs that end with what to do.

    Messages and files call it `name`, pages `title`.
    """

    name: str
    title: str
    group: str
    what: str
    why: list[str]
    severities: list[Severity]
    is_of_change: bool
    messages: list[Message]
    example: Example | None


def explanation_of(name: str, language: Language) -> Explanation:
    """All that there is to tell of a rule."""
    what, *why = rule_text(name, language)
    rule, golden = rules()[name], _examples().get(name)
    return Explanation(
        name=name,
        title=say(f"rule.{name}.title", language),
        group=rule.group,
        what=what,
        why=why,
        severities=golden["severities"] if golden else [],
        is_of_change=rule.check_change is not None,
        messages=[_message(key, language) for key in messages_of().get(name, ())],
        example=Example(golden["source"], golden.get(language, golden[SOURCE])) if golden else None,
    )


def rule_groups() -> dict[str, list[str]]:
    """Every rule by its group; within a group in the order that their messages stand in the words."""
    return {group: [name for name in messages_of() if rules()[name].group == group] for group in GROUPS}


@cache
def messages_of() -> Mapping[str, list[str]]:
    """Rule to the keys of its messages, in the order that they stand in the words."""
    by_rule: dict[str, list[str]] = {}
    for key in keys(SOURCE):
        if key.startswith("problem.") and key.endswith(".message"):
            name = key.removeprefix("problem.").removesuffix(".message")
            by_rule.setdefault(_owner(name), []).append(name)
    return by_rule


def _owner(key: str) -> str:
    """The rule that claims the most of the key's beginning; its first word where none does."""
    claims = {
        beginning: rule.name
        for rule in rules().values()
        for beginning in rule.messages
        if f"{key}.".startswith(f"{beginning}.")
    }
    return claims.get(max(claims, key=len, default=""), key.partition(".")[0])


def explanation_as_text(name: str, language: Language) -> str:
    """The rule explained for a terminal."""
    rule = explanation_of(name, language)
    scope = "change" if rule.is_of_change else "content"
    parts = [f"{name} – {rule.what}", *rule.why]
    parts += [say(f"rules.severity.{severity}", language) for severity in rule.severities]
    parts = [
        textwrap.fill(part, WIDTH, break_on_hyphens=False)
        for part in [*parts, say(f"rules.scope.{scope}", language)]
    ]
    parts += [say("rules.messages", language) + ":", *map(_message_lines, rule.messages)]
    if rule.example:
        parts += list(_example_text(rule.example, language))
    return "\n\n".join(parts) + "\n"


def rules_as_text(language: Language) -> str:
    """Every rule with its sentence, group by group."""
    lines = []
    for group, names in rule_groups().items():
        lines += [say(f"rules.group.{group}", language)]
        lines += [f"  {name}\n{_indented(4, rule_text(name, language)[0])}" for name in names]
        lines += [""]
    return "\n".join([*lines, say("rules.ask", language)]) + "\n"


def unknown_rule(name: str, language: Language) -> str:
    """What to answer when there is no such rule, with the nearest one if any is near."""
    likely = nearest(name, rules())
    return say(f"rules.unknown{'_near' if likely else ''}", language, name=name, nearest=likely or "")


def _message(key: str, language: Language) -> Message:
    words, remedy = (_blanked(template(f"problem.{key}.{part}", language)) for part in ("message", "hint"))
    return Message(words, remedy)


def _blanked(words: str | dict[str, str]) -> str:
    """The words with what is filled in as an ellipsis."""
    # What is filled in may say how it is written, as in `{amount:money}`.
    blanked = re.sub(r"\{\w+(?::\w+)?\}", "…", words if isinstance(words, str) else words["other"])
    # Blanks beside each other are one, and at the end of a sentence the ellipsis is its full stop too.
    return re.sub(r"…\.(?=\s|$)", "…", re.sub(r"…(?: …)+", "…", blanked))


@cache
def _examples() -> dict[str, dict[str, Any]]:
    """Rule to its example: `severities`, `source` and the report in each language."""
    file = resources.files(__package__ or "").joinpath("examples.json")
    examples: dict[str, dict[str, Any]] = (
        json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    )
    return examples


def _message_lines(message: Message) -> str:
    return f"{_indented(2, message.words)}\n{_indented(4, message.remedy)}"


def _indented(indent: int, words: str) -> str:
    margin = " " * indent
    return textwrap.fill(
        words, WIDTH, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False
    )


def _example_text(example: Example, language: Language) -> Iterator[str]:
    if example.source:
        yield f"{say('rules.written', language)}:"
        yield textwrap.indent(example.source, "  ")
    yield f"{say('rules.answered', language)}:"
    yield textwrap.indent(example.report.rstrip(), "  ")

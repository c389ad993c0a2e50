"""What there is to tell of a rule: what, why and how, each message with its remedy, and an example."""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from .. import checks
from ..checks import rule_text
from ..reading import records as typed
from ..words import keys, say, template

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..reading.problem import Severity
    from ..words import Language

WIDTH = 88
# In the order in which somebody who writes an idea would meet them. A rule of the change needs no line.
_GROUPS: dict[str, tuple[str, ...]] = {
    "files": ("file", "encoding", "hidden_character", "front_matter", "yaml"),
    "fields": (
        "missing_field",
        "unknown_field",
        "field",
        "unknown_term",
        "repeated",
        "slug_taken",
        "settings",
    ),
    "process": (
        "required",
        "unused_waiver",
        "assessors",
        "decision_order",
        "decision_outcome",
        "decision_role",
        "outcome_companion",
        "effect_measured",
        "relation_agreement",
        "retired_idea",
        "similar_idea",
    ),
    "money_and_time": (
        "period_order",
        "future_date",
        "passed_end",
        "overdue",
        "plan_balance",
        "call_terms",
        "grant_sum",
    ),
    "links_and_pictures": ("body_link", "picture"),
    "people": ("personal_number", "private_contact"),
}
# Where a message's key does not begin with the name of its rule.
_FAMILIES = {"front": "front_matter", "value": "field", "body": "body_link"}
_OWN = {
    "field.missing": "missing_field",
    "field.unknown": "unknown_field",
    "field.unknown_near": "unknown_field",
}


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
    """A rule in one language. `what` is a sentence, `why` paragraphs that end with what to do."""

    name: str
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
    found = _examples().get(name)
    return Explanation(
        name=name,
        group=group_of(name),
        what=what,
        why=why,
        severities=found["severities"] if found else [],
        is_of_change=_is_of_change(name),
        messages=[_message(key, language) for key in messages_of().get(name, ())],
        example=Example(found["source"], found[language]) if found else None,
    )


def rule_groups() -> dict[str, list[str]]:
    """Every rule by the group it stands in; groups without rules are left out."""
    order = [*_GROUPS, "change", "rest"]
    placed = {rule: at for rules in _GROUPS.values() for at, rule in enumerate(rules)}
    rules = sorted(checks.rules(), key=lambda rule: (order.index(group_of(rule)), placed.get(rule, 0), rule))
    return {name: listed for name in order if (listed := [rule for rule in rules if group_of(rule) == name])}


def group_of(name: str) -> str:
    """The group a rule stands in: `change` for those of a change, `rest` where nobody has placed it."""
    found = next((group for group, rules in _GROUPS.items() if name in rules), "rest")
    return "change" if _is_of_change(name) else found


@cache
def messages_of() -> Mapping[str, list[str]]:
    """Rule to the keys of its messages."""
    found: dict[str, list[str]] = {}
    for key in sorted(keys("sv")):
        if key.startswith("problem.") and key.endswith(".message"):
            name = key.removeprefix("problem.").removesuffix(".message")
            family = name.partition(".")[0]
            found.setdefault(_OWN.get(name, _FAMILIES.get(family, family)), []).append(name)
    return found


def explanation_as_text(name: str, language: Language) -> str:
    """The rule explained for a terminal."""
    told = explanation_of(name, language)
    scope = "change" if told.is_of_change else "content"
    parts = [f"{name} – {told.what}", *told.why]
    parts += [say(f"rules.severity.{severity}", language) for severity in told.severities]
    parts = [textwrap.fill(part, WIDTH) for part in [*parts, say(f"rules.scope.{scope}", language)]]
    parts += [say("rules.messages", language) + ":", *map(_indented, told.messages)]
    if told.example:
        parts += list(_example_text(told.example, language))
    return "\n\n".join(parts) + "\n"


def rules_as_text(language: Language) -> str:
    """Every rule with its sentence, group by group."""
    lines = []
    for name, rules in rule_groups().items():
        lines += [say(f"rules.group.{name}", language)]
        lines += [f"  {rule}\n{_at(4, rule_text(rule, language)[0])}" for rule in rules]
        lines += [""]
    return "\n".join([*lines, say("rules.ask", language)]) + "\n"


def unknown_rule(name: str, language: Language) -> str:
    """What to answer when there is no such rule, with the nearest one if any is near."""
    likely = typed.nearest(name, checks.rules())
    return say(f"rules.unknown{'_near' if likely else ''}", language, name=name, nearest=likely or "")


def _is_of_change(name: str) -> bool:
    return hasattr(checks.rules()[name], "check_change")


def _message(key: str, language: Language) -> Message:
    said, remedy = (_literal(template(f"problem.{key}.{part}", language)) for part in ("message", "hint"))
    return Message(said, remedy)


def _literal(words: str | dict[str, str]) -> str:
    blanked = re.sub(r"\{\w+\}", "…", words if isinstance(words, str) else words["other"])
    return re.sub(r"…\.(?=\s|$)", "…", re.sub(r"…(?: …)+", "…", blanked))


@cache
def _examples() -> dict[str, dict[str, Any]]:
    file = resources.files(checks.__name__).joinpath("examples.json")
    found: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return found


def _indented(message: Message) -> str:
    return f"{_at(2, message.words)}\n{_at(4, message.remedy)}"


def _at(indent: int, words: str) -> str:
    return textwrap.fill(words, WIDTH, initial_indent=" " * indent, subsequent_indent=" " * indent)


def _example_text(example: Example, language: Language) -> Iterator[str]:
    if example.source:
        yield f"{say('rules.written', language)}:"
        yield textwrap.indent(example.source, "  ")
    yield f"{say('rules.answered', language)}:"
    yield textwrap.indent(example.report.rstrip(), "  ")

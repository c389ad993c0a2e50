"""An example of each rule, taken from the golden cases: what was written, and what the checker said."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, get_args

from idesluss import checks
from idesluss.reading.problem import Severity
from idesluss.words import LANGUAGES
from idesluss.words.characters import plain
from tests.support.case_trees import lay_out
from tests.support.golden import name_of, report_file, rule_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FOLDERS = ("broken", "changes")
_AROUND = 2
# The first line of a problem: path, perhaps line and column, severity, and rule.
_OPENING = re.compile(
    r"^(?P<path>\S.*?)(?::(?P<line>\d+))?(?::\d+)?: (?P<severity>\w+)\[(?P<rule>\w+)\]: ", re.MULTILINE
)


def rule_examples(tests: Path) -> str:
    """The file of examples, as JSON, from the cases below `tests`/checks and their reports."""
    examples = {rule: _example(tests, rule, cases) for rule, cases in _by_rule(tests).items() if cases}
    return json.dumps(examples, ensure_ascii=False, indent=1) + "\n"


def _by_rule(tests: Path) -> dict[str, list[Path]]:
    """Each rule that there is, and its cases that have a report."""
    cases = [case for folder in _FOLDERS for case in sorted((tests / "checks" / folder).glob("*/*.case"))]
    return {
        rule: [case for case in cases if rule_of(case) == rule and _is_reported(case)]
        for rule in checks.rules()
    }


def _is_reported(case: Path) -> bool:
    return all(report_file(case, language).is_file() for language in LANGUAGES)


def _example(tests: Path, rule: str, cases: list[Path]) -> dict[str, object]:
    """The case that says the least beside the rule's own problem, and how grave the rule's problems are."""
    reports = {case: report_file(case, "en").read_text(encoding="utf-8") for case in cases}
    case = min(cases, key=lambda case: _distraction(rule, reports[case]))
    grave = {opening["severity"] for text in reports.values() for opening in _openings(rule, text)}
    return {
        "case": name_of(case),
        "severities": [severity for severity in get_args(Severity) if severity in grave],
        "source": _source(tests, case, next(_openings(rule, reports[case]), None)),
        **{language: report_file(case, language).read_text(encoding="utf-8") for language in LANGUAGES},
    }


def _openings(rule: str, text: str) -> Iterator[re.Match[str]]:
    return (opening for opening in _OPENING.finditer(text) if opening["rule"] == rule)


def _distraction(rule: str, text: str) -> tuple[int, bool]:
    """How many problems a report tells beside the first of the rule, and whether it shows no line."""
    own = next(_openings(rule, text), None)
    return len(_OPENING.findall(text)), own is None or own["line"] is None


def _source(tests: Path, case: Path, opening: re.Match[str] | None) -> str:
    """The lines round the place; nothing where the report shows the line otherwise than it stands."""
    if not opening or not opening["line"]:
        return ""
    lines = _last(case, opening["path"], tests).decode("utf-8", "replace").split("\n")
    at = int(opening["line"])
    # Cut, saved in another encoding, or a personal number, which no page should repeat.
    if not any(f" {at} | {line}\n" in opening.string for line in lines[at - 1 : at]):
        return ""
    around = lines[max(0, at - 1 - _AROUND) : at + _AROUND]
    return "\n".join(map(plain, around)).rstrip("\n")


def _last(case: Path, path: str, tests: Path) -> bytes:
    """The file as it is after the last step of the case that leaves it there."""
    trees = reversed(lay_out(case, tests).values())
    contents = (tree[path] for tree in trees if path in tree)
    return next((content for content in contents if isinstance(content, bytes)), b"")

"""An example of each rule, taken from the golden cases: what was written, and what the checker said."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, get_args

from .. import checks
from ..reading.problem import Severity
from ..words import LANGUAGES
from ..words.characters import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATH = "hooks/idesluss/checks/examples.json"
_FOLDERS = ("tests/checks/broken", "tests/checks/changes")
_BASE = "tests/catalogues/base"
_AROUND = 2
# The first line of a problem: path, perhaps line and column, severity, and rule.
_OPENING = re.compile(
    r"^(?P<path>\S.*?)(?::(?P<line>\d+))?(?::\d+)?: (?P<severity>\w+)\[(?P<rule>\w+)\]: ", re.MULTILINE
)


def rule_examples(root: Path) -> dict[str, str]:
    """The file of examples; nothing where the golden cases are not at hand, as in an installed package."""
    if not (root / _FOLDERS[0]).is_dir():
        return {}
    found = {rule: _example(root, rule, cases) for rule, cases in _by_rule(root).items() if cases}
    return {PATH: json.dumps(found, ensure_ascii=False, indent=1) + "\n"}


def _by_rule(root: Path) -> dict[str, list[Path]]:
    """Rule to the cases named after it; the longest name fits, as names hold underscores."""
    rules: dict[str, list[Path]] = {rule: [] for rule in checks.rules()}
    cases = [case for folder in _FOLDERS for case in sorted((root / folder).glob("*"))]
    for case in cases:
        fitting = [rule for rule in rules if case.name.startswith(f"{rule}_")]
        if fitting and all(_golden(case, language).is_file() for language in LANGUAGES):
            rules[max(fitting, key=len)].append(case)
    return rules


def _golden(case: Path, language: str) -> Path:
    return case / f"report.{language}.txt"


def _example(root: Path, rule: str, cases: list[Path]) -> dict[str, object]:
    """The case that says the least beside the rule's own problem, and how grave the rule's problems are."""
    reports = {case: _golden(case, "en").read_text(encoding="utf-8") for case in cases}
    case = min(cases, key=lambda case: _distraction(rule, reports[case]))
    grave = {found["severity"] for text in reports.values() for found in _openings(rule, text)}
    return {
        "case": case.name,
        "severities": [severity for severity in get_args(Severity) if severity in grave],
        "source": _source(root, case, next(_openings(rule, reports[case]), None)),
        **{language: _golden(case, language).read_text(encoding="utf-8") for language in LANGUAGES},
    }


def _openings(rule: str, text: str) -> Iterator[re.Match[str]]:
    return (found for found in _OPENING.finditer(text) if found["rule"] == rule)


def _distraction(rule: str, text: str) -> tuple[int, bool]:
    """How many problems a report tells beside the first of the rule, and whether it shows no line."""
    own = next(_openings(rule, text), None)
    return len(_OPENING.findall(text)), own is None or own["line"] is None


def _source(root: Path, case: Path, found: re.Match[str] | None) -> str:
    """The lines round the place; nothing where the report shows the line otherwise than it stands."""
    if not found or not found["line"]:
        return ""
    # A golden change has a folder for each commit, the last one on top.
    layers = [case, *sorted(case.glob("[0-9]*"), reverse=True), case / "before", root / _BASE]
    file = next((layer / found["path"] for layer in layers if (layer / found["path"]).is_file()), None)
    lines = file.read_text(encoding="utf-8", errors="replace").split("\n") if file else []
    at = int(found["line"])
    # Cut, saved in another encoding, or a personal number, which no page should repeat.
    if not any(f" {at} | {line}\n" in found.string for line in lines[at - 1 : at]):
        return ""
    around = lines[max(0, at - 1 - _AROUND) : at + _AROUND]
    return "\n".join(map(plain, around)).rstrip("\n")

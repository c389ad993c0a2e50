"""Golden changes: commits in a real repository, and the report that a contributor gets of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from idesluss import checks
from idesluss import reporters as report
from idesluss.words import LANGUAGES, Language
from tests.support import golden
from tests.support.cases import read_case
from tests.support.golden import CHANGES, name_of, rule_of

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.reading.problem import Problem


GOOD = [case for case in CHANGES if rule_of(case) == "good"]
BROKEN = [case for case in CHANGES if case not in GOOD]


def told(found: tuple[list[Problem], list[Problem]], language: Language) -> str:
    problems, older = found
    text = report.as_text([problem for problem in problems if problem not in older], language)
    return re.sub(r"\b[0-9a-f]{8}\b", "c0ffee00", text)


@pytest.mark.parametrize("case", BROKEN, ids=name_of)
def test_report_is_the_golden_one(case: Path, tmp_path: Path) -> None:
    """A change's report reads as written down, in both languages, and its rule occurs in it."""
    root = golden.committed(case, tmp_path / "r")
    found = golden.problems_since(root)
    assert rule_of(case) in {problem.rule for problem in found[0]}
    for language in LANGUAGES:
        golden.expect(case, language, told(found, language))


@pytest.mark.parametrize("case", GOOD, ids=name_of)
def test_good_change_passes(case: Path, tmp_path: Path) -> None:
    """What the process allows is let through without a word."""
    found = golden.problems_since(golden.committed(case, tmp_path / "r"))
    assert told(found, "en") == "No problems.\n"


def test_every_rule_of_change_has_a_case() -> None:
    """A rule of what may change would otherwise have a message that nobody has read."""
    judging = {name for name, rule in checks.rules().items() if rule.check_change}
    assert judging - {rule_of(case) for case in BROKEN} == set()


def test_every_case_is_named_after_a_rule_and_has_commits() -> None:
    """A case without a commit would show nothing."""
    assert [case for case in BROKEN if rule_of(case) not in checks.rules()] == []
    assert [case for case in CHANGES if read_case(case).steps[-1].name[:6] != "commit"] == []

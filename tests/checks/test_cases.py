"""Golden cases: broken ones with the report that a person gets of them, and good ones that must pass."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from idesluss import checks
from idesluss import reporters as report
from idesluss.words import LANGUAGES
from tests.support import golden, project
from tests.support.case_trees import lay_out
from tests.support.cases import read_case
from tests.support.golden import BROKEN, CHANGES, CHECKS, GOOD, name_of, rule_of

if TYPE_CHECKING:
    from pathlib import Path

CASES = (*BROKEN, *GOOD, *CHANGES)
# The first line of a case to one that has it; a case that cannot be read fails by itself.
BASES = {case.read_bytes().split(b"\n")[0].decode("utf-8", "replace"): case for case in CASES}


@pytest.mark.parametrize("case", BROKEN, ids=name_of)
def test_report_is_the_golden_one(case: Path, tmp_path: Path) -> None:
    """A case's report reads as written down, in both languages, and its rule occurs in it."""
    problems = golden.problems_of(case, tmp_path)
    assert rule_of(case) in {problem.rule for problem in problems}
    for language in LANGUAGES:
        golden.expect(case, language, report.as_text(problems, language))


@pytest.mark.parametrize("case", GOOD, ids=name_of)
def test_good_case_passes(case: Path, tmp_path: Path) -> None:
    """What looks like a mistake to a hasty rule, and is none, is let through without a word."""
    problems = golden.problems_of(case, tmp_path)
    assert not problems, report.as_text(problems, "en")


@pytest.mark.parametrize("case", BASES.values(), ids=BASES)
def test_base_is_clean(case: Path, tmp_path: Path) -> None:
    """A catalogue that cases are laid over has no problems of its own."""
    assert golden.problems_in(lay_out(case, project.HERE)["base"], tmp_path) == []


def test_every_case_is_named_after_a_rule() -> None:
    """A case that no rule answers for would never be missed."""
    assert [case for case in (*BROKEN, *GOOD) if rule_of(case) not in checks.rules()] == []


def test_every_rule_has_a_case() -> None:
    """A rule without a case would have a message that nobody has read."""
    judging = {name for name, rule in checks.rules().items() if rule.check}
    assert judging - {rule_of(case) for case in BROKEN} == set()


@pytest.mark.parametrize("kind", ["broken", "good", "changes"])
def test_every_case_has_its_reports_and_every_report_its_case(kind: str) -> None:
    """Nothing else lies beside them: a broken case has a report in each language, and a good one has none."""
    cases = list((CHECKS / kind).glob("*/*.case"))
    broken = [case for case in cases if "good" not in {kind, rule_of(case)}]
    reports = {golden.report_file(case, language) for case in broken for language in LANGUAGES}
    assert {path for path in (CHECKS / kind).rglob("*") if path.is_file()} == {*cases, *reports}


def test_every_picture_is_shown_by_a_case() -> None:
    """A picture whose case is gone goes with it."""
    changes = [change for case in CASES for step in read_case(case).steps for change in step.changes]
    shown = {change.origin for change in changes if change.way == "picture"}
    assert {path.name for path in (CHECKS / "pictures").iterdir()} == shown


def test_what_the_readme_shows_can_be_laid_out(tmp_path: Path) -> None:
    """Whoever copies an example has a case."""
    readme = (CHECKS / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```\n(base: .*?)^```$", readme, re.DOTALL | re.MULTILINE)
    assert len(shown) >= 2
    for text in shown:
        case = tmp_path / "shown.case"
        case.write_text(text, encoding="utf-8")
        assert len(lay_out(case, project.HERE)) >= 2


def test_the_proof_set_is_large_enough() -> None:
    """Rules are proved by many mistakes, and by what only looks like one."""
    assert len(BROKEN) >= 150
    assert len(GOOD) >= 40

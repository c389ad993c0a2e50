"""Golden cases: broken ones with the report that a person gets of them, and good ones that must pass."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from idesluss import checks
from idesluss import reporters as report
from idesluss.catalogue.catalogue import read_catalogue
from idesluss.checks import judge_reading
from idesluss.reading.files import DiskFiles
from idesluss.words import LANGUAGES, Language

if TYPE_CHECKING:
    from idesluss.reading.problem import Problem

CASES = Path(__file__).parent
BASE = CASES.parent / "catalogues" / "base"
TODAY = dt.date(2026, 11, 23)
WRITES = os.environ.get("IDESLUSS_WRITE_GOLDEN") == "1"
BROKEN, GOOD = (sorted(folder.name for folder in (CASES / kind).iterdir()) for kind in ("broken", "good"))


def rule_of(case: str) -> str | None:
    """The rule that a case's name begins with; the longest, as names hold underscores."""
    fitting = [rule for rule in checks.rules() if case.startswith(f"{rule}_")]
    return max(fitting, key=len, default=None)


def laid_out(case: Path, root: Path) -> Path:
    """The base catalogue with the case's files laid over it and those in removed.txt taken away."""
    shutil.copytree(BASE / "ideas", root / "ideas", symlinks=True)
    removed = case / "removed.txt"
    for path in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        (root / path).unlink()
    if (case / "ideas").is_dir():
        shutil.copytree(case / "ideas", root / "ideas", symlinks=True, dirs_exist_ok=True)
    return root


def found(case: Path, root: Path) -> list[Problem]:
    return judge_reading(read_catalogue(DiskFiles(laid_out(case, root)), TODAY))


def golden(case: str, language: Language) -> Path:
    return CASES / "broken" / case / f"report.{language}.txt"


@pytest.mark.parametrize("case", BROKEN)
def test_report_is_the_golden_one(case: str, tmp_path: Path) -> None:
    """A case's report reads as written down, in both languages, and its rule occurs in it."""
    problems = found(CASES / "broken" / case, tmp_path)
    assert rule_of(case) in {problem.rule for problem in problems}
    for language in LANGUAGES:
        text = report.as_text(problems, language)
        if WRITES:
            golden(case, language).write_text(text, encoding="utf-8")
        assert golden(case, language).is_file(), f"{case} lacks its report; IDESLUSS_WRITE_GOLDEN=1 writes it"
        assert text == golden(case, language).read_text(encoding="utf-8")


@pytest.mark.parametrize("case", GOOD)
def test_good_case_passes(case: str, tmp_path: Path) -> None:
    """What looks like a mistake to a hasty rule, and is none, is let through without a word."""
    problems = found(CASES / "good" / case, tmp_path)
    assert not problems, report.as_text(problems, "en")


def test_base_is_clean(tmp_path: Path) -> None:
    """The catalogue that the cases are laid over has no problems."""
    assert found(BASE, tmp_path) == []


def test_every_case_is_named_after_a_rule() -> None:
    """A case that no rule answers for would never be missed."""
    assert [case for case in (*BROKEN, *GOOD) if rule_of(case) is None] == []


def test_every_rule_has_a_case() -> None:
    """A rule without a case would have a message that nobody has read."""
    judging = {name for name, rule in checks.rules().items() if rule.check}
    assert judging - {rule_of(case) for case in BROKEN} == set()


def test_every_case_differs_from_the_base_and_has_both_reports() -> None:
    """A case folder holds files of the catalogue, the two reports if it is broken, and nothing else."""
    for case in BROKEN:
        held = {entry.name for entry in (CASES / "broken" / case).iterdir()}
        reports = {golden(case, language).name for language in LANGUAGES}
        assert reports <= held, f"{case} lacks a report"
        assert held - reports, f"{case} has no files"
        assert held <= {*reports, "ideas", "removed.txt"}, f"{case} has files that nothing reads"
    for case in GOOD:
        held = {entry.name for entry in (CASES / "good" / case).iterdir()}
        assert held
        assert held <= {"ideas", "removed.txt"}, f"{case} has files that nothing reads"


def test_removed_files_are_of_the_base() -> None:
    """What a case takes away is there to be taken."""
    for removed in (*CASES.glob("broken/*/removed.txt"), *CASES.glob("good/*/removed.txt")):
        for path in removed.read_text(encoding="utf-8").split():
            assert (BASE / path).is_file(), f"{removed}: {path}"


def test_the_proof_set_is_large_enough() -> None:
    """Rules are proved by many mistakes, and by what only looks like one."""
    assert len(BROKEN) >= 150
    assert len(GOOD) >= 40

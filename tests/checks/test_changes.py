"""Golden changes: commits in a real repository, and the report that a contributor gets of them."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from idesluss import checks
from idesluss import reporters as report
from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import judge_change
from idesluss.history.change import read_change
from idesluss.history.git import Repository
from idesluss.reading.files import DiskFiles
from idesluss.words import LANGUAGES, Language
from tests.support import gitrepo

if TYPE_CHECKING:
    from idesluss.reading.problem import Problem

CHANGES = Path(__file__).parent / "changes"
BASE = Path(__file__).parents[1] / "catalogues" / "base"
TODAY = dt.date(2026, 11, 23)
WRITES = os.environ.get("IDESLUSS_WRITE_GOLDEN") == "1"
NAMES = sorted(folder.name for folder in CHANGES.iterdir() if folder.is_dir())
BROKEN = [name for name in NAMES if not name.startswith("good_")]
GOOD = [name for name in NAMES if name.startswith("good_")]


def laid_out(case: str, root: Path) -> Path:
    """A repository whose branch `base` is what was there before, and whose HEAD is the case's last commit."""
    gitrepo.start(root)
    shutil.copytree(BASE / "ideas", root / "ideas")
    if (CHANGES / case / "earlier").is_dir():
        gitrepo.lay(root, CHANGES / case / "earlier")
        gitrepo.commit(root)
    gitrepo.lay(root, CHANGES / case / "before")
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "base")
    for step in sorted(path for path in (CHANGES / case).iterdir() if path.name.isdigit()):
        gitrepo.lay(root, step)
        gitrepo.commit(root, step.name)
    return root


def found(root: Path, revision: str = "base") -> tuple[list[Problem], list[Problem]]:
    """All problems, and those that were there before."""
    head = read_catalogue(DiskFiles(root), TODAY).catalogue
    assert isinstance(head, Catalogue)
    made = read_change(Repository(root), revision, head)
    problems = judge_change(made)
    return problems, made.older(problems)


def told(root: Path, language: Language) -> str:
    problems, older = found(root)
    text = report.as_text([problem for problem in problems if problem not in older], language)
    return re.sub(r"\b[0-9a-f]{8}\b", "c0ffee00", text)


def golden(case: str, language: Language) -> Path:
    return CHANGES / case / f"report.{language}.txt"


def rule_of(case: str) -> str | None:
    fitting = [rule for rule in checks.rules() if case.startswith(f"{rule}_")]
    return max(fitting, key=len, default=None)


@pytest.mark.parametrize("case", BROKEN)
def test_report_is_the_golden_one(case: str, tmp_path: Path) -> None:
    """A change's report reads as written down, in both languages, and its rule occurs in it."""
    root = laid_out(case, tmp_path / "r")
    assert rule_of(case) in {problem.rule for problem in found(root)[0]}
    for language in LANGUAGES:
        text = told(root, language)
        if WRITES:
            golden(case, language).write_text(text, encoding="utf-8")
        assert text == golden(case, language).read_text(encoding="utf-8")


@pytest.mark.parametrize("case", GOOD)
def test_good_change_passes(case: str, tmp_path: Path) -> None:
    """What the process allows is let through without a word."""
    assert told(laid_out(case, tmp_path / "r"), "en") == "No problems.\n"


def test_every_rule_of_change_has_a_case() -> None:
    """A rule of what may change would otherwise have a message that nobody has read."""
    judging = {name for name, rule in checks.rules().items() if rule.check_change}
    assert judging - {rule_of(case) for case in BROKEN} == set()


def test_every_case_is_named_after_a_rule_and_has_commits() -> None:
    """A case without a commit would show nothing."""
    assert [case for case in BROKEN if rule_of(case) is None] == []
    for case in NAMES:
        assert (CHANGES / case / "1").is_dir(), case

"""Golden changes: commits in a real repository, and the report that a contributor gets of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from idesluss import checks
from idesluss import reporters as report
from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import judge_change, older_problems
from idesluss.history.change import read_change
from idesluss.history.git import Repository
from idesluss.reading.files import DiskFiles
from idesluss.words import LANGUAGES, Language
from tests.support import gitrepo, golden, project
from tests.support.case_trees import lay_out
from tests.support.cases import read_case
from tests.support.golden import CHANGES, TODAY, name_of, rule_of

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.reading.problem import Problem

GOOD = [case for case in CHANGES if rule_of(case) == "good"]
BROKEN = [case for case in CHANGES if case not in GOOD]


def laid_out(case: Path, root: Path) -> Path:
    """A repository whose branch `base` is what was there before, and whose HEAD is the case's last commit."""
    trees = lay_out(case, project.HERE)
    gitrepo.start(root)
    if "earlier" in trees:
        golden.lay(trees["earlier"], root)
        gitrepo.commit(root)
    golden.lay([trees[name] for name in ("base", "earlier", "before") if name in trees][-1], root)
    gitrepo.commit(root)
    gitrepo.git(root, "branch", "base")
    for step in (step for step in read_case(case).steps if step.name.startswith("commit")):
        golden.lay(trees[step.name], root)
        gitrepo.commit(root, step.says or step.name.removeprefix("commit "))
    return root


def found(root: Path, revision: str = "base") -> tuple[list[Problem], list[Problem]]:
    """All problems, and those that were there before."""
    head = read_catalogue(DiskFiles(root), TODAY).catalogue
    assert isinstance(head, Catalogue)
    made = read_change(Repository(root), revision, head)
    problems = judge_change(made)
    return problems, older_problems(made, problems)


def told(root: Path, language: Language) -> str:
    problems, older = found(root)
    text = report.as_text([problem for problem in problems if problem not in older], language)
    return re.sub(r"\b[0-9a-f]{8}\b", "c0ffee00", text)


@pytest.mark.parametrize("case", BROKEN, ids=name_of)
def test_report_is_the_golden_one(case: Path, tmp_path: Path) -> None:
    """A change's report reads as written down, in both languages, and its rule occurs in it."""
    root = laid_out(case, tmp_path / "r")
    assert rule_of(case) in {problem.rule for problem in found(root)[0]}
    for language in LANGUAGES:
        golden.expect(case, language, told(root, language))


@pytest.mark.parametrize("case", GOOD, ids=name_of)
def test_good_change_passes(case: Path, tmp_path: Path) -> None:
    """What the process allows is let through without a word."""
    assert told(laid_out(case, tmp_path / "r"), "en") == "No problems.\n"


def test_every_rule_of_change_has_a_case() -> None:
    """A rule of what may change would otherwise have a message that nobody has read."""
    judging = {name for name, rule in checks.rules().items() if rule.check_change}
    assert judging - {rule_of(case) for case in BROKEN} == set()


def test_every_case_is_named_after_a_rule_and_has_commits() -> None:
    """A case without a commit would show nothing."""
    assert [case for case in BROKEN if rule_of(case) not in checks.rules()] == []
    assert [case for case in CHANGES if read_case(case).steps[-1].name[:6] != "commit"] == []

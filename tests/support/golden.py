"""The golden cases in tests/checks: which there are, the files that they make, and the reports they get."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from typing import TYPE_CHECKING

from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import judge_change, judge_reading, older_problems
from idesluss.history.change import read_change
from idesluss.history.git import Repository
from idesluss.reading.files import DiskFiles
from tests.support import gitrepo, project
from tests.support.case_trees import Link, Marked, lay_out
from tests.support.cases import read_case

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from idesluss.reading.problem import Problem
    from idesluss.words import Language
    from tests.support.case_trees import Tree

CHECKS = project.HERE / "checks"
TODAY = dt.date.fromisoformat(project.TODAY)
WRITES = os.environ.get("IDESLUSS_WRITE_GOLDEN") == "1"
BROKEN, GOOD, CHANGES = (sorted((CHECKS / kind).glob("*/*.case")) for kind in ("broken", "good", "changes"))


def rule_of(case: Path) -> str:
    """The rule that a case is about: its folder."""
    return case.parent.name


def name_of(case: Path) -> str:
    """Such as `body_link_near`, to tell cases apart by."""
    return f"{rule_of(case)}_{case.stem}"


def report_file(case: Path, language: Language) -> Path:
    """The file beside the case with the report that a person gets of it."""
    return case.with_suffix(f".{language}.txt")


def expect(case: Path, language: Language, text: str) -> None:
    """The report is the one beside the case, or is written there if that is wished."""
    file = report_file(case, language)
    if WRITES:
        file.write_text(text, encoding="utf-8", newline="\n")
    assert file.is_file(), f"{file} is missing; IDESLUSS_WRITE_GOLDEN=1 writes it"
    assert text == file.read_bytes().decode("utf-8")


def lay(tree: Tree, root: Path) -> None:
    """Make the catalogue below `root` the one of the tree."""
    for folder in (root / "ideas", root / "docs"):
        if folder.is_symlink():
            folder.unlink()
        shutil.rmtree(folder, ignore_errors=True)
    (root / "README.md").unlink(missing_ok=True)
    for path, content in tree.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Link):
            file.symlink_to(content.target)
        else:
            file.write_bytes(content)


def problems_of(case: Path, root: Path) -> list[Problem]:
    """What the checker finds in the catalogue that the case makes of its base, laid out below `root`."""
    return problems_in(lay_out(case, project.HERE)["after"], root)


def committed(case: Path, root: Path, edit: Callable[[Path], None] | None = None) -> Path:
    """A repository whose branch `base` is what was there before, and whose HEAD is the case's last commit.

    Each step is laid out and, where that is asked for, edited before it is committed.
    """
    trees = lay_out(case, project.HERE)
    messages = {step.name: step.says for step in read_case(case).steps}
    gitrepo.start(root)
    before = [name for name in ("base", "earlier", "before") if name in trees]
    commits = [name for name in trees if name.startswith("commit")]
    for name in dict.fromkeys([*(["earlier"] if "earlier" in trees else []), before[-1], *commits]):
        lay(trees[name], root)
        if edit:
            edit(root)
        gitrepo.commit(root, messages.get(name) or name.removeprefix("commit "))
        for path, content in trees[name].items():
            if isinstance(content, Marked):
                gitrepo.mark(root, path, content.mark)
        if name == before[-1]:
            gitrepo.git(root, "branch", "base")
    return root


def problems_since(root: Path, revision: str = "base") -> tuple[list[Problem], list[Problem]]:
    """All problems of a change, and those that were there before it."""
    head = read_catalogue(DiskFiles(root), TODAY).catalogue
    assert isinstance(head, Catalogue)
    change = read_change(Repository(root), revision, head)
    problems = judge_change(change)
    return problems, older_problems(change, problems)


def problems_in(tree: Tree, root: Path) -> list[Problem]:
    """What the checker finds in a catalogue, laid out below `root`."""
    lay(tree, root)
    return judge_reading(read_catalogue(DiskFiles(root), TODAY))

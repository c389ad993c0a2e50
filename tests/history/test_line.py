"""Stages on the way count where they stood on the line from the base to HEAD, however it was merged."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support import gitrepo, golden, project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

IDEA = "ideas/2026/enklare-felanmalan/idea.md"
OTHER = "ideas/2025/trygg-hemgang/idea.md"
NEW = "ideas/2026/annan-ide/idea.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = gitrepo.start(tmp_path / "r")
    shutil.copytree(project.BASE, folder / "ideas")
    gitrepo.commit(folder)
    gitrepo.git(folder, "branch", "base")
    return folder


def to_stage(root: Path, stage: str, path: str = IDEA) -> None:
    """A commit that gives the idea this stage."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    old = next(line for line in text.split("\n") if line.startswith("stage: "))
    file.write_text(text.replace(old, f"stage: {stage}"), encoding="utf-8")
    gitrepo.commit(root)


def reword(root: Path) -> None:
    """A commit that has nothing to do with the idea."""
    file = root / OTHER
    file.write_text(file.read_text(encoding="utf-8").replace("Hemtjänsten", "Hemvården"), encoding="utf-8")
    gitrepo.commit(root)


def on_a_branch(root: Path, *stages: str, options: tuple[str, ...] = ("-b",)) -> None:
    """A branch that takes the idea through these stages; HEAD is on main again."""
    gitrepo.git(root, "checkout", "--quiet", *options, "side")
    gitrepo.commit(root, "another beginning")
    for stage in stages:
        to_stage(root, stage)
    gitrepo.git(root, "checkout", "--quiet", "main")


def merge(root: Path, *options: str) -> None:
    gitrepo.git(root, "merge", "--quiet", "--no-edit", "--allow-unrelated-histories", *options, "side")


def errors_of(root: Path, rule: str = "stage_step") -> set[str]:
    return {p.key for p in golden.problems_since(root)[0] if p.rule == rule and p.severity == "error"}


def step_by_step(root: Path) -> None:
    to_stage(root, "assessment")
    to_stage(root, "feasibility")


def merged_branch(root: Path) -> None:
    on_a_branch(root, "assessment")
    reword(root)
    merge(root)
    to_stage(root, "feasibility")


def branch_from_before_the_base(root: Path) -> None:
    """The base moves on, and the branch takes it in before it is judged."""
    gitrepo.git(root, "checkout", "--quiet", "-b", "work")
    to_stage(root, "assessment")
    gitrepo.git(root, "checkout", "--quiet", "main")
    reword(root)
    gitrepo.git(root, "branch", "--force", "base")
    gitrepo.git(root, "branch", "side")
    gitrepo.git(root, "checkout", "--quiet", "work")
    merge(root)
    to_stage(root, "feasibility")


def two_branches_that_meet(root: Path) -> None:
    on_a_branch(root, "assessment", "feasibility")
    to_stage(root, "assessment")
    merge(root, "-s", "recursive", "-X", "theirs")


@pytest.mark.parametrize(
    "way", [step_by_step, merged_branch, branch_from_before_the_base, two_branches_that_meet]
)
def test_a_way_through_branches_is_a_way(root: Path, way: Callable[[Path], None]) -> None:
    """Whoever works on branches and merges them has gone one gate at a time."""
    way(root)
    assert errors_of(root) == set()


def branch_that_nothing_came_of(root: Path) -> None:
    on_a_branch(root, "assessment")
    merge(root, "-s", "ours")
    to_stage(root, "feasibility")


def the_same_after_work_on_main(root: Path) -> None:
    on_a_branch(root, "assessment", "feasibility")
    reword(root)
    merge(root, "-s", "ours")
    to_stage(root, "feasibility")


def branch_that_went_back(root: Path) -> None:
    on_a_branch(root, "assessment", "idea")
    reword(root)
    merge(root)
    to_stage(root, "feasibility")


def there_and_back_on_main(root: Path) -> None:
    for stage in ("assessment", "idea", "feasibility"):
        to_stage(root, stage)


def orphan_merged_as_ours(root: Path) -> None:
    on_a_branch(root, "assessment", "feasibility", options=("--orphan",))
    merge(root, "-s", "ours")
    to_stage(root, "feasibility")


def orphan_merged_as_theirs(root: Path) -> None:
    on_a_branch(root, "assessment", "feasibility", options=("--orphan",))
    merge(root, "-X", "theirs")


def orphan_that_takes_the_base_in(root: Path) -> None:
    on_a_branch(root, "assessment", "feasibility", options=("--orphan",))
    gitrepo.git(root, "checkout", "--quiet", "side")
    gitrepo.git(root, "merge", "--quiet", "--no-edit", "--allow-unrelated-histories", "-s", "ours", "main")


@pytest.mark.parametrize(
    "way",
    [
        branch_that_nothing_came_of,
        the_same_after_work_on_main,
        branch_that_went_back,
        there_and_back_on_main,
        orphan_merged_as_ours,
        orphan_merged_as_theirs,
        orphan_that_takes_the_base_in,
    ],
)
def test_stages_that_never_stood_on_the_line_are_no_steps(root: Path, way: Callable[[Path], None]) -> None:
    way(root)
    assert (root / IDEA).read_text(encoding="utf-8").count("stage: feasibility") == 1
    assert errors_of(root) == {"stage_step.jump"}


def test_a_new_idea_is_not_born_on_a_branch_that_nothing_came_of(root: Path) -> None:
    """It stood at the first stage there alone."""
    gitrepo.git(root, "checkout", "--quiet", "-b", "side")
    (root / NEW).parent.mkdir()
    text = (root / IDEA).read_text(encoding="utf-8").replace("Enklare", "Annan")
    (root / NEW).write_text(text, encoding="utf-8")
    gitrepo.commit(root)
    gitrepo.git(root, "checkout", "--quiet", "main")
    merge(root, "-s", "ours")
    assert not (root / NEW).exists()
    (root / NEW).parent.mkdir(exist_ok=True)
    (root / NEW).write_text(text.replace("stage: idea", "stage: assessment"), encoding="utf-8")
    gitrepo.commit(root)
    assert errors_of(root, "born_late") == {"born_late"}

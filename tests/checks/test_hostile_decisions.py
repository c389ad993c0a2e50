"""No decision gives an outcome that the rules from before the change do not allow, whatever it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import JudgedChange, judged_change
from idesluss.history.change import read_change
from idesluss.history.git import Repository
from idesluss.reading.files import DiskFiles
from idesluss.review import report_as_markdown
from tests.support import hostile_decisions as hostile
from tests.support.golden import TODAY

if TYPE_CHECKING:
    from pathlib import Path

COUNT = 60  # of each kind; `make prove` tries many more
ALL_ROLES = "approvers: [idegivare, granskare, forvaltare, mottagare, projektgrupp]"
# What the change does to the rules beside the decisions.
RULES = {
    "as they were": (),
    "everybody decides at each gate": tuple(
        (f"approvers: [{roles}]", ALL_ROLES)
        for roles in ("forvaltare", "granskare, mottagare", "granskare", "mottagare")
    ),
    "every outcome has deciders": (
        ("      deciders: [idegivare]\n", ""),
        ("is_final: true", f"is_final: true\n      {ALL_ROLES.replace('approvers', 'deciders')}"),
    ),
    "both endings lead to each end": (
        ("verdicts: [close]", "verdicts: [close, stop]"),
        ("verdicts: [stop]", "verdicts: [stop, close]"),
    ),
    "roles have decided before": (
        ("approvers: [granskare]", f"approvers: [granskare]\n      former_{ALL_ROLES}"),
    ),
    "gates have other keys": (("    G5:", "    G5b:"), ("    G0:", "    G0b:")),
}


def judged(root: Path) -> JudgedChange:
    head = read_catalogue(DiskFiles(root), TODAY).catalogue
    assert isinstance(head, Catalogue)
    return judged_change(read_change(Repository(root), "base", head))


def refused(change: JudgedChange, number: int) -> bool:
    """Whether the attempt of that number is told as an error."""
    errors = (problem for problem in change.caused if problem.severity == "error")
    return any(problem.place.path.startswith(f"{hostile.path_of(number)}/") for problem in errors)


def tried(root: Path, seed: int, count: int, rules: str) -> list[hostile.Attempt]:
    attempts = hostile.attempts(seed, count)
    hostile.catalogue_of(root, attempts)
    hostile.try_all(root, attempts, RULES[rules])
    return attempts


@pytest.mark.parametrize("rules", RULES)
def test_what_is_not_allowed_is_refused(rules: str, tmp_path: Path) -> None:
    """Also where the change brings rules that would allow it; and the report tells of each."""
    attempts = tried(tmp_path / "r", 1 + list(RULES).index(rules), COUNT, rules)
    change = judged(tmp_path / "r")
    assert [a for at, a in enumerate(attempts) if not a.is_allowed and not refused(change, at)] == []
    report = report_as_markdown(change, "sv", is_whole=True)
    assert [a for at, a in enumerate(attempts) if f"`{hostile.path_of(at)}/" not in report] == []


def test_what_is_allowed_passes(tmp_path: Path) -> None:
    attempts = tried(tmp_path / "r", 0, COUNT, "as they were")
    change = judged(tmp_path / "r")
    allowed = {at: attempt for at, attempt in enumerate(attempts) if attempt.is_allowed}
    assert len(allowed) >= COUNT // 10
    assert [attempt for at, attempt in allowed.items() if refused(change, at)] == []


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(10, 22))
@pytest.mark.parametrize("rules", RULES)
def test_no_attempt_of_many_passes(rules: str, seed: int, tmp_path: Path) -> None:
    attempts = tried(tmp_path / "r", seed, 3 * COUNT, rules)
    change = judged(tmp_path / "r")
    assert [a for at, a in enumerate(attempts) if not a.is_allowed and not refused(change, at)] == []

"""A gate's list says that something is there only where it is there and right."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from idesluss.catalogue.catalogue import Catalogue, read_catalogue
from idesluss.checks import judged_change
from idesluss.history.change import read_change
from idesluss.history.git import Repository
from idesluss.reading.files import DiskFiles
from idesluss.review import report_as_json
from tests.support import golden
from tests.support.review_changes import (
    LARGE,
    PLAN,
    SMALL,
    TARGET,
    TO_PROJECT,
    Kind,
    lay_out,
    replaced,
    with_plan,
    without_plan,
    written,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.review_changes import Edit

NEED = "idea.section.need"


def states(kind: Kind, path: str, folder: Path) -> dict[str, str]:
    """Requirement to its state, at the gate that the change is at or that comes next."""
    root = lay_out(kind, folder / "r")
    head = read_catalogue(DiskFiles(root), golden.TODAY).catalogue
    assert isinstance(head, Catalogue)
    judged = judged_change(read_change(Repository(root), "base", head))
    asked = next(a for a in json.loads(report_as_json(judged, "sv"))["asked"] if a["path"] == path)
    gate = (asked["gates"] or [asked["following"]])[0]
    return {item["requirement"]: item["state"] for item in gate["items"]}


@pytest.mark.parametrize(
    ("edit", "requirement", "state"),
    [
        (TARGET, "idea.target_group", "there"),
        (TARGET, NEED, "there"),
        (replaced(SMALL, "sector: ", "target_group: [a, b]\nsector: "), "idea.target_group", "unread"),
        (
            replaced(SMALL, "sector: ", "target_group: Ring 070-123 45 67\nsector: "),
            "idea.target_group",
            "wrong",
        ),
        (replaced(SMALL, "I dag", "Ring 070-123 45 67"), NEED, "wrong"),
        (replaced(SMALL, "I dag", "### Mer\n\n070-123 45 67"), NEED, "wrong"),
        (replaced(SMALL, "I dag", "![](finns-inte.png) I dag"), NEED, "wrong"),
        (replaced(SMALL, "## Behov", "070-123 45 67\n\n## Behov"), NEED, "there"),
        (replaced(SMALL, "## Behov", "## Annat"), NEED, "remains"),
    ],
)
def test_an_item_of_the_idea(edit: Edit, requirement: str, state: str, tmp_path: Path) -> None:
    """The field or section that a problem stands in is not right, and no other."""
    assert states(Kind("x", (edit,)), SMALL, tmp_path)[requirement] == state


@pytest.mark.parametrize(
    ("edit", "wrong"),
    [
        (with_plan(), {}),
        (with_plan(("amount: 80000", "amount: 70000")), {"plan", "plan.budget", "plan.financing"}),
        (with_plan(("due: 2026-12", "due: 2026-10")), {"plan", "plan.milestones"}),
        (
            with_plan(
                ("period: { start: 2025-09, end: 2027-02 }", "period: { start: 2027-09, end: 2027-02 }")
            ),
            {"plan", "plan.period"},
        ),
    ],
    ids=["right", "unbalanced", "late", "backwards"],
)
def test_an_item_of_the_plan(edit: Edit, wrong: set[str], tmp_path: Path) -> None:
    """Money that does not balance is wrong on both sides; what is wrong in a plan is wrong with the plan."""
    judged = states(Kind("x", (edit, *TO_PROJECT), (without_plan,)), LARGE, tmp_path)
    assert {name for name, state in judged.items() if state == "wrong"} == {*wrong}
    assert {state for name, state in judged.items() if name not in wrong} == {"there"}


def test_a_plan_that_cannot_be_read_is_neither_there_nor_missing(tmp_path: Path) -> None:
    plan = written(PLAN, "---\nperiod: [\n---\n")
    judged = states(Kind("x", (plan, *TO_PROJECT), (without_plan,)), LARGE, tmp_path)
    assert {state for name, state in judged.items() if name.startswith("plan")} == {"unread"}

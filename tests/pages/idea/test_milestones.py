"""Whether a milestone was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.idea_pages import page_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("outcome", "told"), [("open", "Försenad"), ("completed", "okänt om den nåddes")])
def test_a_milestone_that_has_passed(tmp_path: Path, outcome: str, told: str) -> None:
    """It is late where the work goes on, and else unknown."""
    plan = "milestones:\n  - { name: Grunden är lagd, due: 2021-05-01 }\n"
    page = page_of(tmp_path, f"stage: project\noutcome: {outcome}\nsubmitted: 2020-01-01\n", plan=plan)
    assert told in page.one("li", "milestone").text


def test_a_milestone_of_a_period_that_has_ended(tmp_path: Path) -> None:
    """It is not called late, as nobody is asked about it: the outcome is what is awaited."""
    milestones = "milestones:\n  - { name: Grunden är lagd, due: 2021-05-01 }\n"
    plan = f"period: {{ start: 2020-01-01, end: 2021-06-30 }}\n{milestones}"
    page = page_of(tmp_path, "stage: project\noutcome: open\nsubmitted: 2020-01-01\n", plan=plan)
    assert "okänt om den nåddes" in page.one("li", "milestone").text

"""Whether a milestone was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.idea_pages import page_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("outcome", "told"), [("open", "Försenad"), ("completed", "det står inte om den nåddes")]
)
def test_a_milestone_that_has_passed(tmp_path: Path, outcome: str, told: str) -> None:
    """It is late where the work goes on, and else unknown."""
    plan = "milestones:\n  - { name: Grunden är lagd, due: 2021-05-01 }\n"
    page = page_of(tmp_path, f"stage: project\noutcome: {outcome}\nsubmitted: 2020-01-01\n", plan=plan)
    assert told in page.one("li", "milestone").text

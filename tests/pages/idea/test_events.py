"""What has happened to an idea and what is due: every date of the files, in one line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.support.idea_pages import FULL, PLAN, fields_of, page_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import markup
    from tests.support.file_figures import Record


def dates(record: Record, plan: Record) -> Counter[str]:
    """How many times each date of the files should be told in the line."""
    found = [record.get("submitted"), record.get("next_follow_up")]
    found += [decision["date"] for decision in record.get("decisions", [])]
    found += [activity.get("date") for activity in record.get("activities", [])]
    found += [grant.get(name) for grant in record.get("grants", []) for name in ("start", "end")]
    found += [effect.get("measured") for effect in record.get("effects", [])]
    found += [plan.get("period", {}).get(name) for name in ("start", "end")]
    found += [milestone.get("done", milestone["due"]) for milestone in plan.get("milestones", [])]
    return Counter(date for date in found if date)


@pytest.mark.parametrize(
    ("path", "folder"), [(FULL, "2024/lanecykel-vid-stationen"), (PLAN, "2025/trygg-hemgang")]
)
def test_the_line_tells_every_date_of_the_files(
    root: Path, pages: dict[str, markup.Element], path: str, folder: str
) -> None:
    plan = fields_of(root, f"{folder}/plan.md") if (root / "ideas" / folder / "plan.md").exists() else {}
    counted = dates(fields_of(root, f"{folder}/idea.md"), plan)
    lines = pages[path].all("ol", "story")
    assert sum(len(line.all("div", "event__what")) for line in lines) == sum(counted.values())
    days = [day.text.removeprefix("omkring ") for line in lines for day in line.all("p", "event__date")]
    assert len(set(days)) == len(counted)


def test_what_is_to_come_stands_apart(pages: dict[str, markup.Element]) -> None:
    """Days after the catalogue's own are told under a heading of theirs."""
    past, ahead = pages[PLAN].all("ol", "story")
    assert "Första hemgången" in past.text
    assert "Hundra hemgångar" in ahead.text
    assert "Perioden för bidraget slutar" in ahead.text


def test_a_month_ends_on_its_last_day(tmp_path: Path) -> None:
    """What ends in the month that is, has not ended yet, and comes after the days of that month."""
    grants = "grants:\n  - { funder: framsyn, start: 2020-02, end: 2026-11 }\nnext_follow_up: 2026-11-25\n"
    page = page_of(tmp_path, f"stage: idea\noutcome: open\nsubmitted: 2020-02-02\norigin: resident\n{grants}")
    ahead = page.all("ol", "story")[1]
    assert [day.text for day in ahead.all("p", "event__date")] == ["25 november 2026", "november 2026"]

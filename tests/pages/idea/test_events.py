"""What has happened to an idea and what is due, in one line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.support.idea_pages import FULL, PLAN, fields_of, page_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import markup
    from tests.support.file_figures import Record


def dates(record: Record) -> Counter[str]:
    """How many times each date should be told in the line: those of grants and plan stand with these."""
    found = [record.get("submitted"), record.get("next_follow_up")]
    found += [decision["date"] for decision in record.get("decisions", [])]
    found += [activity.get("date") for activity in record.get("activities", [])]
    found += [effect.get("measured") for effect in record.get("effects", [])]
    return Counter(date for date in found if date)


@pytest.mark.parametrize(
    ("path", "folder"), [(FULL, "2024/lanecykel-vid-stationen"), (PLAN, "2025/trygg-hemgang")]
)
def test_the_line_tells_every_date_of_the_files(
    root: Path, pages: dict[str, markup.Element], path: str, folder: str
) -> None:
    counted = dates(fields_of(root, f"{folder}/idea.md"))
    lines = pages[path].all("ol", "story")
    assert sum(len(line.all("div", "event__what")) for line in lines) == sum(counted.values())
    days = [day.text.removeprefix("omkring ") for line in lines for day in line.all("p", "event__date")]
    assert len(set(days)) == len(counted)


def test_what_is_to_come_stands_apart(tmp_path: Path) -> None:
    """Days after the catalogue's own are told under a heading of theirs; a month comes on its last day."""
    fields = "stage: idea\noutcome: open\nsubmitted: 2020-02-02\norigin: resident\n"
    page = page_of(
        tmp_path,
        f"{fields}next_follow_up: 2026-11\nactivities:\n  - {{ kind: workshop, date: 2026-11-25 }}\n",
    )
    past, ahead = page.all("ol", "story")
    assert [day.text for day in past.all("p", "event__date")] == ["2 februari 2020"]
    assert [day.text for day in ahead.all("p", "event__date")] == ["25 november 2026", "november 2026"]

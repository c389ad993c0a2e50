"""What has happened to an idea: every date of the files, each in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from idesluss.model import PartialDate
from idesluss.words import formats
from tests.support.idea_pages import FULL, PLAN, fields_of, page_of
from tests.support.markup import plain_spaces

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support import markup
    from tests.support.file_figures import Record


def told_in_line(record: Record) -> list[str]:
    """The dates that the line should tell, one for each thing that happened."""
    found = [record.get("submitted"), *(decision["date"] for decision in record.get("decisions", []))]
    found += [activity.get("date") for activity in record.get("activities", [])]
    return sorted(date for date in found if date)


def told_elsewhere(record: Record, plan: Record) -> Iterator[str]:
    """The dates that stand with what they are about: grants, effects, milestones, plan and facts."""
    found = [record.get("next_follow_up"), *(effect.get("measured") for effect in record.get("effects", []))]
    found += [grant.get(name) for grant in record.get("grants", []) for name in ("start", "end")]
    found += [plan.get("period", {}).get(name) for name in ("start", "end")]
    found += [milestone.get("done", milestone["due"]) for milestone in plan.get("milestones", [])]
    return (date for date in found if date)


def in_words(date: str) -> str:
    return plain_spaces(formats.date(PartialDate.read(date), "sv"))


@pytest.mark.parametrize(
    ("path", "folder"), [(FULL, "2024/lanecykel-vid-stationen"), (PLAN, "2025/trygg-hemgang")]
)
def test_every_date_of_the_files_is_told(
    root: Path, pages: dict[str, markup.Element], path: str, folder: str
) -> None:
    """What was done and decided in one line, the oldest first; other dates where they belong."""
    plan = fields_of(root, f"{folder}/plan.md") if (root / "ideas" / folder / "plan.md").exists() else {}
    record = fields_of(root, f"{folder}/idea.md")
    line, text = pages[path].one("ol", "story"), plain_spaces(pages[path].text)
    counted = told_in_line(record)
    assert [day.text for day in line.all("p", "event__date")] == [*map(in_words, dict.fromkeys(counted))]
    assert len(line.all("div", "event__what")) == len(counted)
    elsewhere = [*told_elsewhere(record, plan)]
    assert [date for date in elsewhere if in_words(date) not in text] == []
    assert len(elsewhere) >= 2


def test_a_decision_is_told_with_its_question(pages: dict[str, markup.Element]) -> None:
    line = pages[PLAN].one("ol", "story").text
    assert "G2 Förstudiebeslut: gå vidare · Granskare Är idén värd en förstudie? Två roller ger idén" in line


def test_days_of_one_month_stand_before_what_is_known_by_month(tmp_path: Path) -> None:
    """In order of their first days."""
    done = "activities:\n  - { kind: workshop, date: 2020-03 }\n  - { kind: survey, date: 2020-02-20 }\n"
    page = page_of(tmp_path, f"stage: idea\noutcome: open\nsubmitted: 2020-02-02\norigin: resident\n{done}")
    days = [day.text for day in page.one("ol", "story").all("p", "event__date")]
    assert days == ["2 februari 2020", "20 februari 2020", "mars 2020"]

"""Where an idea stands: the gates it has passed, and its wait against what was promised."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, markup
from tests.support.idea_pages import FULL, PLAN, fields_of, page_of
from tests.support.markup import plain_spaces

if TYPE_CHECKING:
    from pathlib import Path


def test_track_leads_to_each_decision(root: Path, pages: dict[str, markup.Element]) -> None:
    """Each gate that was passed is a link to the one place where the decision is told."""
    page = pages[PLAN]
    decisions = fields_of(root, "2025/trygg-hemgang/idea.md")["decisions"]
    links = [link.attributes["href"][1:] for link in page.one("ol", "track").all("a")]
    assert len(links) == len(decisions)
    for link, decision in zip(links, decisions, strict=True):
        assert decision["gate"] in page.by_id(link).text
        assert page.text.count(decision["reason"]) == 1
        assert decision["reason"] in page.one("ol", "story").text
    assert page.all("p", "latest") == []


def test_a_latest_decision_that_opened_no_gate_is_led_to(pages: dict[str, markup.Element]) -> None:
    """The track has no place for it; it says where the reason stands."""
    link = pages[FULL].one("p", "latest").one("a")
    assert link.text == "G3 Projektbeslut: avsluta, 10 december 2024"
    assert "G3 Projektbeslut: avsluta" in pages[FULL].by_id(link.attributes["href"][1:]).text


@pytest.mark.parametrize(
    ("submitted", "told"),
    [
        ("2026-11-23", "Svar senast 23 december 2026, 30 dagar kvar"),
        ("2026-10-25", "Svar senast 24 november 2026, 1 dag kvar"),
        ("2026-10-24", "Svar senast i dag"),
        ("2026-10-23", "Svaret skulle ha kommit 22 november 2026: 1 dag försenat"),
        ("2023-11-24", "Svaret skulle ha kommit 24 december 2023: 1 065 dagar försenat"),
    ],
)
def test_wait_is_told_against_the_promise(tmp_path: Path, submitted: str, told: str) -> None:
    """The day that was promised, and how many days are left or have passed."""
    page = page_of(tmp_path, f"stage: idea\noutcome: open\nsubmitted: {submitted}\norigin: resident\n")
    assert told in plain_spaces(page.one("dl", "answers").text)
    due = dt.date.fromisoformat(submitted) + dt.timedelta(days=30)
    found = re.search(r"([\d ]+) (dagar kvar|dag kvar|dagar försenat|dag försenat)", plain_spaces(told))
    assert abs((due - catalogues.TODAY).days) == (int(found[1].replace(" ", "")) if found else 0)


def test_an_empty_section_is_no_result(tmp_path: Path) -> None:
    """What came of the idea is not told by a heading alone, nor by the first of two that is empty."""
    fields = "stage: idea\noutcome: completed\nsubmitted: 2020-01-01\n"
    answers = page_of(tmp_path / "a", fields, "## Viktiga resultat\n\n## Nytta\n\nEtt.").one("dl", "answers")
    assert not answers.all("a")
    twice = page_of(tmp_path / "b", fields, "## Viktiga resultat\n\n## Important results\n\nEtt.").one(
        "dl", "answers"
    )
    assert [link.text for link in twice.all("a")] == ["Important results"]


def test_a_running_project_says_until_when(pages: dict[str, markup.Element]) -> None:
    """No answer is promised while the work goes on; the page says how long it does."""
    assert "Arbetet pågår till februari 2027" in pages[PLAN].one("dl", "answers").text

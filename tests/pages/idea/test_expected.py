"""What the next gate asks for, and who expects nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support import file_figures, markup
from tests.support.idea_pages import FULL, NEW, ON_HOLD, RESEARCH, page_of

if TYPE_CHECKING:
    from pathlib import Path


def test_next_gate_says_what_remains_and_what_is_there(root: Path, pages: dict[str, markup.Element]) -> None:
    """Every requirement of the gate is told once, as there or as remaining."""
    settings = file_figures.settings(root)
    asked = settings["process"]["gates"]["G1"]["requires"]
    expected = pages[NEW].one("section", "next")
    remain = [term.text for term in expected.one("dl", "remain").all("dt")]
    assert remain == ["Målgrupp"]
    assert "Finns redan: Behov." in expected.text
    assert len(asked) == len(remain) + 1
    assert "23 december 2026" in expected.text


def test_next_gate_counts_waived_parts_as_waived(tmp_path: Path) -> None:
    waiver = "waivers:\n  - waives: [idea.target_group]\n    reason: Den är till för alla.\n"
    fields = f"stage: idea\noutcome: open\nsubmitted: 2026-11-01\norigin: resident\n{waiver}"
    expected = page_of(tmp_path, fields).one("section", "next")
    assert "Behövs inte här, tack vare undantag: Målgrupp." in expected.text
    assert expected.all("dl") == []


def test_what_is_closed_unknown_or_outside_expects_nothing(
    tmp_path: Path, pages: dict[str, markup.Element]
) -> None:
    unknown = page_of(tmp_path, "")
    for page in (pages[FULL], pages[RESEARCH], unknown):
        assert page.all("section", "next") == []
    assert "Den tas upp igen januari 2027" in pages[ON_HOLD].one("section", "next").text

"""The picture of an idea's time: what the files hold, drawn where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.idea_pages import NEW, PLAN, fields_of, page_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support import markup


def marks(page: markup.Element, kind: str) -> list[markup.Element]:
    return [
        m for m in page.one("svg", "timeline") if f"timeline__mark--{kind}" in m.attributes.get("class", "")
    ]


def test_the_timeline_draws_what_the_files_hold(root: Path, pages: dict[str, markup.Element]) -> None:
    """A bar for each dated grant and the plan, a mark for each milestone and decision; named and told."""
    page = pages[PLAN]
    record, plan = (
        fields_of(root, "2025/trygg-hemgang/idea.md"),
        fields_of(root, "2025/trygg-hemgang/plan.md"),
    )
    drawing = page.one("svg", "timeline")
    assert len(drawing.all("rect", "timeline__bar--grant")) == len(record["grants"])
    assert len(drawing.all("rect", "timeline__bar--plan")) == 1
    assert len(marks(page, "go")) == len(record["decisions"])
    assert len(marks(page, "done")) + len(marks(page, "due")) == len(plan["milestones"])
    names = {e.attributes["id"]: e.text for e in drawing if e.tag in {"title", "desc"} and e.attributes}
    title, described = (names[name] for name in drawing.attributes["aria-labelledby"].split())
    assert title == "Tidslinje 2025–2027"
    assert described.endswith("Samma uppgifter står i text på sidan.")
    assert drawing.attributes["role"] == "img"
    assert not [e for e in page if "style" in e.attributes]


def test_bars_lie_in_time(tmp_path: Path) -> None:
    """Two years of four are half as wide as four, and begin where the years do."""
    grants = "".join(
        f"  - {{ funder: framsyn, awarded: 1, start: {a}-01-01, end: {b}-12-31 }}\n"
        for a, b in ((2016, 2019), (2018, 2019))
    )
    page = page_of(tmp_path, f"stage: idea\noutcome: completed\nsubmitted: 2016-01-01\ngrants:\n{grants}")
    whole, half = page.one("svg", "timeline").all("rect", "timeline__bar")
    x, width = float(whole.attributes["x"]), float(whole.attributes["width"])
    assert float(half.attributes["x"]) == pytest.approx(x + width / 2, abs=1)
    assert float(half.attributes["width"]) == pytest.approx(width / 2, abs=1)
    assert [year.text for year in page.all("text", "timeline__year")] == ["2016", "2017", "2018", "2019"]


def test_decisions_of_one_day_are_one_mark(tmp_path: Path) -> None:
    """With all their words, and a label from the first gate to the last."""
    told = "".join(
        f"  - {{ gate: {gate}, date: 2021-05-03, verdict: go, role: granskare, reason: Ja. }}\n"
        for gate in ("G1", "G2", "G3")
    )
    fields = f"stage: project\noutcome: completed\nsubmitted: 2020-01-01\ndecisions:\n{told}"
    page = page_of(tmp_path, fields)
    assert len(marks(page, "go")) == 1
    assert page.one("text", "timeline__gate").text == "G1–G3"
    title = next(e for e in page if e.tag == "title" and "G2" in e.text)
    assert all(gate in title.text for gate in ("G1", "G2", "G3"))


def test_one_day_is_no_timeline(pages: dict[str, markup.Element]) -> None:
    assert pages[NEW].all("svg") == []


def test_periods_alone_are_no_timeline(tmp_path: Path) -> None:
    """They stand with the grants and the plan; a picture of nothing else would say them once more."""
    grants = "grants:\n  - { funder: framsyn, awarded: 1, start: 2016-01-01, end: 2019-12-31 }\n"
    page = page_of(tmp_path, f"stage: idea\noutcome: completed\n{grants}")
    assert page.all("svg") == []
    assert "1 januari 2016 – 31 december 2019" in page.one("tbody", "grant").text


def test_the_key_explains_the_marks_that_are_seen(pages: dict[str, markup.Element]) -> None:
    key = [item.text for item in pages[PLAN].one("ul", "timeline-key").all("li")]
    assert key == ["milstolpe nådd", "milstolpe som återstår", "inlämnad", "gå vidare"]

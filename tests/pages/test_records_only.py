"""A catalogue where nothing is handled here: what is known of the work of others, and the way to propose."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.support import catalogues, markup, project
from tests.support.figure_pages import counters, number, opened
from tests.support.file_figures import RUNNING, UNKNOWN, of_kind, records, standing
from tests.support.records import add_records

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.pages import Published

HOME, FIGURES, BOARD = "index.html", "nyckeltal/index.html", "slussen/index.html"
# What is said of those who wait, and of those who owe an answer.
WAITING = ("för länge", "Svar utlovat", "Svar var utlovat", "Väntat", "försenat", "förfallen")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Real records, and one whose period is not over."""
    root = catalogues.lay(tmp_path_factory.mktemp("records"), project.BASE)
    for folder in (root / "ideas").glob("20*"):
        shutil.rmtree(folder)
    add_records(root)
    file = root / "ideas" / "2026" / "pagar" / "idea.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        """---
kind: record
title: Cykelgarage i Lillby
summary: Lillby provar ett cykelgarage där den som pendlar kan låsa in sin cykel.
stage: project
sector: samhallsbyggnad
grants:
  - { funder: framsyn, awarded: 90000, start: 2026-01, end: 2026-11, source: "https://framsyn.example/1" }
sources:
  - { url: "https://lillby.example/garage", read: 2026-11-21 }
---
""",
        encoding="utf-8",
    )
    return root


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, Published]:
    return catalogues.publish_all(catalogues.read(root))


def test_nobody_waits_and_nobody_is_late(pages: dict[str, Published]) -> None:
    """No page says so of any entry: no municipality has promised anything here."""
    listed = [
        path for path in catalogues.only_pages(pages) if not path.startswith(("regler", "vantar", "en/"))
    ]
    assert len(listed) > 100
    for path in listed:
        page = opened(pages, path)
        assert [element.text for element in page.all(class_="late")] == [], path
        cards = " ".join(card.text for card in page.all("article", "card"))
        assert not [words for words in WAITING if words in cards], path
    entries = [path for path in listed if path.startswith("ideer/2")]
    for path in entries:
        status = opened(pages, path).all("section", "status")
        assert not [words for words in WAITING for part in status if words in part.text], path
    assert "<entry>" not in catalogues.text_in(pages, "vantar-pa-svar/feed.xml")


@pytest.mark.parametrize("path", [HOME, FIGURES, "en/index.html", "en/figures/index.html"])
def test_no_zeros_and_no_empty_charts(pages: dict[str, Published], path: str) -> None:
    """Every number says something, every chart is drawn, and the way to propose stands before them."""
    page = opened(pages, path)
    figures = counters(page)
    assert len(figures) >= 4
    assert [
        name for name, figure in figures.items() if not number(figure.one(class_="figure__value").text)
    ] == []
    assert [
        chart.attributes["id"]
        for chart in page.all("figure", "chart-figure")
        if not chart.all("svg", "chart")
    ] == []
    assert page.all("li", "chamber") == []
    ways = [link.attributes["href"] for link in page.all("a")]
    assert any(way.endswith(("foresla/", "propose/")) for way in ways)


def test_sources_money_and_results_are_what_is_shown(pages: dict[str, Published], root: Path) -> None:
    """How many there are of each, and when a source was last read."""
    home = counters(opened(pages, HOME))
    elsewhere = of_kind(records(root), "record")
    assert number(home["Arbeten hos andra"].one(class_="figure__value").text) == len(elsewhere)
    assert home["Källor"].one(class_="figure__below").text == "senast läst 21 november 2026"
    assert {"Bidrag", "Genomförda"} <= home.keys()
    assert not {"Idéer här", "Öppna", "Försenade svar"} & home.keys()
    assert "waiting" not in [part.attributes.get("id") for part in opened(pages, FIGURES).all("h2")]
    assert opened(pages, FIGURES).one("section", "grants").one("tbody").all("tr")


def test_the_board_shows_what_sources_show(pages: dict[str, Published], root: Path) -> None:
    """At each stage so many, told apart from ideas, which there are none of; no gate says who has passed."""
    board = opened(pages, BOARD)
    for stage, row in zip(
        ("idea", "assessment", "feasibility", "project"), board.all("li", "chamber-row"), strict=False
    ):
        here = [record for record in of_kind(records(root), "record") if record["stage"] == stage]
        counts = [number(count.text) for count in row.all(class_="chamber-row__count")]
        assert counts == ([len(here)] if here else [])
        assert row.all("ul", "chamber-row__waits") == []
    assert "passerad" not in board.text
    assert board.one(class_="tally").text.endswith("arbeten hos andra.")


def test_each_outcome_is_told_with_its_day(pages: dict[str, Published], root: Path) -> None:
    """Ended, running, or not known as of the day when a source was read; never that it is missing."""
    seen = set()
    for record in of_kind(records(root), "record"):
        page = opened(pages, f"ideer/{record['_year']}/{record['_slug']}/index.html")
        answers = dict(markup.term_rows(page.one("dl", "answers")))
        state = standing(record)
        seen.add(state)
        if state == RUNNING:
            assert answers["Vad blev det?"].startswith("Pågår till november 2026")
        elif state == UNKNOWN:
            assert "Utgången är inte känd (uppgift läst " in answers["Vad blev det?"]
        badge = page.one("section", "status").one(class_="badge")
        looks = {RUNNING: "badge--running", UNKNOWN: "badge--unknown"}
        assert looks.get(state, "badge--completed") in badge.attributes["class"]
        facts = dict(markup.term_rows(page.one("aside", "columns__aside")))
        assert "uppgift saknas" not in facts.values()
        assert [link.text for link in page.one("section", "status").all("a")][-1:] == ["Vår kommun vet mer"]
    assert {RUNNING, UNKNOWN} < seen

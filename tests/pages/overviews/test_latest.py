"""The page of what happened lately: from the files and from git, each thing once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idesluss.derived.whole import Derived
from idesluss.history.git import Repository
from idesluss.history.timeline import Timeline, read_timeline
from idesluss.pages.base.site import Site
from idesluss.pages.overviews import latest
from tests.support import catalogues, file_figures, gitrepo, markup, project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from idesluss.catalogue.catalogue import Catalogue

    Changed = Callable[..., Catalogue]

SMALL = "2026/enklare-felanmalan/idea.md"
PATH = f"ideas/{SMALL}"
DECIDED = """decisions:
  - { gate: G1, date: 2026-11-10, verdict: go, role: granskare, reason: Bra. }
relations:"""


def test_a_month_is_shown_as_one_after_its_days(changed: Changed) -> None:
    """The day when an idea came in is not invented."""
    trygg = "2025/trygg-hemgang/idea.md"
    found = changed((trygg, "submitted: 2025-02-10", "submitted: 2025-03"))
    page = next(iter(latest.pages(Site(Derived(found), "sv"))))
    days = [day.text for day in markup.tree(page.content).all("time")]
    assert days[days.index("3 mars 2025") :][:2] == ["3 mars 2025", "mars 2025"]


def test_without_history_the_page_says_so(changed: Changed) -> None:
    found = changed()
    without = next(iter(latest.pages(Site(Derived(found), "sv"))))
    known = next(iter(latest.pages(Site(Derived(found), "sv", Timeline({})))))
    words = "Sidan är gjord utan katalogens historik."
    assert words in str(without.content)
    assert words not in str(known.content)


def test_from_git_to_the_page(tmp_path: Path) -> None:
    """One line for what is one thing, and what several things happened to stands once each day."""
    root = gitrepo.start(tmp_path)
    catalogues.lay(root, project.BASE)
    gitrepo.commit(root)
    file = root / PATH
    words = file.read_text(encoding="utf-8").replace("stage: idea", "stage: assessment")
    file.write_text(words.replace("relations:", DECIDED), encoding="utf-8")
    gitrepo.commit(root)
    found = catalogues.read(root)
    history = read_timeline(Repository(root), found)
    page = next(iter(latest.pages(Site(Derived(found), "sv", history))))
    items = [item.text for item in markup.tree(page.content).all("li", "news")]
    assert items == [
        "Enklare felanmälan Lades in i katalogen",
        "Trygg hemgång Lades in i katalogen",
        "Enklare felanmälan Beslut vid G1 Prövning: vidare till Bedömning · Granskare",
        "Trygg hemgång Beslut vid G3 Projektbeslut: vidare till Projekt · Granskare",
        "Trygg hemgång Beslut vid G2 Förstudiebeslut: vidare till Förstudie · Granskare",
        "Trygg hemgång Beslut vid G1 Prövning: vidare till Bedömning · Granskare",
    ]


def test_long_news_have_several_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every decision and every day of proposing of the files once, however many pages they fill."""
    monkeypatch.setattr(latest, "PAGE_SIZE", 2)
    root = catalogues.lay(tmp_path)
    found = catalogues.read(root)
    pages = list(latest.pages(Site(Derived(found), "sv")))
    # Counted again from the files, by code that shares nothing with the page.
    records = file_figures.records(root)
    decided = [decision["date"] for record in records for decision in record.get("decisions", [])]
    sent = [r["submitted"] for r in records if "submitted" in r and r.get("kind") != "research"]
    dates = sorted([*decided, *sent], reverse=True)
    shown_dates = [
        day.one("time").attributes["datetime"]
        for page in pages
        for day in markup.tree(page.content).all("li", "day")
        for _ in day.all("p", "news__what")
    ]
    assert len(pages) == -(-len(dates) // 2) > 2
    assert sorted(shown_dates, reverse=True) == dates
    assert pages[1].url == "senaste-nytt/sida/2/"
    assert pages[1].translations["en"] == "en/latest/page/2/"

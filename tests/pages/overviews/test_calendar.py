"""The calendar: dates in words under their months, and each count from the files again."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from idesluss.derived.whole import Derived
from idesluss.pages.base.site import Site
from idesluss.pages.overviews import calendar
from tests.support import catalogues, file_figures, markup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.pages import Page
    from idesluss.words import Language

    Changed = Callable[..., Catalogue]

SMALL = "2026/enklare-felanmalan/idea.md"
TRYGG = "2025/trygg-hemgang/idea.md"


def pages(found: Catalogue, language: Language = "sv") -> list[Page]:
    return list(calendar.pages(Site(Derived(found), language)))


def test_a_month_alone_is_shown_as_one_and_last_in_its_month(changed: Changed) -> None:
    """Its day is not invented."""
    made = markup.tree(pages(changed())[0].content)
    december = next(part for part in made.all("section", "month") if part.one("h3").text == "December 2026")
    assert [day.text for day in december.all("time")] == ["2 december 2026", "Under december 2026"]
    assert [day.attributes["datetime"] for day in december.all("time")] == ["2026-12-02", "2026-12"]


def test_the_page_tells_each_kind(changed: Changed) -> None:
    """In the words of each language, with the gate or the milestone."""
    found = changed(today=dt.date(2026, 12, 20))
    for language, words in (
        (
            "sv",
            [
                "Milstolpe att nå: Hundra hemgångar",
                "Perioden tar slut",
                "Utlovat svar har inte kommit, G1 Prövning",
            ],
        ),
        (
            "en",
            [
                "Milestone to reach: Hundra hemgångar",
                "The period ends",
                "The promised answer has not come, G1 Screening",
            ],
        ),
    ):
        made = markup.tree(pages(found, language)[0].content)
        assert [item.text for item in made.all("p", "due__what")] == words


def test_nothing_ahead_is_said(changed: Changed) -> None:
    """An empty calendar is no blank page."""
    found = changed(
        (SMALL, "outcome: open", "outcome: completed"), (TRYGG, "outcome: open", "outcome: completed")
    )
    words = markup.tree(pages(found)[0].content).text
    assert "Inget datum är bestämt än." in words
    assert "Inget datum har passerat de tre senaste månaderna." in words


def test_months_lead_to_where_they_begin(changed: Changed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every link of the months' list leads to a heading that is there, also on another page."""
    monkeypatch.setattr(calendar, "PAGE_SIZE", 2)
    made = pages(changed(today=dt.date(2027, 1, 10)))
    assert len(made) == 2
    trees = {page.url: markup.tree(page.content) for page in made}
    for url, tree in trees.items():
        for nav in tree.all("nav", "months"):
            for link in nav.all("a"):
                target, _, anchor = link.attributes["href"].partition("#")
                known = trees[target.removeprefix("../" * url.count("/")) if target else url]
                assert known.by_id(anchor).text == re.sub(r" \d+$", "", link.text)


def test_each_count_is_that_of_the_files(tmp_path: Path) -> None:
    """Counted again, by code that shares nothing with the page: how many come and have passed."""
    root = catalogues.lay(tmp_path)
    made = markup.tree(pages(catalogues.read(root))[0].content)
    counts = [made.by_id(name).text for name in ("coming", "passed")]
    today = catalogues.TODAY.isoformat()
    coming: list[str] = []
    for idea in file_figures.records(root):
        if "kind" in idea:
            continue
        goes_on = idea["outcome"] in {"open", "on_hold"}
        coming += [idea["next_follow_up"]] if "next_follow_up" in idea else []
        coming += [idea["resume_on"]] if idea["outcome"] == "on_hold" else []
        plan = idea["_plan"]
        if goes_on and plan:
            coming += [milestone["due"] for milestone in plan["milestones"] if "done" not in milestone]
            coming.append(plan["period"]["end"])
        if idea["outcome"] == "open" and idea["stage"] == "idea":
            coming.append("2026-12")  # thirty days from a day in November
    coming = [date for date in coming if date >= today[: len(date)]]
    assert counts == [f"Det som kommer {len(coming)} datum", "Nyss passerat"]
    assert len(made.all("li", "due")) == len(coming)

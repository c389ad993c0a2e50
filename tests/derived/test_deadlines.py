"""Dates that somebody counts on, and the calendar that shows them."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest
import yaml

from idesluss.derived.deadlines import coming_deadlines, passed_deadlines
from idesluss.derived.whole import Derived
from idesluss.model import PartialDate
from idesluss.pages.base.month_groups import by_month
from idesluss.pages.base.site import Site
from idesluss.pages.overviews import calendar
from tests.support import catalogues, markup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.pages import Page
    from idesluss.words import Language

    Changed = Callable[..., Catalogue]

SMALL = "2026/enklare-felanmalan/idea.md"
TRYGG = "2025/trygg-hemgang/idea.md"
PLAN = "2025/trygg-hemgang/plan.md"
CALL = "calls/testbaddar-2025.md"


def told(found: Catalogue) -> list[str]:
    return [
        f"{due.date} {due.kind} {(due.entry or due.call).slug}"  # type: ignore[union-attr]  # one of them is there
        + (f" {due.what}" if due.what else "")
        + (" nådd" if due.is_done else "")
        for due in Derived(found).deadlines
    ]


def site(found: Catalogue, language: Language = "sv") -> Site:
    return Site(Derived(found), language)


def pages(found: Catalogue, language: Language = "sv") -> list[Page]:
    return list(calendar.pages(site(found, language)))


def test_every_kind_of_date(changed: Changed) -> None:
    """Answers, calls, milestones, periods, follow-ups and ideas on hold, the earliest first."""
    found = changed(
        (TRYGG, "sources:", "next_follow_up: 2027-09\nsources:"),
        (CALL, "opens: 2025-01\ncloses: 2025-03-15", "opens: 2026-11-01\ncloses: 2027-01-15"),
    )
    assert told(found) == [
        "2025-11-20 milestone trygg-hemgang Första hemgången nådd",
        "2026-11-01 opens testbaddar-2025",
        "2026-12-02 answer enklare-felanmalan G1",
        "2026-12 milestone trygg-hemgang Hundra hemgångar",
        "2027-01-15 closes testbaddar-2025",
        "2027-02 period trygg-hemgang",
        "2027-09 follow_up trygg-hemgang",
    ]


def test_an_idea_on_hold_is_taken_up_again(changed: Changed) -> None:
    """While it rests nothing else is awaited of it."""
    found = changed((SMALL, "outcome: open", "outcome: on_hold\nresume_on: 2027-03"))
    assert [line for line in told(found) if "felanmalan" in line] == ["2027-03 resume enklare-felanmalan"]


def test_an_idea_that_has_ended_promises_nothing(changed: Changed) -> None:
    """Its period, and milestones that were not reached, are no longer anybody's deadline."""
    found = changed((TRYGG, "outcome: open", "outcome: completed"))
    assert [line for line in told(found) if "trygg" in line] == [
        "2025-11-20 milestone trygg-hemgang Första hemgången nådd"
    ]


@pytest.mark.parametrize(("today", "comes"), [("2026-12-31", True), ("2027-01-01", False)])
def test_a_month_comes_until_it_is_over(changed: Changed, today: str, *, comes: bool) -> None:
    """Nobody is late because the day is not known."""
    found = changed(today=dt.date.fromisoformat(today))
    listed = Derived(found).deadlines
    coming = [due.what for due in coming_deadlines(found, listed) if due.kind == "milestone"]
    passed = [due.what for due in passed_deadlines(found, listed) if due.kind == "milestone"]
    assert (coming, passed) == ((["Hundra hemgångar"], []) if comes else ([], ["Hundra hemgångar"]))


def test_what_passed_more_than_three_months_ago_is_left_out(changed: Changed) -> None:
    """The latest stands first."""
    found = changed(today=dt.date(2027, 3, 5))
    listed = passed_deadlines(found, Derived(found).deadlines)
    assert [str(due.date) for due in listed] == ["2027-02", "2026-12"]
    found.today = dt.date(2027, 3, 4)
    assert str(passed_deadlines(found, Derived(found).deadlines)[-1].date) == "2026-12-02"


def test_a_milestone_that_was_reached_does_not_come(changed: Changed) -> None:
    """One that was reached today has not passed either, and is told tomorrow."""
    found = changed((PLAN, "due: 2026-12", "due: 2026-12\n    done: 2026-11-23"))
    listed = Derived(found).deadlines
    assert [due.kind for due in coming_deadlines(found, listed)] == ["answer", "period"]
    found.today += dt.timedelta(days=1)
    assert [due.is_done for due in passed_deadlines(found, listed)] == [True]


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
        made = markup.tree(pages(found, language)[0].content)  # type: ignore[arg-type]  # one of the two
        assert [item.text for item in made.all("p", "due__what")] == words


def test_nothing_ahead_is_said(changed: Changed) -> None:
    """An empty calendar is no blank page."""
    found = changed(
        (SMALL, "outcome: open", "outcome: completed"), (TRYGG, "outcome: open", "outcome: completed")
    )
    words = markup.tree(pages(found)[0].content).text
    assert "Inget datum är bestämt framåt." in words
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


# Counted again, by code that shares nothing with the page.


def _front(file: Path) -> dict[str, object]:
    made: dict[str, object] = yaml.load(file.read_text(encoding="utf-8").split("---\n")[1], yaml.CBaseLoader)  # noqa: S506  # it makes nothing but text
    return made


def test_each_count_is_that_of_the_files(tmp_path: Path) -> None:
    """How many dates come and have passed, for the rich content."""
    root = catalogues.lay(tmp_path)
    made = markup.tree(pages(catalogues.read(root))[0].content)
    counts = [made.by_id(name).text for name in ("coming", "passed")]
    today = catalogues.TODAY.isoformat()
    coming: list[str] = []
    for file in root.glob("ideas/2*/*/idea.md"):
        idea = _front(file)
        if idea.get("kind") == "research":
            continue
        goes_on = idea["outcome"] in {"open", "on_hold"}
        coming += [str(idea["next_follow_up"])] if "next_follow_up" in idea else []
        coming += [str(idea["resume_on"])] if idea["outcome"] == "on_hold" else []
        plan = file.with_name("plan.md")
        if goes_on and plan.exists():
            held = _front(plan)
            coming += [str(m["due"]) for m in held["milestones"] if "done" not in m]  # type: ignore[attr-defined]
            coming += [str(held["period"]["end"])]  # type: ignore[index]
        if idea["outcome"] == "open" and idea["stage"] == "idea":
            coming.append("2026-12")  # thirty days from a day in November
    coming = [date for date in coming if date >= today[: len(date)]]
    assert counts == [f"Det som kommer {len(coming)} datum", "Nyss passerat"]
    assert len(made.all("li", "due")) == len(coming)


def test_days_stand_under_their_month(changed: Changed) -> None:
    """In the order that they come."""

    class Thing:
        def __init__(self, date: PartialDate) -> None:
            self.date = date

    dates = [
        PartialDate(2026, 11, 3),
        PartialDate(2026, 11, 3),
        PartialDate(2026, 11),
        PartialDate(2027, 1, 1),
    ]
    months = by_month(site(changed()).writer, map(Thing, dates))
    assert [(month.title, month.anchor, month.count) for month in months] == [
        ("November 2026", "month-2026-11", 3),
        ("Januari 2027", "month-2027-01", 1),
    ]
    assert [len(day.items) for day in months[0].days] == [2, 1]

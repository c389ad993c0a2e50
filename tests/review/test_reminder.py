"""`idesluss remind`: everything that is late, each in its place, and titles that are only words."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING

from idesluss.derived.whole import Derived
from idesluss.review import reminder
from idesluss.review.reminder import reminders_as_json, reminders_as_markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from idesluss.catalogue.catalogue import Catalogue

    Changed = Callable[..., Catalogue]

SMALL, LARGE = "2026/enklare-felanmalan/idea.md", "2025/trygg-hemgang/idea.md"
PLAN = "2025/trygg-hemgang/plan.md"


def told(found: Catalogue, kind: str) -> list[str]:
    return [
        line
        for line in reminders_as_markdown(Derived(found), "sv")
        .split(f"## {kind}")[-1]
        .split("## ")[0]
        .splitlines()
        if line.startswith("- ")
    ]


def test_nothing_late_says_so(changed: Changed) -> None:
    found = changed((PLAN, "due: 2026-12", "due: 2026-12\n    done: 2026-11"))
    assert reminders_as_markdown(Derived(found), "sv").endswith("Inget är försenat.\n")
    assert reminders_as_markdown(Derived(found), "en").endswith("Nothing is overdue.\n")


def test_a_late_answer_names_who_and_for_how_long(changed: Changed) -> None:
    found = changed(today=dt.date(2026, 12, 20))
    assert told(found, "Svar som är försenade") == [
        "- `Enklare felanmälan`: 2 december 2026, Granskare, G1 Prövning, 18 dagar sedan"
    ]
    assert told(changed(today=dt.date(2026, 12, 2)), "Svar som är försenade") == []


def test_dates_that_have_passed(changed: Changed) -> None:
    """A milestone, a follow-up, a resumption and a period, each under its own heading."""
    late = changed((PLAN, "due: 2026-12", "due: 2026-10"))
    assert told(late, "Milstolpar som har passerat") == [
        "- `Trygg hemgång`: 31 oktober 2026, `Hundra hemgångar`, 23 dagar sedan"
    ]
    held = changed((SMALL, "outcome: open", "outcome: on_hold\nresume_on: 2026-11-22"))
    assert told(held, "Vilande idéer att ta upp igen") == [
        "- `Enklare felanmälan`: 22 november 2026, 1 dag sedan"
    ]
    measured = changed((LARGE, "outcome: open", "outcome: open\nnext_follow_up: 2026-11-20"))
    assert len(told(measured, "Uppföljningar att göra")) == 1
    ended = changed((LARGE, "end: 2027-02", "end: 2026-02"), (PLAN, "end: 2027-02", "end: 2026-02"))
    assert told(ended, "Perioder som har gått ut utan beslut") == [
        "- `Trygg hemgång`: 28 februari 2026, Projektgrupp, 268 dagar sedan"
    ]


def test_titles_are_words(changed: Changed) -> None:
    title = "'@alla <b>x</b> [y](http://z) `k`'"
    found = changed((SMALL, "title: Enklare felanmälan", f"title: {title}"), today=dt.date(2027, 1, 1))
    assert "`` @alla <b>x</b> [y](http://z) `k` ``" in reminders_as_markdown(Derived(found), "sv")


def test_pages_are_linked_where_the_site_is_known(changed: Changed) -> None:
    found = changed(today=dt.date(2027, 1, 1))
    settings = found.settings.model_copy(update={"site_url": "https://ideer.example.se/x"})
    object.__setattr__(found, "settings", settings)
    link = "[`Enklare felanmälan`](<https://ideer.example.se/x/ideer/2026/enklare-felanmalan/>)"
    assert link in reminders_as_markdown(Derived(found), "sv")


def test_pages_are_those_that_the_site_has(changed: Changed) -> None:
    """A site in one language has no pages for who reads the reminder in another."""
    found = changed(("catalogue.yml", "languages: [sv, en]", "languages: [sv]"), today=dt.date(2027, 1, 1))
    pages = {due["page"] for due in json.loads(reminders_as_json(Derived(found), "en"))["due"]}
    assert "ideer/2026/enklare-felanmalan/" in pages
    assert not any(page.startswith("en/") for page in pages)


def test_programs_get_the_same(changed: Changed) -> None:
    found = changed(today=dt.date(2026, 12, 20))
    data = json.loads(reminders_as_json(Derived(found), "sv"))
    assert (data["schema"], data["as_of"]) == ("1", "2026-12-20")
    late = [due for due in data["due"] if due["kind"] == "answer"]
    assert [(due["who"], due["what"], due["date"], due["days"]) for due in late] == [
        ("granskare", "G1", "2026-12-02", 18)
    ]


def test_sources_that_nobody_has_read_for_a_year(changed: Changed) -> None:
    """Each entry or call once, by its oldest source, on the day that a year has passed; records too."""
    heading = "Källor som inte har lästs på ett år"
    read = dt.date(2026, 11, 20)
    assert told(changed(today=read + dt.timedelta(days=364)), heading) == []
    found = changed(today=read + dt.timedelta(days=365))
    assert "- `Trygg hemgång`: 20 november 2026, 365 dagar sedan" in told(found, heading)
    assert "Alla äldre källor: aldre-kallor/\n" in reminders_as_markdown(Derived(found), "sv")
    due = json.loads(reminders_as_json(Derived(found), "en"))["due"]
    assert {"source"} <= {row["kind"] for row in due}


def test_of_many_old_sources_the_oldest_are_told(changed: Changed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminder, "MOST_SOURCES", 1)
    found = changed((LARGE, "read: 2026-11-20", "read: 2019-01-02"), today=dt.date(2028, 1, 1))
    assert told(found, "Källor som inte har lästs på ett år") == [
        "- `Trygg hemgång`: 2 januari 2019, 3\u00a0286 dagar sedan"
    ]

"""Dates that somebody counts on: which there are, which come, and which have passed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from idesluss.derived.deadlines import coming_deadlines, passed_deadlines
from idesluss.derived.whole import Derived

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue

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

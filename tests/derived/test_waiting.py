"""Who has the next move, since when, and what was promised."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from idesluss.derived.waiting import wait_of
from idesluss.derived.whole import Derived

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.derived.waiting import Wait

SMALL = "2026/enklare-felanmalan/idea.md"
TRYGG = "2025/trygg-hemgang/idea.md"
DECIDED = """decisions:
  - gate: G1
    date: 2026-11-10
    verdict: {}
    role: granskare
    reason: Behovet är belagt.
relations:"""


def wait(held: Catalogue, slug: str = "enklare-felanmalan") -> Wait:
    found = wait_of(held.by_slug[slug])
    assert found is not None
    return found


def test_a_new_idea_waits_for_its_first_answer(changed: Callable[..., Catalogue]) -> None:
    """Days run from the day it was submitted, the promise from there too."""
    found = wait(changed())
    assert (found.gate, found.role, str(found.since), found.days) == ("G1", "granskare", "2026-11-02", 21)
    assert (found.due, found.is_overdue) == (dt.date(2026, 12, 2), False)


@pytest.mark.parametrize(("today", "overdue"), [("2026-12-02", False), ("2026-12-03", True)])
def test_the_promise_holds_through_its_last_day(
    changed: Callable[..., Catalogue], today: str, *, overdue: bool
) -> None:
    """On the day itself nothing is late."""
    found = wait(changed(today=dt.date.fromisoformat(today)))
    assert found.is_overdue == overdue


def test_a_month_counts_from_its_end(changed: Callable[..., Catalogue]) -> None:
    """Nobody is late because the day is not known."""
    found = wait(changed((SMALL, "submitted: 2026-11-02", "submitted: 2026-10")))
    assert (found.days, found.due) == (23, dt.date(2026, 11, 30))


def test_the_latest_decision_starts_the_wait(changed: Callable[..., Catalogue]) -> None:
    """A decision answers; the next wait begins."""
    found = wait(changed((SMALL, "relations:", DECIDED.format("hold"))))
    assert (str(found.since), found.days, found.role) == ("2026-11-10", 13, "granskare")


def test_revise_gives_the_proposer_the_move(changed: Callable[..., Catalogue]) -> None:
    """After `revise` it is the proposer's turn."""
    assert wait(changed((SMALL, "relations:", DECIDED.format("revise")))).role == "idegivare"


def test_a_running_project_is_not_late(changed: Callable[..., Catalogue]) -> None:
    """While the period runs nothing is due."""
    found = wait(changed(), "trygg-hemgang")
    assert (found.gate, found.role, found.due, found.period_end) == ("G5", "projektgrupp", None, None)


def test_the_promise_of_a_gate_begins_when_the_project_has_ended(changed: Callable[..., Catalogue]) -> None:
    """Also where the gate ahead promises an answer, nobody owes one to a project that runs."""
    promise = ("catalogue.yml", "to_stage: operation\n", "to_stage: operation\n      answer_days: 30\n")
    assert wait(changed(promise), "trygg-hemgang").due is None
    found = wait(changed(promise, today=dt.date(2027, 3, 1)), "trygg-hemgang")
    assert (found.due, found.is_overdue) == (dt.date(2027, 3, 30), False)


def test_an_ended_period_is_named(changed: Callable[..., Catalogue]) -> None:
    """When the last of grants and plan has ended, its end is told."""
    found = wait(changed(today=dt.date(2027, 3, 1)), "trygg-hemgang")
    assert str(found.period_end) == "2027-02"
    assert wait(changed(today=dt.date(2027, 2, 28)), "trygg-hemgang").period_end is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("outcome: open", "outcome: completed"),
        ("outcome: open\n", ""),
        ("stage: idea\noutcome: open", "kind: research"),
        ("stage: idea", "stage: okänd".replace("ä", "a")),
    ],
)
def test_nothing_is_awaited(changed: Callable[..., Catalogue], old: str, new: str) -> None:
    """Only open ideas in the process wait."""
    assert wait_of(changed((SMALL, old, new)).by_slug["enklare-felanmalan"]) is None


def test_without_a_date_nothing_is_counted(changed: Callable[..., Catalogue]) -> None:
    """An unknown day is not invented."""
    found = wait(changed((SMALL, "submitted: 2026-11-02\n", "")))
    assert (found.since, found.days, found.due, found.is_overdue) == (None, None, None, False)


def overdue(catalogue: Catalogue, slug: str) -> list[str]:
    return [date.kind for date in Derived(catalogue).of(catalogue.by_slug[slug]).overdue]


@pytest.mark.parametrize(("day", "due"), [("2026-11-22", True), ("2026-11-23", False), ("2026-11", False)])
def test_resumption(changed: Callable[..., Catalogue], day: str, *, due: bool) -> None:
    """An idea on hold is due when its day has passed."""
    held = changed((SMALL, "outcome: open", f"outcome: on_hold\nresume_on: {day}"))
    assert (overdue(held, "enklare-felanmalan") == ["resume"]) is due


def test_follow_up(changed: Callable[..., Catalogue]) -> None:
    """A follow-up is due after its day, whatever the outcome."""
    held = changed((SMALL, "relations:", "next_follow_up: 2026-10\nrelations:"))
    assert overdue(held, "enklare-felanmalan") == ["follow_up"]
    assert overdue(held, "trygg-hemgang") == []


def test_days_never_count_backwards(changed: Callable[..., Catalogue]) -> None:
    """A day in the future waits for no days."""
    assert wait(changed(today=dt.date(2026, 1, 1))).days == 0

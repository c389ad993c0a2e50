"""The site's figures follow from the files alone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from idesluss import figures

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue import Catalogue

SMALL = "2026/enklare-felanmalan/idea.md"
TRYGG = "2025/trygg-hemgang/idea.md"


def test_counts(changed: Callable[..., Catalogue]) -> None:
    """Two ideas, both open, in their stages, in the order of the process."""
    found = figures.of(changed())
    assert (found.ideas, found.research, found.open, found.completed, found.unknown_outcome) == (
        2,
        0,
        2,
        0,
        0,
    )
    assert found.by_stage == {"idea": 1, "assessment": 0, "feasibility": 0, "project": 1, "operation": 0}
    assert list(found.by_stage) == list(found.open_by_stage)
    assert found.by_outcome == {"open": 2, "on_hold": 0, "merged": 0, "completed": 0}
    assert sum(found.by_stage.values()) == found.ideas
    assert (found.granted, found.organisations, found.municipalities) == (500_000, 2, 1)


def test_what_was_paid_counts_before_what_was_awarded(changed: Callable[..., Catalogue]) -> None:
    """The final amount replaces the awarded one, also when it is nothing."""
    assert figures.of(changed((TRYGG, "awarded: 500000", "awarded: 500000\n    final: 0"))).granted == 0
    assert figures.of(changed((TRYGG, "    awarded: 500000\n", ""))).granted == 0


def test_research_stands_outside(changed: Callable[..., Catalogue]) -> None:
    """Research is counted by itself, and neither its money nor its stage with the ideas."""
    found = figures.of(changed((TRYGG, "stage: project\noutcome: open", "kind: research")))
    assert (found.ideas, found.research, found.granted, found.open) == (1, 1, 0, 1)


def test_an_unknown_outcome_is_no_outcome(changed: Callable[..., Catalogue]) -> None:
    """What no source tells is counted as not known."""
    found = figures.of(changed((SMALL, "outcome: open\n", "")))
    assert (found.open, found.unknown_outcome) == (1, 1)


def test_waits_stand_longest_first_and_late_ones_are_counted(changed: Callable[..., Catalogue]) -> None:
    """The order is by days, then by name."""
    found = figures.of(changed())
    assert [wait.entry.slug for wait in found.waits] == ["trygg-hemgang", "enklare-felanmalan"]
    assert (found.overdue, found.median_days) == (0, 21)
    assert figures.of(changed(today=dt.date(2027, 1, 1))).overdue == 1


def test_nobody_waiting_has_no_median(changed: Callable[..., Catalogue]) -> None:
    """No number is made up."""
    found = figures.of(changed((SMALL, "outcome: open", "outcome: completed")))
    assert found.median_days is None

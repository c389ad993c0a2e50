"""What stands for an outcome where none is given, and when it was last read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from pydantic import TypeAdapter, ValidationError

from idesluss.catalogue.outcome import last_read, outcome_of
from idesluss.model import PartialDate
from idesluss.model.process import NOT_KNOWN, RUNNING, STANDINGS
from idesluss.model.values import Key

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue

TRYGG = "2025/trygg-hemgang/idea.md"
AS_RECORD = (TRYGG, "stage: project\noutcome: open", "kind: record\nstage: project")
LAST_DAY = dt.date(2027, 2, 28)  # of the grant's period


@pytest.mark.parametrize(
    ("today", "expected"),
    [(LAST_DAY, RUNNING), (LAST_DAY + dt.timedelta(days=1), NOT_KNOWN)],
    ids=["the last day of its period", "the day after"],
)
def test_a_record_runs_until_its_period_is_over(
    changed: Callable[..., Catalogue], today: dt.date, expected: str
) -> None:
    """And then nobody knows; that a page said otherwise while it was written is no news of it."""
    ongoing = (TRYGG, "    awarded: 500000\n", "    awarded: 500000\n    reported_status: ongoing\n")
    assert outcome_of(changed(AS_RECORD, ongoing, today=today).by_slug["trygg-hemgang"]) == expected


def test_an_outcome_goes_before_a_period(changed: Callable[..., Catalogue]) -> None:
    """Work may be given up before its time is out."""
    ended = (TRYGG, "stage: project\noutcome: open", "kind: record\nstage: project\noutcome: completed")
    assert outcome_of(changed(ended).by_slug["trygg-hemgang"]) == "completed"


def test_nobody_knows_of_a_record_without_a_period(changed: Callable[..., Catalogue]) -> None:
    found = changed(AS_RECORD, (TRYGG, "    start: 2025-09\n    end: 2027-02\n", ""))
    entry = found.by_slug["trygg-hemgang"]
    entry.plan = None
    assert outcome_of(entry) == NOT_KNOWN


def test_research_has_no_outcome(changed: Callable[..., Catalogue]) -> None:
    research = (TRYGG, "stage: project\noutcome: open", "kind: research\nstage: project\noutcome: open")
    assert outcome_of(changed(research).by_slug["trygg-hemgang"]) is None


def test_it_was_read_on_the_latest_day_of_all(changed: Callable[..., Catalogue]) -> None:
    """Of the entry's sources and of its grants."""
    entry = changed(AS_RECORD).by_slug["trygg-hemgang"]
    source, grant = entry.idea.sources[0], entry.idea.grants[0]
    for of_source, of_grant, expected in (
        ("2026-11-01", "2026-11-20", "2026-11-20"),
        ("2026-11-21", "2026-11-20", "2026-11-21"),
        ("2026-11-21", None, "2026-11-21"),
    ):
        read = PartialDate.read(of_grant) if of_grant else None
        entry.idea = entry.idea.model_copy(
            update={
                "sources": (source.model_copy(update={"read": PartialDate.read(of_source)}),),
                "grants": (grant.model_copy(update={"read": read}),),
            }
        )
        assert str(last_read(entry)) == expected
    entry.idea = entry.idea.model_copy(update={"sources": (), "grants": ()})
    assert last_read(entry) is None


@pytest.mark.parametrize("key", STANDINGS)
def test_no_outcome_of_a_catalogue_can_be_called_so(key: str) -> None:
    """Else two things would have one page."""
    with pytest.raises(ValidationError):
        TypeAdapter(Key).validate_python(key)

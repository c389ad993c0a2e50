"""When facts were last read: what counts as old, and which reading of an address counts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from idesluss.derived.freshness import old_readings, old_readings_of, readings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue

    Changed = Callable[..., Catalogue]

TRYGG = "2025/trygg-hemgang/idea.md"
READ = dt.date(2026, 11, 20)
GRANT = "source: https://storby.example/bidrag\n    awarded: 500000"


@pytest.mark.parametrize(("days", "is_old"), [(0, False), (364, False), (365, True), (800, True)])
def test_a_year_is_365_days_from_the_reading(changed: Changed, days: int, is_old: bool) -> None:
    entry = changed(today=READ + dt.timedelta(days=days)).by_slug["trygg-hemgang"]
    assert bool(old_readings_of(entry)) is is_old
    (reading,) = [r for r in readings_of(entry) if r.kind == "source"]
    assert reading.years(entry.today) == days // 365


def test_a_month_is_old_a_year_after_its_last_day(changed: Changed) -> None:
    edit = (TRYGG, "read: 2026-11-20", "read: 2026-10")
    assert not old_readings_of(changed(edit, today=dt.date(2027, 10, 30)).by_slug["trygg-hemgang"])
    assert old_readings_of(changed(edit, today=dt.date(2027, 10, 31)).by_slug["trygg-hemgang"])


def test_the_latest_reading_of_an_address_counts(changed: Changed) -> None:
    again = "read: 2020-01-01\n  - url: https://storby.example/hemgang\n    read: 2026-11-20"
    entry = changed((TRYGG, "read: 2026-11-20", again)).by_slug["trygg-hemgang"]
    assert [str(r.read) for r in readings_of(entry) if r.kind == "source"] == ["2026-11-20"]


def test_a_grant_whose_reading_nobody_has_written_is_old(changed: Changed) -> None:
    """It stands last, as nobody knows how old it is."""
    found = changed((TRYGG, "awarded: 500000", GRANT), (TRYGG, "read: 2026-11-20", "read: 2019-01-02"))
    entry = found.by_slug["trygg-hemgang"]
    assert [(r.kind, r.years(found.today)) for r in old_readings_of(entry)] == [
        ("source", 7),
        ("grant", None),
    ]
    assert old_readings(found)[0].entry is entry
    assert old_readings(found)[-1].kind == "grant"

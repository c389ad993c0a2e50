"""The day is an input: a variable, a commit's time, or today in Stockholm."""

from __future__ import annotations

import datetime as dt

import pytest

from idesluss.model.today import read_day


@pytest.mark.parametrize(
    ("environment", "day"),
    [
        ({"IDESLUSS_TODAY": "2026-11-23", "SOURCE_DATE_EPOCH": "0"}, dt.date(2026, 11, 23)),
        ({"SOURCE_DATE_EPOCH": "1763848799"}, dt.date(2025, 11, 22)),  # 22:59:59 UTC, before midnight there
        ({"SOURCE_DATE_EPOCH": "1763852400"}, dt.date(2025, 11, 23)),  # 23:00:00 UTC, midnight in Stockholm
        ({"SOURCE_DATE_EPOCH": "1752962400"}, dt.date(2025, 7, 20)),  # 22:00:00 UTC, midnight in summer
    ],
)
def test_the_day_is_what_it_was_told(environment: dict[str, str], day: dt.date) -> None:
    """The variable goes before the commit's time, which is told in Stockholm's."""
    assert read_day(environment) == day


def test_without_a_variable_it_is_today_in_stockholm() -> None:
    """The clock decides only where nothing else does."""
    assert abs((read_day({}) - dt.datetime.now(dt.UTC).date()).days) <= 1


@pytest.mark.parametrize("variable", ["IDESLUSS_TODAY", "SOURCE_DATE_EPOCH"])
def test_what_is_not_a_day_is_refused(variable: str) -> None:
    """A mistake in a variable is not taken for today."""
    with pytest.raises(ValueError, match=r".+"):
        read_day({variable: "i morgon"})

"""Dates and amounts as spreadsheets hold them, and what they become; what may be read in two ways is not."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.importing.cell_amounts import read_cell_amount
from idesluss.importing.cell_dates import order_of, read_cell_date
from idesluss.importing.import_map import CurrencyRate
from idesluss.model.values import read_date_or_year

RATES = {code: CurrencyRate(rate="11,25", day="2024-06-28") for code in ("EUR", "NOK", "USD", "GBP")}


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("2015-11-02", "2015-11-02"),
        ("2021", "2021"),
        ("2021.0", "2021"),
        ("12/2024", "2024-12"),
        ("42309", "2015-11-01"),
        (42309, "2015-11-01"),
        (dt.date(2024, 5, 1), "2024-05-01"),
        (dt.datetime(2024, 5, 1, 12, 30), "2024-05-01"),  # noqa: DTZ001  # as a spreadsheet has it
        ("2016-10-14 01:22:49", "2016-10-14"),
        ("2024-03-01T12:00:00Z", "2024-03-01"),
        ("10/25/2024 10:01:55", "2024-10-25"),
        ("1/8 2024", "2024-08-01"),
        ("1/2/2024", "2024-02-01"),
        ("31.12.24", "2024-12-31"),
        ("01.02.2024", "2024-02-01"),
        ("12. mars 2024", "2024-03-12"),
        ("3. mai 2019", "2019-05-03"),
        ("5. desember 2020", "2020-12-05"),
        ("2. Dezember 2021", "2021-12-02"),
        ("den 3 november 2015", "2015-11-03"),
        ("2024.03.12", "2024-03-12"),
        ("12.03.2024.", "2024-03-12"),
        ("12-Mar-24", "2024-03-12"),
        ("12-mar-2024", "2024-03-12"),
        ("12 maj 24", "2024-05-12"),
        ("tirsdag 12. mars 2024", "2024-03-12"),
        ("Tue, 12 Mar 2024 10:00", "2024-03-12"),
        ("12 de marzo de 2024", "2024-03-12"),
        ("2024年3月12日", "2024-03-12"),
        ("2024年3月", "2024-03"),
    ],
)
def test_a_date_is_read(cell: str | int | dt.date, date: str) -> None:
    assert read_cell_date(cell, "day_first").date == date


@pytest.mark.parametrize(
    ("cell", "order", "why"),
    [
        ("1/2/2024", None, "date_unsure"),
        ("2021-13-31", "day_first", "date_impossible"),
        ("31/2/2024", "day_first", "date_impossible"),
        ("våren 2016", "day_first", "date"),
        ("snart", "day_first", "date"),
        ("12 mars 24 - 3 maj 24", "day_first", "date"),
        ("2023/2024", "day_first", "date"),
    ],
)
def test_a_date_that_is_none_is_told(cell: str, order: None, why: str) -> None:
    assert read_cell_date(cell, order) == ("", why)


def test_a_column_tells_what_comes_first() -> None:
    assert order_of(["1/2/2024", "25/2/2024"]) == "day_first"
    assert order_of(["1/2/2024", "2/25/2024 10:00"]) == "month_first"
    assert order_of(["1/2/2024", "25/2/2024", "2/25/2024"]) is None


@pytest.mark.parametrize(
    ("cell", "kronor"),
    [
        ("1,2 mkr", 1_200_000),
        ("250 tkr", 250_000),
        ("1 200 kr", 1200),
        ("1 500 000,00 kr", 1_500_000),
        ("3 500 000:-", 3_500_000),
        ("ca 2 mnkr", 2_000_000),
        ("500000.0", 500_000),
        (500000.0, 500_000),
        (1.6, 2),
        ("SEK 1.5 million", 1_500_000),
        ("€1,200.50", 13506),
        ("1.200,50 €", 13506),
        ("NOK 3 000", 33750),
        ("US$ 5,000", 56250),
        ("£3m", 33_750_000),
        ("SEK 3,4M", 3_400_000),
        ("500 tsek", 500_000),
        ("1,5 MEUR", 16_875_000),
        ("2 KNOK", 22_500),
        ("1e+05", 100_000),
        ("1.5E6", 1_500_000),
    ],
)
def test_an_amount_is_read(cell: str | float, kronor: int) -> None:
    """By its own unit and currency; half a krona is rounded up."""
    read = read_cell_amount(cell, None, None, RATES)
    assert (read.kronor, read.unread) == (kronor, None)


def test_a_map_says_what_a_bare_number_is() -> None:
    """An amount that says its unit itself is not changed by that of the map."""
    assert read_cell_amount("12,5", "tkr", None, {}).kronor == 12500
    assert read_cell_amount("300 kr", "tkr", None, {}).kronor == 300
    assert read_cell_amount("100", None, "NOK", RATES).foreign == "100 NOK"


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("1.234 mkr", "amount_unsure"),
        ("12,5", "amount_unsure"),
        ("ingen", "amount"),
        ("-500", "negative"),
        ("¥5", "no_rate"),
    ],
)
def test_an_amount_that_is_none_is_told(cell: str, why: str) -> None:
    assert read_cell_amount(cell, None, None, RATES).unread == why


@given(
    st.one_of(
        st.text(max_size=40), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.dates()
    )
)
def test_no_cell_raises(cell: str | float | dt.date) -> None:
    """Whatever stands there, a value that its field takes comes of it, or a reason."""
    date, amount = read_cell_date(cell, "day_first"), read_cell_amount(cell, "tkr", None, RATES)
    assert date.unread or str(read_date_or_year(date.date)) == date.date
    assert amount.unread or amount.kronor >= 0


@given(st.integers(1, 10**9), st.sampled_from([" ", ".", ",", "'", "\u00a0"]))
def test_digits_in_groups_are_one_number(kronor: int, mark: str) -> None:
    written = f"{kronor:,}".replace(",", mark)
    assert read_cell_amount(f"{written} kr", None, None, {}).kronor == kronor


def test_rates_are_read_with_point_or_comma() -> None:
    assert RATES["EUR"].rate == Decimal("11.25")

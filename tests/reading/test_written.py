"""Amounts and dates as people write them: what is meant is suggested, and what is not sure said to be so."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from idesluss.model import PartialDate
from idesluss.model.values import MAX_MONEY, Money
from idesluss.reading.meant import UNREAD, with_meaning
from idesluss.reading.written_dates import dates_meant, day_of_number, is_year
from idesluss.reading.written_money import amounts_meant
from idesluss.words.spoken_forms import month_called

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
PIECES = (
    *("1", "2015", "3 040", "1,2", "12.5", "0", "42309", " ", "-", "–", "/", ".", ",", ":-", "'", "ca", "kr"),
    *("tkr", "mkr", "nov", "november", "våren", "q", "den", ":e", "T10:00", "½", "²", "\u00a0", "å" * 70),
)
TEXTS = st.text(max_size=20) | st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
SV = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober"]
SV_MONTHS = [*SV, "november", "december"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3040 tkr", "3040000"),
        ("ca 1,2 mkr", "1200000"),
        ("3 040 000:-", "3040000"),
        ("3.040.000 kr", "3040000"),
        ("181\u00a0294 kr", "181294"),
        ("181.294 SEK", "181294"),
        ("SEK 400 000", "400000"),
        ("500 kronor", "500"),
        ("ca: 5000", "5000"),
        ("~2 mnkr", "2000000"),
        ("drygt 3 miljoner kronor", "3000000"),
        ("1,5 million", "1500000"),
        ("400kkr", "400000"),
        ("2 milj. kr", "2000000"),
        ("1,5M kr", "1500000"),
        ("100000.-", "100000"),
        ("500 000:00", "500000"),
        ("1,200,000.00 kr", "1200000"),
        ("1 200 000,00", "1200000"),
        ("1'200'000", "1200000"),
        ("0,5 mdkr", "500000000"),
    ],
)
def test_an_amount_is_suggested(written: str, meant: str) -> None:
    """Groups, units and words that say that it is not exact are taken away."""
    assert amounts_meant(written) == (meant,)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("181294,50", ("181294", "181295")),
        ("3–4 mkr", ("3000000", "4000000")),
        ("500 000 - 600 000 kr", ("500000", "600000")),
        ("1.234 mkr", ("1234000", "1234000000")),
        ("1,234 tkr", ("1234", "1234000")),
    ],
)
def test_an_amount_that_may_be_several_is_said_to_be(written: str, meant: tuple[str, ...]) -> None:
    """Öre are not made into kronor, nor is an end of a range chosen."""
    assert amounts_meant(written) == meant


@pytest.mark.parametrize(
    "written", ["12.5", "kr", "-1", "1e3", "en halv miljon", "500 EUR", "10 %", "", "5" * 80]
)
def test_no_amount_is_guessed(written: str) -> None:
    """What is of another unit, or of none that can be told, is left to its writer."""
    assert amounts_meant(written) == ()


@given(
    amount=st.integers(0, MAX_MONEY // 10**6),
    mark=st.sampled_from(["", " ", "\u00a0", "\u202f", ".", ",", "'"]),
    about=st.sampled_from(["", "ca ", "cirka ", "Ungefär ", "about "]),
    unit=st.sampled_from(["", " kr", " kronor", ":-", " SEK", "kr"]),
)
def test_each_amount_is_found_in_each_way(amount: int, mark: str, about: str, unit: str) -> None:
    """Whatever stands between the thousands, and before and after the digits."""
    written = f"{amount:,}".replace(",", mark)
    assert amounts_meant(f"{about}{written}{unit}") == (str(amount),)


@given(tenths=st.integers(1, 99_999), unit=st.sampled_from([(3, "tkr"), (6, "mkr"), (6, "miljoner kronor")]))
def test_units_are_multiplied_exactly(tenths: int, unit: tuple[int, str]) -> None:
    """Decimals too, without what a float would make of them."""
    power, name = unit
    written = f"{tenths // 10},{tenths % 10} {name}"
    assert amounts_meant(written) == (str(tenths * 10 ** (power - 1)),)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1/8 2015", "2015-08-01"),
        ("1/8-2015", "2015-08-01"),
        ("13/8/2015", "2015-08-13"),
        ("1.8.2015", "2015-08-01"),
        ("2016-01-01 00:00:00", "2016-01-01"),
        ("2016-01-01T10:00:00Z", "2016-01-01"),
        ("2016-1-2", "2016-01-02"),
        ("20160102", "2016-01-02"),
        ("nov 2015", "2015-11"),
        ("Nov. 2015", "2015-11"),
        ("sept 2015", "2015-09"),
        ("nov-15", "2015-11"),
        ("2015 nov", "2015-11"),
        ("den 3 november 2015", "2015-11-03"),
        ("3:e november 2015", "2015-11-03"),
        ("November 3, 2015", "2015-11-03"),
        ("3rd of November 2015", "2015-11-03"),
        ("11/2015", "2015-11"),
        ("2015–11–02", "2015-11-02"),
        ("2015-11-02, 10.30", "2015-11-02"),
        ("02-Nov-2015", "2015-11-02"),
        ("2015-nov-02", "2015-11-02"),
        ("Måndag 2 november 2015", "2015-11-02"),
        ("Monday, November 2, 2015", "2015-11-02"),
        ("3/11 -15", "2015-11-03"),
        ("3/11-15", "2015-11-03"),
        ("2015-1", "2015-01"),
    ],
)
def test_a_date_is_suggested(written: str, meant: str) -> None:
    """With digits, names of months in each language, and a time of the day that a spreadsheet adds."""
    assert dates_meant(written) == (meant,)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1/8/2015", ("2015-08-01", "2015-01-08")),
        ("01-08-2015", ("2015-08-01", "2015-01-08")),
        ("15-08-01", ("2015-08-01", "2001-08-15")),
        ("våren 2016", ("2016-03", "2016-04", "2016-05")),
        ("spring 2016", ("2016-03", "2016-04", "2016-05")),
        ("vintern 2016", ("2016-01", "2016-02", "2016-12")),
        ("Q3 2016", ("2016-07", "2016-08", "2016-09")),
        ("2016 kvartal 1", ("2016-01", "2016-02", "2016-03")),
    ],
)
def test_a_date_that_may_be_several_is_said_to_be(written: str, meant: tuple[str, ...]) -> None:
    """Where the order of day and month is not known, or a season has many months."""
    assert dates_meant(written) == meant


@pytest.mark.parametrize(
    "written", ["i höstas", "31 feb 2015", "32/1 2015", "2016", "12 2 nov 2015", "0000-01-01"]
)
def test_no_date_is_guessed(written: str) -> None:
    """A day that the calendar lacks is no other day."""
    assert dates_meant(written) == ()


@given(day=DAYS)
def test_each_day_is_found_in_each_way(day: dt.date) -> None:
    """As Swedes, spreadsheets and programs write it; in two readings only where both are in the calendar."""
    name = SV_MONTHS[day.month - 1]
    for written in (
        f"{day:%Y%m%d}",
        f"{day:%Y/%m/%d}",
        f"{day:%Y.%m.%d}",
        f"{day} 00:00:00",
        f"{day.day}/{day.month} {day.year}",
        f"{day:%d.%m.%Y}",
        f"{day.day} {name} {day.year}",
        f"den {day.day} {name[:3]} {day.year}",
    ):
        assert dates_meant(written) == (str(day),), written
    assert dates_meant(f"{name} {day.year}") == (f"{day:%Y-%m}",)
    turned = dates_meant(f"{day:%d/%m/%Y}")
    assert turned[0] == str(day)
    assert len(turned) == (2 if day.day <= 12 and day.day != day.month else 1)


@given(day=st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)))
def test_a_number_of_a_spreadsheet_is_a_day(day: dt.date) -> None:
    """The first day of 1900 is number 1, and the leap day that it never had is counted."""
    number = (day - dt.date(1900, 1, 1)).days + 2
    assert day_of_number(str(number)) == day_of_number(f"{number}.5") == str(day)
    assert day_of_number("42309") == "2015-11-01"
    assert [day_of_number(other) for other in ("12345", "99999", "4230", "423090", "-42309")] == [None] * 5


@given(written=TEXTS)
def test_what_is_suggested_passes(written: str) -> None:
    """Whatever somebody writes: no crash, and no suggestion that would be refused in its turn."""
    kinds: tuple[tuple[Any, tuple[str, ...]], ...] = (
        (Money, amounts_meant(written)),
        (PartialDate, dates_meant(written)),
    )
    for kind, meant in kinds:
        assert len(set(meant)) == len(meant)
        for value in meant:
            TypeAdapter(kind).validate_python(value)


def test_only_what_the_field_takes_is_suggested() -> None:
    """A field that wants a day is not offered a month, and what is left may be sure."""
    is_day = lambda value: len(value) == len("2015-11-02")  # noqa: E731  # a stand-in for a field
    assert with_meaning("value.date_format", "nov 2015", is_day) == ("value.date_format", {})
    assert with_meaning("value.date_format", "1/8 2015", is_day) == (
        "value.date",
        {"suggestion": "2015-08-01"},
    )
    only = with_meaning("value.date_format", "1/8/2015", lambda value: value == "2015-08-01")
    assert only == ("value.date", {"suggestion": "2015-08-01"})


@pytest.mark.parametrize(
    ("key", "written", "told"),
    [
        ("value.date_format", "42309", "value.date_number"),
        ("value.date_format", "2016", "value.date_year"),
        ("value.date_format", "våren 2016", "value.date_unsure"),
        ("value.date_format", "i höstas", "value.date_format"),
        ("value.money_digits", "42309 tkr", "value.money"),
        ("value.money_digits", "2–3 mkr", "value.money_unsure"),
        ("value.money_digits", "mycket", "value.money_digits"),
    ],
)
def test_each_case_has_words_of_its_own(key: str, written: str, told: str) -> None:
    """A reader sees whether the program is sure."""
    assert key in UNREAD
    assert with_meaning(key, written, lambda _: True)[0] == told


def test_a_year_is_four_digits_of_our_time() -> None:
    """Other numbers are not told as years."""
    assert [written for written in ("2016", "1899", "2200", "20160", "x") if is_year(written)] == ["2016"]


def test_names_of_months_may_be_cut() -> None:
    """After their third letter, as long as one month is meant."""
    assert [month_called(word) for word in ("nov", "Sept.", "maj", "May", "okt", "oct")] == [
        11,
        9,
        5,
        5,
        10,
        10,
    ]
    assert [month_called(word) for word in ("ma", "ju", "januarium", "", "xyz")] == [None] * 5

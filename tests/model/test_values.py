"""Each kind of value takes what it is for and refuses the rest with a key of its own."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from idesluss.model import PartialDate, values
from idesluss.words import LANGUAGES
from idesluss.words.formats import date


def refusal(kind: Any, value: object) -> str:
    """The key with which a value is refused; each in a list after a good one too."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    return str(caught.value.errors()[0]["type"])


def test_a_year_alone_lasts_as_long_as_it_does() -> None:
    """Its first day is the first of January, and its last the last of December."""
    year = TypeAdapter(values.DateOrYear).validate_python("2015")
    assert (str(year), str(year.first_day), str(year.last_day)) == ("2015", "2015-01-01", "2015-12-31")
    assert year < TypeAdapter(values.DateOrYear).validate_python("2016-01")
    assert [date(year, language) for language in LANGUAGES] == ["2015", "2015"]


@pytest.mark.parametrize(
    ("kind", "good", "bad", "key"),
    [
        (PartialDate, "2015-11-02", "2015-11-31", "value.date_day"),
        (PartialDate, "2016-02-29", "2026-02-29", "value.date_day"),
        (PartialDate, "2015-11", "2015-00", "value.date_month"),
        (PartialDate, "1900-01", "1899-12-31", "value.date_month"),
        (PartialDate, "2015-11", "2015", "value.date_format"),
        (PartialDate, "2015-11", "2015-1-2", "value.date_format"),
        (PartialDate, "2015-11", "02/11/2015", "value.date_format"),
        (PartialDate, "2015-11", "2015-11-02T10:00", "value.date_format"),
        (PartialDate, "2015-11", ["2015-11"], "value.not_text"),
        (values.DateOrYear, "2015", "1899", "value.date_format"),
        (values.DateOrYear, "2015-11-02", "2015-11-31", "value.date_day"),
        (values.DateOrYear, "2199", "2015-", "value.date_format"),
        (values.Money, "181294", "181 294", "value.money_digits"),
        (values.Money, "0", "-1", "value.money_digits"),
        (values.Money, "1000000000000", "1000000000001", "value.money_large"),
        (values.Money, "010", "9" * 5000, "value.money_large"),
        (values.Money, "5", "1e3", "value.money_digits"),
        (values.MaybeUrl, "~", ["https://ideer.example.se/"], "value.not_text"),
        (values.MaybeUrl, "https://ideer.example.se/", "none", "value.url"),
        (values.Score, "5", "0", "value.number"),
        (values.Score, "1", "1.5", "value.number"),
        (values.Year, "2026", "26", "value.number"),
        (values.Goal, "17", "18", "value.number"),
        (values.Share, "0", "101", "value.number"),
        (values.Days, "3650", "12:30", "value.number"),
        (values.Flag, "true", "yes", "value.flag"),
        (values.Flag, "false", "True", "value.flag"),
        (values.Slug, "lerums-kommun", "Lerums-kommun", "value.slug"),
        (values.Slug, "a1", "å", "value.slug"),
        (values.Slug, "a" * 80, "a" * 81, "value.slug"),
        (values.Slug, "a-b", "../a", "value.slug"),
        (values.Slug, "a-b", "a--b", "value.slug"),
        (values.Slug, "a-b", "a-b\nc", "value.slug"),
        (values.Key, "study_visit", "study visit", "value.key"),
        (values.Reference, "2015-04564", "2015-04564<b>", "value.reference"),
        (values.Reference, "KS 2026/12:3", "", "value.reference"),
        (values.Mail, "idesluss@lerum.example", "idesluss", "value.mail"),
        (values.Mail, "a@b.se", "a@b.se, c@d.se", "value.mail"),
        (values.Mail, "a@b.se", "a@b.se?subject=x", "value.mail"),
        (values.Url, "https://a.se/å?b=c#d", "javascript:alert(1)", "value.url"),
        (values.Url, "http://a.se", "//a.se", "value.url"),
        (values.Url, "http://a.se:8080/", "http://a.se:99999/", "value.url"),
        (values.Url, "https://a.se/", "https://user:pass@a.se/", "value.url"),
        (values.Url, "https://a.se/", "https://", "value.url"),
        (values.Url, "https://[::1]/", "https://[::1/", "value.url"),
        (values.Url, "https://a.se/", "data:text/html,x", "value.url"),
        (values.Url, "https://a.se/", "https://a.se/\"onload='x", "value.url_characters"),
        (values.Url, "https://a.se/(b)", "https://a.se/a b", "value.url_characters"),
        (values.Url, "https://a.se/", "https://a.se/" + "x" * 500, "value.url_characters"),
        (values.Line, "en rad", "en\tflik", "value.line"),
        (values.Line, "x" * 200, "x" * 201, "too_long"),
        (values.Word, "x", "", "too_short"),
        (values.Passage, "x" * 1000, {"a": "b"}, "value.not_text"),
    ],
)
def test_good_passes_and_bad_is_refused(kind: Any, good: str, bad: object, key: str) -> None:
    """A good value passes, and a bad one after it in the same list is the one refused."""
    TypeAdapter(kind).validate_python(good)
    assert refusal(kind, bad) == key
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(list[kind]).validate_python([good, bad, good])
    assert [error["loc"] for error in caught.value.errors()] == [(1,)]


def test_folded_lines_are_joined() -> None:
    """A text on several lines is one line with spaces."""
    assert values.read_line(" ett\ntvå \n") == "ett två"


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)), st.sampled_from([7, 10]))
def test_dates_come_back_as_written(day: dt.date, length: int) -> None:
    """Reading and writing a date gives the same text, and its days are those of the calendar."""
    text = day.isoformat()[:length]
    read = PartialDate.read(text)
    assert str(read) == text
    assert PartialDate.read(read) == read
    assert read.first_day <= day <= read.last_day
    assert (read.first_day == read.last_day) is (length == 10)


@given(st.lists(st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31)), min_size=2, max_size=6))
def test_dates_sort_by_time(days: list[dt.date]) -> None:
    """Dates stand in the calendar's order."""
    assert [str(d) for d in sorted(PartialDate.read(day.isoformat()) for day in days)] == sorted(
        map(str, days)
    )


@given(st.text(max_size=30) | st.integers() | st.none() | st.lists(st.text(), max_size=2))
def test_no_value_raises_anything_but_a_refusal(value: object) -> None:
    """Whatever stands in a file is taken or refused."""
    for kind in (PartialDate, values.Money, values.Score, values.Url, values.Line, values.Flag, values.Mail):
        try:
            TypeAdapter(kind).validate_python(value)
        except ValidationError:
            continue

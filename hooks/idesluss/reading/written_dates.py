"""Dates as people and spreadsheets write them, `1/8 2015`, and the days or months that they may mean."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from ..model.values import YEARS
from ..words.characters import fold
from ..words.spoken_forms import forms_of, month_called, weekdays

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 60
# Lines that programs and people put for a hyphen.
_DASH = re.compile("[\u2010-\u2015\u2212]")
# The day that spreadsheets count from, and the days from 1990 to 2099, as other numbers are hardly dates.
_DAY_ZERO = dt.date(1899, 12, 30)
_DAY_NUMBERS = range(32874, 73051)
_SEASONS = {
    "written.date.spring": (3, 4, 5),
    "written.date.summer": (6, 7, 8),
    "written.date.autumn": (9, 10, 11),
    "written.date.winter": (1, 2, 12),
}
# A year first, as 2015-8-1, 2015/08/01, 2015.08.01 or 20150801; a time of the day after it is nothing here.
_YEAR_FIRST = re.compile(
    r"(?P<y>[0-9]{4})(?:(?P<mark>[-/. ])(?P<m>[0-9]{1,2})(?P=mark)(?P<d>[0-9]{1,2})"
    r"|(?P<mm>[0-9]{2})(?P<dd>[0-9]{2}))(?:[t ,]+[0-9]{1,2}(?:[:.][0-9].*)?)?"
)
# A day and a month before a year: 1/8 2015 and 1.8.2015 are read in one way, 1/8/2015 and 1-8-2015 in two.
_DAY_FIRST = re.compile(
    r"(?P<d>[0-9]{1,2})(?P<mark>[-/.]) ?(?P<m>[0-9]{1,2})(?P<last>[-/. ] ?)(?P<y>[0-9]{4})"
)
# A year of two digits, which may stand first or last.
_SHORT_YEAR = re.compile(r"(?P<a>[0-9]{2})[-/.]?(?P<m>[0-9]{2})[-/.]?(?P<b>[0-9]{2})")
# A month in digits, on either side of its year: 11/2015, 2015-11, 201511.
_MONTH_AND_YEAR = re.compile(r"(?P<m>[0-9]{1,2}) ?[-/.] ?(?P<y>[0-9]{4})")
# The same, the other way round.
_YEAR_AND_MONTH = re.compile(r"(?P<y>[0-9]{4}) ?[-/. ]? ?(?P<m>[0-9]{1,2})")
# As Swedes write it with a short year: 1/8 -15 and 1/8-15.
_SWEDISH_SHORT = re.compile(r"(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2}) ?[-' ] ?(?P<y>[0-9]{2})")
# Words and numbers: 3 november 2015, nov 2015, November 3, 2015, våren 2016, Q3 2016.
_PARTS = re.compile(r"[0-9]+|[^\W\d_]+\.?|:[^\W\d_]+")
# As spreadsheets show a month: nov-15.
_MONTH_OF_SHORT_YEAR = re.compile(r"(?P<word>[^\W\d_]{3,})\.?[-' ]{1,2}(?P<year>[0-9]{2})")
# Five digits, and the time of the day as a part of it.
_DAY_NUMBER = re.compile(r"([0-9]{5})(?:\.[0-9]+)?")
# Four digits and no more.
_YEAR = re.compile(r"[0-9]{4}")


def dates_meant(written: str) -> tuple[str, ...]:
    """The day or month that was meant, as it is written here; several where it may be any of them."""
    text = _DASH.sub("-", fold(written))
    if len(text) > _LONGEST:
        return ()
    for read in (_year_first, _day_first, _numbers_alone, _in_words):
        dates = tuple(dict.fromkeys(read(text)))
        if dates:
            return dates
    return ()


def day_of_number(written: str) -> str | None:
    """The day of a spreadsheet's number, such as 42309."""
    match = _DAY_NUMBER.fullmatch(written.strip())
    number = int(match[1]) if match else 0
    return str(_DAY_ZERO + dt.timedelta(number)) if number in _DAY_NUMBERS else None


def is_year(written: str) -> bool:
    """Whether it is a year and nothing else."""
    return bool(_YEAR.fullmatch(written.strip())) and int(written) in YEARS


def _year_first(text: str) -> Iterator[str]:
    match = _YEAR_FIRST.fullmatch(text)
    if match:
        yield from _day(match["y"], match["m"] or match["mm"], match["d"] or match["dd"])


def _day_first(text: str) -> Iterator[str]:
    match = _DAY_FIRST.fullmatch(text)
    if match:
        yield from _day(match["y"], match["m"], match["d"])
        if match["mark"] == match["last"].strip() != ".":
            yield from _day(match["y"], match["d"], match["m"])


def _numbers_alone(text: str) -> Iterator[str]:
    for pattern in (_YEAR_AND_MONTH, _MONTH_AND_YEAR):
        match = pattern.fullmatch(text)
        if match:
            yield from _month(match["y"], int(match["m"]))
    swedish = _SWEDISH_SHORT.fullmatch(text)
    if swedish:
        yield from _day(f"20{swedish['y']}", swedish["m"], swedish["d"])
    match = _SHORT_YEAR.fullmatch(text)
    if match:
        yield from _day(f"20{match['a']}", match["m"], match["b"])
        yield from _day(f"20{match['b']}", match["m"], match["a"])


def _in_words(text: str) -> Iterator[str]:
    """With the name of a month, of a season or of a quarter, and a year; of numbers the rest is a day."""
    cut = _MONTH_OF_SHORT_YEAR.fullmatch(text)
    parts = [cut["word"], f"20{cut['year']}"] if cut else _PARTS.findall(text)
    years = [part for part in parts if _YEAR.fullmatch(part)]
    words = " ".join(part for part in parts if not part[0].isdigit()).split()
    numbers = [part for part in parts if part.isdigit() and part not in years]
    if len(years) != 1 or len(numbers) > 1:
        return
    day = numbers[0] if numbers else ""
    yield from _named_month(years[0], [word for word in words if word not in _beside(day)], day)
    yield from _part_of_year(years[0], " ".join(words), day)


def _beside(day: str) -> frozenset[str]:
    """Words that stand round a day's number and say nothing."""
    words = forms_of("written.date.day") | forms_of("written.date.ordinal") | weekdays()
    return words if day else frozenset()


def _named_month(year: str, words: list[str], day: str) -> Iterator[str]:
    month = month_called(words[0]) if len(words) == 1 else None
    if month:
        yield from _day(year, str(month), day) if day else _month(year, month)


def _part_of_year(year: str, words: str, number: str) -> Iterator[str]:
    months: tuple[int, ...] = ()
    if number in {"1", "2", "3", "4"} and words in forms_of("written.date.quarter"):
        months = tuple(range(int(number) * 3 - 2, int(number) * 3 + 1))
    elif not number:
        months = next((season for key, season in _SEASONS.items() if words in forms_of(key)), ())
    for month in months:
        yield from _month(year, month)


def _day(year: str, month: str, day: str) -> Iterator[str]:
    try:
        date = dt.date(int(year), int(month), int(day))
    except ValueError:
        return
    if date.year in YEARS:
        yield str(date)


def _month(year: str, month: int) -> Iterator[str]:
    for first in _day(year, str(month), "1"):
        yield first[:7]

"""Dates in cells, however a spreadsheet or a person has written them, as they are written here."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..model.values import YEARS, PartialDate
from ..reading.written_dates import dates_meant, day_of_number, is_year
from .sheet import cell_text

if TYPE_CHECKING:
    from .import_map import Order
    from .sheet import Scalar

# A year that a program took for a number: 2021.0.
_YEAR_AS_NUMBER = re.compile(r"^([0-9]{4})\.0+$")
# The time of the day, after a space or a T.
_TIME = re.compile(
    r"[ T]+[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:[.,][0-9]+)?)?(?: ?[AaPp][Mm])?(?:Z|[+-][0-9:]+)?$"
)
# Day or month first, the same sign twice.
_TWO_WAYS = re.compile(r"([0-9]{1,2})([-/])([0-9]{1,2})\2([0-9]{4})")
# A short year after a day and a month, as 31/12/24.
_SHORT = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{2})")

# The same with the month's name, as 12-Mar-24.
_SHORT_NAMED = re.compile(r"([0-9]{1,2})[-/. ]+([^\W\d_]{3,})\.?[-/. ']+([0-9]{2})")
# As in China and Japan, perhaps without a day.
_EASTERN = re.compile(r"([0-9]{4})年([0-9]{1,2})月(?:([0-9]{1,2})日)?")
# The word between day, month and year in Spanish and Portuguese.
_PREPOSITION = re.compile(r" de ", re.IGNORECASE)

Unread = Literal["date", "date_impossible", "date_unsure"]


class CellDate(NamedTuple):
    """The date as it is written here, or why there is none."""

    date: str = ""
    unread: Unread | None = None


def read_cell_date(cell: Scalar, order: Order | None) -> CellDate:
    """The day, month or year that a cell tells; `order` where numbers may be read in two ways."""
    if isinstance(cell, dt.date):
        return CellDate(str(cell)[:10]) if cell.year in YEARS else CellDate(unread="date_impossible")
    text = cell_text(cell).strip()
    text = _YEAR_AS_NUMBER.sub(r"\1", _TIME.sub("", text))
    if is_year(text):
        return CellDate(text)
    day = day_of_number(text)
    if day:
        return CellDate(day)
    try:
        return CellDate(str(PartialDate.read(text)))
    except ValueError:
        return _written(text, order)


def _written(text: str, order: Order | None) -> CellDate:
    text = _in_usual_form(text)
    meant = dates_meant(text)
    if len(meant) == 1:
        return CellDate(meant[0])
    parts = _TWO_WAYS.fullmatch(text)
    if meant and parts and order:
        first, second = (parts[3], parts[1]) if order == "day_first" else (parts[1], parts[3])
        wanted = f"{parts[4]}-{int(first):02}-{int(second):02}"
        return CellDate(wanted) if wanted in meant else CellDate(unread="date_impossible")
    if meant and parts:
        return CellDate(unread="date_unsure")
    return CellDate(unread="date_impossible" if _is_like_a_date(text) else "date")


def _in_usual_form(text: str) -> str:
    """The date with its whole year and without what people put about it."""
    text = _PREPOSITION.sub(" ", text.rstrip("."))
    if short := _SHORT.fullmatch(text):
        return f"{short[1]}{short[2]}{short[3]}{short[2]}20{short[4]}"
    if named := _SHORT_NAMED.fullmatch(text):
        return f"{named[1]} {named[2]} 20{named[3]}"
    if eastern := _EASTERN.fullmatch(text):
        return "-".join(part for part in eastern.groups() if part)
    return text


def _is_like_a_date(text: str) -> bool:
    """Whether it is written as a date, of a day that there is not."""
    numbers = [int(number) for number in re.findall(r"[0-9]+", text)]
    return len(numbers) == 3 and any(number in YEARS for number in numbers)  # noqa: PLR2004  # day, month, year


def order_of(cells: list[str]) -> Order | None:
    """Which comes first in a column, where a number above twelve tells."""
    pairs = [
        (int(m[1]), int(m[3])) for cell in cells if (m := _TWO_WAYS.fullmatch(_TIME.sub("", cell.strip())))
    ]
    day, month = any(first > 12 for first, _ in pairs), any(second > 12 for _, second in pairs)  # noqa: PLR2004
    return None if day == month else "day_first" if day else "month_first"

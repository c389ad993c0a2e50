"""Dates, money and numbers as each language writes them."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from math import floor
from typing import TYPE_CHECKING, Protocol

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from .tables import locale, template

if TYPE_CHECKING:
    import datetime as dt

    from .language import Language


class Dated(Hashable, Protocol):
    """A day, or a month or a year of which no more is known."""

    @property
    def month(self) -> int | None: ...
    @property
    def day(self) -> int | None: ...
    @property
    def first_day(self) -> dt.date: ...


@lru_cache(maxsize=8192)
def day(date: dt.date, language: Language) -> str:
    """`2 november 2015`."""
    return format_date(date, "d MMMM y", locale=locale(language))


@lru_cache(maxsize=8192)
def date(partial: Dated, language: Language) -> str:
    """`2 november 2015`, or `november 2015` or `2015` where no more is known."""
    if partial.day:
        return day(partial.first_day, language)
    if not partial.month:
        return format_date(partial.first_day, "y", locale=locale(language))
    return format_date(partial.first_day, "LLLL y", locale=locale(language))


@lru_cache(maxsize=256)
def foreign_language(code: str, language: Language) -> str:
    """What a language is called that nothing is said in here; its code where nobody knows."""
    return str(Locale.parse(locale(language)).languages.get(code.partition("-")[0], code))


def period(start: Dated | None, end: Dated | None, language: Language) -> str:
    """`november 2015 – augusti 2016`; an unknown end is left open."""
    return f"{date(start, language) if start else ''} – {date(end, language) if end else ''}".strip()


@lru_cache(maxsize=8192)
def money(amount: int, language: Language) -> str:
    """Whole kronor: `181 294 kr`, `SEK 181,294`."""
    pattern = str(template("language.money", language))
    return format_currency(amount, "SEK", pattern, locale=locale(language), currency_digits=False)


@lru_cache(maxsize=8192)
def number(value: int, language: Language) -> str:
    """`181 294` with a space that holds it together, or `181,294`."""
    return format_decimal(value, locale=locale(language))


def size(count: int, language: Language) -> str:
    """How large a file of so many bytes is: `4,6 MB`, `85 kB`."""
    million = 1_000_000
    words = f"{decimal(count / million, language)} MB" if count >= million else f"{max(1, count // 1000)} kB"
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def decimal(value: float, language: Language) -> str:
    """A number with one decimal, or none where it is whole: `4,5`, `4.5`, `4`."""
    return format_decimal(value, "#,##0.#", locale=locale(language))


def ratio(value: float, language: Language) -> str:
    """A contrast with at most two decimals, never rounded up to what it does not reach: `4,49`."""
    return format_decimal(floor(value * 100) / 100, "0.##", locale=locale(language))


@lru_cache(maxsize=1024)
def month(date: dt.date, language: Language, form: str = "LLL") -> str:
    """A month's short name without a full stop, or a date in another of CLDR's forms."""
    return format_date(date, form, locale=locale(language)).replace(".", "")

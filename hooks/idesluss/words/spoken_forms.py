"""Words that people write in amounts and dates, of all languages together."""

from __future__ import annotations

from functools import cache

from babel.dates import get_day_names, get_month_names

from .language import LANGUAGES
from .tables import locale, template

_SHORTEST_MONTH = 3


@cache
def forms_of(key: str) -> frozenset[str]:
    """What is written for one thing, in any language, small letters; `key` is one of `written`."""
    written = (str(template(key, language)) for language in LANGUAGES)
    return frozenset(form for forms in written for form in forms.casefold().split("|"))


def month_called(word: str) -> int | None:
    """The month of this name in any language, which may be cut after its third letter: `nov`, `sept.`."""
    begun = word.casefold().removesuffix(".")
    if len(begun) < _SHORTEST_MONTH:
        return None
    numbers = {number for name, number in _months() if name.startswith(begun)}
    return numbers.pop() if len(numbers) == 1 else None


@cache
def weekdays() -> frozenset[str]:
    """The name of each day of the week in any language, small letters."""
    names = (get_day_names("wide", "format", locale(language)) for language in LANGUAGES)
    return frozenset(str(name).casefold() for of_language in names for name in of_language.values())


@cache
def _months() -> tuple[tuple[str, int], ...]:
    """Every name of a month, with its number."""
    names = (get_month_names("wide", "format", locale(language)) for language in LANGUAGES)
    return tuple(
        (str(name).casefold(), number) for of_language in names for number, name in of_language.items()
    )

"""Words that people write in amounts and dates, of all languages together."""

from __future__ import annotations

from functools import cache

from babel.dates import get_day_names, get_month_names

from .language import LANGUAGES
from .tables import locale, template

_SHORTEST_MONTH = 3
# Languages that sheets come in: their months are known by whole names, and by CLDR's abbreviations.
_NEIGHBOURS = ("nb", "nn", "da", "de", "fi", "is", "nl", "fr", "es", "it", "pt", "pl", "et")


@cache
def forms_of(key: str) -> frozenset[str]:
    """What is written for one thing, in any language, small letters; `key` is one of `written`."""
    written = (str(template(key, language)) for language in LANGUAGES)
    return frozenset(form for forms in written for form in forms.casefold().split("|"))


def month_called(word: str) -> int | None:
    """The month of this name in any language, which may be cut after its third letter: `nov`, `sept.`.

    Names in other languages of Europe are known as they are written whole or for short.
    """
    begun = word.casefold().removesuffix(".")
    if len(begun) < _SHORTEST_MONTH:
        return None
    numbers = {number for name, number in _months() if name.startswith(begun)}
    return numbers.pop() if len(numbers) == 1 else _months_elsewhere().get(begun)


@cache
def _months_elsewhere() -> dict[str, int]:
    """Names of months in the neighbours' languages, but those that are of different months."""
    numbers: dict[str, set[int]] = {}
    for code in _NEIGHBOURS:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, "format", code).items():
                numbers.setdefault(str(name).casefold().removesuffix("."), set()).add(number)
    return {name: of_name.pop() for name, of_name in numbers.items() if len(of_name) == 1}


@cache
def weekdays() -> frozenset[str]:
    """The name of each day of the week, whole or for short, here and in the neighbours' languages.

    None that a month has too, as `mar` in Spanish.
    """
    codes = [*map(locale, LANGUAGES), *_NEIGHBOURS]
    names = (
        get_day_names(width, "format", code).values() for code in codes for width in ("wide", "abbreviated")
    )
    words = {str(name).casefold().removesuffix(".") for of_code in names for name in of_code}
    return frozenset(word for word in words if not month_called(word))


@cache
def _months() -> tuple[tuple[str, int], ...]:
    """Every name of a month, with its number."""
    names = (get_month_names("wide", "format", locale(language)) for language in LANGUAGES)
    return tuple(
        (str(name).casefold(), number) for of_language in names for number, name in of_language.items()
    )

"""Values that somebody else wrote, made such as can be shown: plain text of some length, web addresses."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urljoin

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from ..model.values import LONGEST_SLUG, SLUG, read_url
from ..words.characters import composed, hidden_characters

_KEY = re.compile(r"[A-Za-z0-9_-]{1,80}")
# A code of ISO 639, perhaps with a region or a script: sv, en-GB.
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")
_YEARS = range(1900, 2200)


def plain_line(value: object, longest: int) -> str:
    """One line without characters that cannot be seen, cut between two words; nothing of what is no text."""
    if not isinstance(value, str):
        return ""
    text = value[: longest * 4]  # as far as it can matter: what is longer is not worth looking through
    hidden = {at for at, _ in hidden_characters(text)}
    if hidden:
        text = "".join(" " if at in hidden else sign for at, sign in enumerate(text))
    line = " ".join(composed(text).split())
    if len(line) <= longest:
        return line
    cut = line[: longest - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def web_address(value: object, base: str = "") -> str:
    """An address with http or https, full where it stands below `base`; empty where it is no such."""
    if not isinstance(value, str) or not value.strip():
        return ""
    try:
        address = read_url(urljoin(base, value.strip()) if base else value)
    except (PydanticCustomError, ValueError):
        return ""
    return "" if next(hidden_characters(address), None) else address


def known_slug(value: object) -> str:
    """A name that an address can hold; empty where it is none."""
    fits = isinstance(value, str) and len(value) <= LONGEST_SLUG and re.fullmatch(SLUG, value)
    return str(value) if fits else ""


def known_key(value: object) -> str:
    """A key of a vocabulary, also one written as a number; empty where it is none."""
    text = str(value) if isinstance(value, str | int) else ""
    return text if _KEY.fullmatch(text) else ""


def language_code(value: object) -> str:
    """The code of a language, whether we speak it or not; empty where it is none."""
    return value if isinstance(value, str) and _LANGUAGE.fullmatch(value) else ""


def calendar_year(value: object) -> int | None:
    """The year that a date or a number begins with; None where it is none."""
    match = re.match(r"[0-9]{4}", str(value)) if isinstance(value, str | int) else None
    return int(match[0]) if match and int(match[0]) in _YEARS else None


def _line(longest: int) -> Any:
    return BeforeValidator(lambda value: plain_line(value, longest))


# Longer than the fields of our own, so that hardly anything is cut that another version allows.
NAME, TITLE, SENTENCE, SUMMARY, TEXT = 120, 200, 400, 1000, 2000
Name = Annotated[str, _line(NAME)]
Title = Annotated[str, _line(TITLE)]
Sentence = Annotated[str, _line(SENTENCE)]
Summary = Annotated[str, _line(SUMMARY)]
HarvestedText = Annotated[str, _line(TEXT)]
WebAddress = Annotated[str, BeforeValidator(web_address)]
KnownKey = Annotated[str, BeforeValidator(known_key)]
KnownSlug = Annotated[str, BeforeValidator(known_slug)]
CalendarYear = Annotated[int | None, BeforeValidator(calendar_year)]


def read_spoken(value: object, longest: int) -> dict[str, str]:
    """Words by the language that they are in; what is no such is left out."""
    if not isinstance(value, dict):
        return {}
    pairs = ((language_code(code), plain_line(words, longest)) for code, words in [*value.items()][:10])
    return {code: words for code, words in pairs if code and words}


SpokenName = Annotated[dict[str, str], BeforeValidator(lambda value: read_spoken(value, NAME))]

"""The kinds of value a field can hold. Each is read from text and refuses in words of its own.

A refusal is a `PydanticCustomError` whose type is the key of a problem text.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from functools import total_ordering
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple
from urllib.parse import urlsplit

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ..words import LANGUAGES
from ..words.placeholders import has_letters

if TYPE_CHECKING:
    LanguageCode = str
else:
    LanguageCode = Literal[LANGUAGES]

# Words joined by single hyphens, as a folder's name stands in an address.
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
LONGEST_SLUG = 80
# Years of three centuries: ideas are older than the catalogue, and it is to last.
YEAR_FOLDER = r"(?:19|20|21)[0-9]{2}"
MAX_MONEY = 10**12
MAX_URL = 500
MONTHS = range(1, 13)
YEARS = range(1900, 2200)
GOALS = range(1, 18)
# Year and month, and a day where it is known; PartialDate sees whether the calendar has it.
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_YEAR = re.compile(r"[0-9]{4}")
_NUMBER = re.compile(r"[0-9]+")
_DIGITS = 20  # more than any number here needs; Python refuses to read thousands of them
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class Term(NamedTuple):
    """Marks a field whose value must be a key of this vocabulary in catalogue.yml."""

    vocabulary: str


def refusal(key: str, **values: object) -> PydanticCustomError:
    """An error whose words are the problem text `value.<key>`, filled in with the values."""
    return PydanticCustomError(f"value.{key}", "refused", values)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise refusal("not_text")
    return value.strip()


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, `2015-11-02`, or a month whose day is not known, `2015-11`; of work elsewhere perhaps a year."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def read(cls, value: object) -> PartialDate:
        """Read ISO text; refuses other formats and days that the calendar lacks."""
        if isinstance(value, PartialDate):
            return value
        text = _text(value)
        match = _DATE.fullmatch(text)
        if not match:
            raise refusal("date_format", given=text)
        year, month = int(match[1]), int(match[2])
        if month not in MONTHS or year not in YEARS:
            raise refusal("date_month", given=text, month=match[2])
        last = monthrange(year, month)[1]
        if match[3] and not 1 <= int(match[3]) <= last:
            raise refusal("date_day", given=text, last=f"{year}-{month:02}-{last:02}")
        return cls(year, month, int(match[3]) if match[3] else None)

    @property
    def first_day(self) -> dt.date:
        """The day itself, or the first of the month or year."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """The day itself, or the last of the month or year."""
        month = self.month or MONTHS[-1]
        return dt.date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __lt__(self, other: PartialDate) -> bool:
        return (self.first_day, self.last_day) < (other.first_day, other.last_day)

    def __str__(self) -> str:
        if self.day:
            return f"{self.year}-{self.month:02}-{self.day:02}"
        return f"{self.year}-{self.month:02}" if self.month else str(self.year)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\d{4}-\d{2}(-\d{2})?$"}


def read_date_or_year(value: object) -> PartialDate:
    """As `PartialDate.read`, and a year alone where that is all that a source tells."""
    if isinstance(value, str) and _YEAR.fullmatch(value.strip()) and int(value) in YEARS:
        return PartialDate(int(value))
    return PartialDate.read(value)


def read_whole_date(value: object) -> PartialDate:
    """A date whose day is known."""
    date = PartialDate.read(value)
    if date.day is None:
        raise refusal("day", given=str(date))
    return date


def _whole(digits: str) -> int:
    """The number that the digits say; a very large one where they are very many."""
    return int(digits.lstrip("0")[:_DIGITS] or "0")


def read_money(value: object) -> int:
    """Whole Swedish kronor, 0 to 10¹², digits only."""
    if isinstance(value, int):
        return value
    text = _text(value)
    if not _NUMBER.fullmatch(text):
        raise refusal("money_digits", given=text)
    if _whole(text) > MAX_MONEY:
        raise refusal("money_large", given=text)
    return int(text)


@dataclass(frozen=True, slots=True)
class NumberReader:
    """Reads a whole number from `low` to `high`."""

    low: int
    high: int

    def __call__(self, value: object) -> int:
        if isinstance(value, int):
            return value
        text = _text(value)
        if not _NUMBER.fullmatch(text) or not self.low <= _whole(text) <= self.high:
            raise refusal("number", given=text, low=str(self.low), high=str(self.high))
        return int(text)


@dataclass(frozen=True, slots=True)
class PatternReader:
    """Reads text that a regular expression fits from end to end; `key` is the refusal's."""

    pattern: str
    key: str
    longest: int

    def __call__(self, value: object) -> str:
        text = _text(value)
        if not re.fullmatch(self.pattern, text) or len(text) > self.longest:
            raise refusal(self.key, given=text)
        return text


def read_url(value: object) -> str:
    """An address on the web with http or https, a host, and no user name in it; ≤ 500 characters."""
    text = _text(value)
    try:
        parts = urlsplit(text)
        has_host = bool(parts.hostname) and parts.username is None and (parts.port or 1) > 0
    except ValueError:
        has_host = False
    if not has_host or parts.scheme not in {"http", "https"}:
        raise refusal("url", given=text)
    if re.search(r"[\s<>\"'`\\{}|^]", text) or len(text) > MAX_URL:
        raise refusal("url_characters", given=text)
    return text


def read_secure_url(value: object) -> str:
    """An address on the web that begins with https."""
    text = read_url(value)
    if not text.startswith("https:"):
        raise refusal("https", given=text, suggestion=text.replace("http:", "https:", 1))
    return text


def read_maybe_url(value: object) -> str | None:
    """An address, or none: YAML's words for no value mean that here, as no address is written so."""
    return None if value in (None, "", "null", "~") else read_url(value)


def read_line(value: object) -> str:
    """One line of text; folded lines of YAML are joined, control characters refused."""
    text = " ".join(_text(value).split("\n"))
    if _CONTROL.search(text):
        raise refusal("line")
    if text and not has_letters(text):
        raise refusal("placeholder", given=text)
    return text


def read_flag(value: object) -> bool:
    """`true` or `false`, as words or as YAML has read them; refuses every other word for yes and no."""
    if isinstance(value, bool):
        return value
    text = _text(value)
    if text not in {"true", "false"}:
        raise refusal("flag", given=text)
    return text == "true"


def _within(low: int, high: int) -> BeforeValidator:
    return BeforeValidator(NumberReader(low, high))


def _like(pattern: str, key: str, longest: int) -> BeforeValidator:
    return BeforeValidator(PatternReader(pattern, key, longest))


Day = Annotated[PartialDate, PlainValidator(read_whole_date)]
DateOrYear = Annotated[PartialDate, PlainValidator(read_date_or_year)]
Money = Annotated[int, BeforeValidator(read_money)]
Score = Annotated[int, _within(1, 5)]
Days = Annotated[int, _within(1, 3650)]
Share = Annotated[int, _within(0, 100)]
Year = Annotated[int, _within(1900, 2199)]
Count = Annotated[int, _within(1, 20)]
Goal = Annotated[int, _within(GOALS[0], GOALS[-1])]
Flag = Annotated[bool, BeforeValidator(read_flag)]
Slug = Annotated[str, _like(SLUG, "slug", LONGEST_SLUG)]
# A folder's name, and before it the folder of another year where it lay in that.
FormerName = Annotated[str, _like(rf"(?:{YEAR_FOLDER}/)?{SLUG}", "former_name", len("2000/") + LONGEST_SLUG)]
# Also capitals and low lines, since keys of the process are like `G1` and `in_place`.
Key = Annotated[str, _like(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*", "key", 80)]
# As funders write them: `2015-04564`, `N 2021/03044`, `KS 15:1/2`.
Reference = Annotated[str, _like(r"[0-9A-ZÅÄÖa-zåäö]+(?:[ ./:-][0-9A-ZÅÄÖa-zåäö]+)*", "reference", 40)]
Url = Annotated[str, BeforeValidator(read_url)]
SecureUrl = Annotated[str, BeforeValidator(read_secure_url)]
MaybeUrl = Annotated[str | None, BeforeValidator(read_maybe_url)]
# Narrower than the standard, of which mailboxes use little; the form reads it in the browser as well.
MAIL = r"[^\s@<>\"]{1,64}@[a-z0-9.-]+\.[a-z]{2,}"
Mail = Annotated[str, _like(MAIL, "mail", 120)]
# A domain of the site's own, as hosts write it: names of at least two parts, in lower case.
Domain = Annotated[
    str, _like(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])", "domain", 253)
]
# Red, green and blue, two hexadecimal digits each.
Colour = Annotated[str, _like(r"#[0-9A-Fa-f]{6}", "colour", 7)]
# A picture in the catalogue's folder for it, under a name that is the same on every file system.
LOGO = r"brand/[a-z0-9][a-z0-9_-]{0,79}\.(?:svg|png)"
LogoPath = Annotated[str, _like(LOGO, "logo", 100)]
# Names that are the same on every file system; not one that a command would take for an option.
PICTURE = r"(?!-)[a-z0-9_-]{1,80}\.(?:png|jpg|jpeg|webp|gif)"
PictureName = Annotated[str, _like(PICTURE, "picture", 85)]
# An account, or an organisation and a team.
Handle = Annotated[str, _like(r"@[A-Za-z0-9-]+(?:/[A-Za-z0-9._-]+)?", "handle", 100)]
Word = Annotated[str, BeforeValidator(read_line), StringConstraints(min_length=1, max_length=80)]
Line = Annotated[str, BeforeValidator(read_line), StringConstraints(min_length=1, max_length=200)]
Passage = Annotated[str, BeforeValidator(read_line), StringConstraints(min_length=1, max_length=1000)]

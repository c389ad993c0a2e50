"""Personal identity numbers and mobile numbers, in a text as its reader sees it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from stdnum import luhn

if TYPE_CHECKING:
    from collections.abc import Iterator

OLDEST = 1890
COORDINATION = 60  # is added to the day of a coordination number
LETTERS = "TRSUWXJKLMN"  # one of them stands for the first digit of the serial in an interim number
_NUMBER, _SERIAL = 10, 4
_NEAR = 64

# A text is looked at closely only if ten digits stand together once these bytes are taken away, or a
# digit stands beside something that a browser would read as another character or as none.
_BETWEEN = bytes([*b" -+*_~`\\\t\n&#;%()./", *range(0x80, 0xC3), 0xE2])
_SWEDISH = 0xC3  # the first byte of å, ä and ö
_RUNS = b"0" * _NUMBER, b"000000T000"
# A digit, few signs, and then what a browser or a parser would read as another sign or as none.
_CODED = re.compile(r"[0-9][^0-9A-Za-z<&%\\]{0,6}(?:<|&[#A-Za-z]|%[0-9A-Fa-f]{2}|\\[xuU])")


def _byte_class(byte: int) -> int:
    # A lead byte that is in neither Swedish letters nor dashes may begin a digit of another script.
    is_digit = chr(byte) in "0123456789" or byte > _SWEDISH
    return ord("0" if is_digit else "T" if chr(byte).upper() in LETTERS else " ")


_CLASSES = bytes(_byte_class(byte) for byte in range(256))

_FIRST = r"[0-9](?<![0-9]{2})"
_ALONE = r"[0-9](?<![0-9]{2})(?<![0-9] .)"
_GAP = r"(?: {0,2}[-+]{1,3} {0,2}(?:\n {0,8})?| {0,2})"
_SIGN = f"[0-9{LETTERS}]"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        # 000405-9937, 20000405+9937, 000405 9937, 0004059937
        rf"{_FIRST}(?:[0-9]{{2}})?[0-9][01][0-9][0-9]{{2}}{_GAP}{_SIGN}[0-9]{{3}}(?![0-9]|-[0-9a-f]{{4}}-)",
        # 2000-04-05-9937
        rf"{_FIRST}(?<![0-9]-.)(?:[0-9]{{2}})?[0-9]-[01][0-9]-[0-9]{{2}}[-+]{_SIGN}[0-9]{{3}}(?!-?[0-9])",
        # 20 000405 - 9937, 2000 04 05 9937, 2 0 0 0 0 4 0 5 9 9 3 7
        rf"{_ALONE}(?: ?[0-9]){{7}} ?[-+]? ?{_SIGN}(?: ?[0-9]){{3}}(?! ?[0-9])",
        # 00 04 05 - 9937; without a sign between, only 00 04 05 9937 and 0 0 0 4 0 5 9 9 3 7
        rf"{_ALONE}(?: ?[0-9]){{5}} ?[-+] ?{_SIGN}(?: ?[0-9]){{3}}(?! ?[0-9])",
        rf"{_ALONE}[0-9] [01][0-9] [0-9]{{2}} {_SIGN}[0-9]{{3}}(?! ?[0-9])",
        rf"{_ALONE}(?: [0-9]){{5}} {_SIGN}(?: [0-9]){{3}}(?! ?[0-9])",
    )
)
# Words before digits that say what else the digits are: a case, a telephone, an account, a book.
_OTHER_BEFORE = re.compile(
    r"\b(?:(?:dnr|diarie|ärende|referen[cs]|tele?(?:f|ph)|tfn|phone|mobil|växel|fax|ring|bankgiro|plusgiro"
    r"|faktur|invoice|projektn|order|serie)\w*|tele?|bg|pg|ocr|konto|account|isbn|gln|gtin|ean)"
    r"[^\w\n]{0,6}(?:nr|nummer|no|number)?[^\w\n]{0,6}$",
    re.IGNORECASE,
)
# Digits followed by a currency are an amount.
_OTHER_AFTER = re.compile(r" ?(?:kr|sek|kronor)\b", re.IGNORECASE)
# A Swedish mobile number, national or with the country code, grouped as people do; not within a longer one.
_MOBILE = re.compile(
    r"[+0](?<![0-9A-Za-z].)(?<![0-9][.,].)(?<![0-9]{4}[ -].)"
    r"(?:(?:(?<=\+)|0) ?46[ -]?(?:\(0\)|0)?[ -]?|(?<=0))"
    r"7 ?[02369](?:[ ./()-]{0,3}[0-9]){7}(?![0-9A-Za-z])"
)


def may_hold_numbers(text: str, content: bytes) -> bool:
    """Whether it is worth looking; `content` is the text in UTF-8."""
    classes = content.translate(_CLASSES, _BETWEEN)
    if any(run in classes for run in _RUNS):
        return True
    return any(sign in content for sign in b"<&%\\") and _CODED.search(text) is not None


def number_spans(text: str, today: dt.date) -> Iterator[tuple[int, int]]:
    """Where personal, coordination and interim numbers begin and end."""
    for shape in _SHAPES:
        for match in shape.finditer(text):
            if _is_somebodys(match[0], today) and not _is_of_something_else(match):
                yield match.span()


def mobile_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where Swedish mobile numbers begin and end."""
    return (match.span() for match in _MOBILE.finditer(text))


def _is_somebodys(number: str, today: dt.date) -> bool:
    signs = "".join(sign for sign in number if sign.isalnum())
    century, date, serial = signs[:-_NUMBER], signs[-_NUMBER:-_SERIAL], signs[-_SERIAL:]
    day = int(date[4:])
    day -= COORDINATION if day > COORDINATION else 0
    years = [int(hundreds + date[:2]) for hundreds in ([century] if century else ["18", "19", "20"])]
    if not any(_is_birthday(year, int(date[2:4]), day, today) for year in years):
        return False
    counted = serial if serial[0].isdecimal() else f"1{serial[1:]}"
    return counted[:3] != "000" and bool(luhn.is_valid(date + counted))


def _is_birthday(year: int, month: int, day: int, today: dt.date) -> bool:
    try:
        return year >= OLDEST and dt.date(year, month, day) <= today
    except ValueError:
        return False


def _is_of_something_else(match: re.Match[str]) -> bool:
    """Whether digits without a sign are part of a code or decimal, or their neighbours say what they are."""
    if "-" in match[0] or "+" in match[0]:
        return False
    start, end = match.span()
    before, after = match.string[max(0, start - _NEAR) : start], match.string[end : end + _NEAR]
    if _is_within_code(before, after) or re.search(r"[0-9][.,]$", before) or re.match(r"[.,][0-9]", after):
        return True
    is_short = sum(sign.isalnum() for sign in match[0]) == _NUMBER
    return is_short and bool(_OTHER_BEFORE.search(before) or _OTHER_AFTER.match(after))


def _is_within_code(before: str, after: str) -> bool:
    joined = "".join(re.findall(r"[0-9A-Za-z]+$", before) + re.findall(r"^[0-9A-Za-z]+", after))
    return bool(re.search("[0-9]", joined) or re.fullmatch("[A-Fa-f]+", joined))

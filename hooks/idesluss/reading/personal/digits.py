"""Personal identity numbers and mobile numbers, in a text as its reader sees it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from stdnum import luhn

from .other_numbers import is_no_telephone, is_of_something_else
from .seen import with_plain_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

OLDEST = 1890
COORDINATION = 60  # is added to the day of a coordination number
LETTERS = "TRSUWXJKLMN"  # one of them stands for the first digit of the serial in an interim number
_NUMBER, _SERIAL = 10, 4

# A text is looked at closely only if ten digits stand together once these bytes are taken away, or a
# digit stands beside something that a browser would read as another character or as none.
_BETWEEN = bytes([*b" -+*_~`\\\t\n&#;%()./[]{}<>|:'\"", *range(0x80, 0xC3), 0xE2])
_SWEDISH = 0xC3  # the first byte of å, ä and ö
_RUNS = b"0" * _NUMBER, b"000000T000"
# A digit, few signs, and then what a browser or a parser would read as another sign or as none.
# What is neither Latin nor punctuation may be a digit, too.
_CODED = re.compile(
    r"[0-9\xb9\xb2\xb3\u0370-\u1fff\u2070-\U0010ffff][^0-9A-Za-z<&%\\]{0,6}"
    r"(?:<|&[#A-Za-z]|%[0-9A-Fa-f]{2}|\\[xuU])"
)
# Raised, lowered and circled digits, whose bytes are else those of dashes and quotation marks.
_FORMS = re.compile(
    rb"\xc2[\xb2\xb3\xb9]|\xe2(?:\x81[\xb0-\xb9]|\x82[\x80-\x89]|[\x91-\x93]|\x9d[\xb6-\xbf]|\x9e)"
)


def _byte_class(byte: int) -> int:
    # A lead byte that is in neither Swedish letters nor dashes may begin a digit of another script.
    is_digit = chr(byte) in "0123456789" or byte > _SWEDISH
    return ord("0" if is_digit else "T" if chr(byte).upper() in LETTERS else " ")


_CLASSES = bytes(_byte_class(byte) for byte in range(256))

_FIRST = r"[0-9](?<![0-9]{2})"
_ALONE = r"[0-9](?<![0-9]{2})(?<![0-9] .)"
_APART = r"[0-9](?<![0-9]{2})(?<![0-9][-./: ].)"  # not the end of something that began before
_SIGN = f"[0-9{LETTERS}]"
# What may stand before the last four: any run of dashes, breaks, brackets, points and slashes.
_GAP = r"""(?P<gap>[-+ \n./:|()\[\]{}<>'"]{0,40})"""
# What may stand between all pairs, or all digits, of a number: one sign, a pair of brackets, or spaces.
_BETWEEN_ALL = r"(?P<between>[ \n]{0,2}(?:[-./:]|[)\]}>] ?[(\[{<])[ \n]{0,2}|[ \n]{1,8})"
_AGAIN = "(?P=between)"
_LAST_FOUR = rf"(?:{_SIGN}[0-9]{{3}}(?![0-9]|-[0-9a-f]{{4}}-)|{_SIGN}[0-9][ .][0-9]{{2}}(?![ .:]?[0-9]))"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        # 000405-9937, 20000405+9937, 000405 (9937), 0004059937
        rf"{_FIRST}(?:[0-9]{{2}})?[0-9][01][0-9][0-9]{{2}}{_GAP}{_LAST_FOUR}",
        # 2000-04-05-9937, 00/04/05 9937, 2000.04.05 - 99 37
        (
            rf"{_APART}(?:[0-9]{{2}})?[0-9](?P<between>[-./ ])[01][0-9]{_AGAIN}[0-9]{{2}}{_GAP}"
            rf"{_LAST_FOUR}(?![-./:]?[0-9])"
        ),
        # 20 000405 - 9937, 2000 04 05 9937, 2 0 0 0 0 4 0 5 9 9 3 7
        rf"{_ALONE}(?: ?[0-9]){{7}} ?[-+]? ?{_SIGN}(?: ?[0-9]){{3}}(?! ?[0-9])",
        # 00 04 05 - 9937; without a sign between, only 00 04 05 9937 and 0 0 0 4 0 5 9 9 3 7
        rf"{_ALONE}(?: ?[0-9]){{5}} ?[-+] ?{_SIGN}(?: ?[0-9]){{3}}(?! ?[0-9])",
        # 00.04.05.99.37, 2000/04/05/99/37, (00)(04)(05)(99)(37)
        (
            rf"{_APART}(?:[0-9]{{2}})?[0-9]{_BETWEEN_ALL}[01][0-9]{_AGAIN}[0-9]{{2}}{_AGAIN}"
            rf"{_SIGN}[0-9]{_AGAIN}[0-9]{{2}}(?![-./: ]?[0-9])"
        ),
        # 20 00 04 05 99 37, 20.00.04.05.9937
        (
            rf"{_APART}[0-9]{_BETWEEN_ALL}[0-9]{{2}}{_AGAIN}[01][0-9]{_AGAIN}[0-9]{{2}}{_AGAIN}"
            rf"{_SIGN}[0-9](?:{_AGAIN})?[0-9]{{2}}(?![-./: ]?[0-9])"
        ),
        # 0.0.0.4.0.5.9.9.3.7, 2/0/0/0/0/4/0/5 - 9/9/3/7
        (
            rf"{_APART}{_BETWEEN_ALL}[0-9](?:{_AGAIN}[0-9]){{4}}(?:(?:{_AGAIN}[0-9]){{2}})?{_GAP}"
            rf"{_SIGN}(?:{_AGAIN}[0-9]){{3}}(?![-./: ]?[0-9])"
        ),
    )
)
# A Swedish mobile number, national or with the country code, grouped as people do; not within a longer one.
_MOBILE = re.compile(
    r"[+0](?<![0-9A-Za-z].)(?<![0-9][.,].)(?<![0-9]{4}[ -].)"
    r"(?:(?:(?<=\+)|0) ?46[ -]?(?:\(0\)|0)?[ -]?|(?<=0))"
    r"7 ?[02369](?:[ ./()-]{0,3}[0-9]){7}(?![0-9A-Za-z])"
)


def may_hold_numbers(text: str, content: bytes) -> bool:
    """Whether it is worth looking; `content` is the text in UTF-8."""
    if _has_run(content):
        return True
    if (
        any(byte in content for byte in b"\xc2\xe2")
        and _FORMS.search(content)
        and _has_run(with_plain_digits(text).encode("utf-8", "replace"))
    ):
        return True
    return any(sign in content for sign in b"<&%\\") and _CODED.search(text) is not None


def _has_run(content: bytes) -> bool:
    classes = content.translate(_CLASSES, _BETWEEN)
    return any(run in classes for run in _RUNS)


def number_spans(text: str, today: dt.date) -> Iterator[tuple[int, int]]:
    """Where personal, coordination and interim numbers begin and end."""
    for shape in _SHAPES:
        for match in shape.finditer(text):
            if _is_somebodys(match[0], today) and not is_of_something_else(match):
                yield match.span()


def mobile_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where Swedish mobile numbers begin and end."""
    return (match.span() for match in _MOBILE.finditer(text) if not is_no_telephone(match))


def signs_of(number: str) -> str:
    """The digits of a number, and the letter of an interim one, however they are parted."""
    return "".join(sign for sign in number if sign.isalnum())


def _is_somebodys(number: str, today: dt.date) -> bool:
    signs = signs_of(number)
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

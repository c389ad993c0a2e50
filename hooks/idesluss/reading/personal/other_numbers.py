"""What looks like somebody's number and is something else, as its form or the words beside it say."""

from __future__ import annotations

import re

_NEAR = 64
_SHORT = 10  # digits of a number without its century
_RECENT = "20"

# Words before digits that say what else the digits are: a telephone, or a case, an account, a book.
_OTHER_WORDS = (
    r"(?:dnr|diarie|ärende|referen[cs]|bankgiro|plusgiro|faktur|invoice|projektn|order|serie|koordinat"
    r"|coordinate)\w*|bg|pg|ocr|konto|account|isbn|issn|gln|gtin|ean|mac|ip"
)
_TELEPHONE_WORDS = r"(?:tele?(?:f|ph)|tfn|phone|mobil|växel|fax|ring)\w*|tele?"
_NUMBER_OF = r"[^\w\n]{0,6}(?:nr|nummer|no|number)?[^\w\n]{0,6}$"
_OTHER_BEFORE, _NO_TELEPHONE_BEFORE = (
    re.compile(rf"\b(?:{words}){_NUMBER_OF}", re.IGNORECASE)
    for words in (f"{_OTHER_WORDS}|{_TELEPHONE_WORDS}", _OTHER_WORDS)
)
# Three or four numbers with points after these words are no date.
_VERSION_BEFORE = re.compile(r"\b(?:version|release|build|v)[^\w\n]{0,3}$", re.IGNORECASE)
# Digits followed by a currency, or by what they count, are an amount.
_OTHER_AFTER = re.compile(
    r" ?(?:(?:kr|[tkm]kr|mnkr|[kmt]?sek|kronor|euro?|usd|procent)\b|[%€$£])", re.IGNORECASE
)
# The end of a decimal, or of a telephone number with a country's code; and the decimals of a number.
_GOES_BEFORE, _GOES_ON = re.compile(r"(?:[0-9][.,]|\+)$"), re.compile(r"[.,][0-9]")
# A time of day: its four digits, parted or not.
_TIME = re.compile(r"(?:[01][0-9]|2[0-3])(?P<point>[ .:\n]?)[0-5][0-9]$")
_DAY_AND_TIME = re.compile(r"[0-9]{6} [0-9]{2}\.[0-9]{2}")
# A year in which a sentence may begin.
_YEAR = re.compile(r"(?:19|20)[0-9]{2}$")
# A dash or plus that begins an item of a list, and is no sign between digits.
_ITEM = re.compile(r"\n *[-+] ")
_IN_DATE = re.compile(r"[0-9]{2,4}[-./ ][0-9]{2}[-./ ][0-9]{2}")


def is_of_something_else(match: re.Match[str]) -> bool:
    """Whether digits with the date and check digit of a number are a time, an amount, a code or the like."""
    gap = match.groupdict().get("gap")
    is_signed = any(sign in "-+" for sign in _ITEM.sub("", match[0] if gap is None else gap))
    start, end = match.span()
    before, after = match.string[max(0, start - _NEAR) : start], match.string[end : end + _NEAR]
    if _goes_on_otherwise(match[0], gap or "", is_signed=is_signed):
        return True
    if "." in match[0] and _VERSION_BEFORE.search(before):
        return True
    if is_signed:
        return False
    if _is_within_code(before, after) or _GOES_BEFORE.search(before) or _GOES_ON.match(after):
        return True
    is_short = sum(sign.isalnum() for sign in match[0]) == _SHORT
    is_parted = not match[0].isalnum()
    if (is_short or is_parted) and _OTHER_AFTER.match(after):
        return True
    return (is_short or not gap) and bool(_OTHER_BEFORE.search(before))


def is_no_telephone(match: re.Match[str]) -> bool:
    """Whether a seeming mobile number is a day and a time, or what the words before it say."""
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    return bool(_DAY_AND_TIME.fullmatch(match[0]) or _NO_TELEPHONE_BEFORE.search(before))


def _goes_on_otherwise(number: str, gap: str, *, is_signed: bool) -> bool:
    """Whether what stands after the date is the time of that day, or a year that begins the next sentence."""
    time, is_date = _TIME.search(number), _IN_DATE.match(number)
    is_stamp = is_date and number.startswith(_RECENT) and not (gap and is_signed)
    if time and (is_stamp or time["point"] in {".", ":"}):
        return True
    is_apart = "\n" in gap or "|" in gap or ". " in gap or is_date
    if is_apart and gap and not is_signed and _YEAR.search(number):
        return True
    return (":" in gap and len(gap) > 1) or bool(is_date and ("|" in gap or gap.count("\n") > 1))


def _is_within_code(before: str, after: str) -> bool:
    joined = "".join(re.findall(r"[0-9A-Za-z]+$", before) + re.findall(r"^[0-9A-Za-z]+", after))
    return bool(re.search("[0-9]", joined) or re.fullmatch("[A-Fa-f]+", joined))

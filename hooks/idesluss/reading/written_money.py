"""Amounts as people write them, `ca 1,2 mkr`, and the whole kronor that they may mean."""

from __future__ import annotations

import re
from decimal import Decimal
from math import ceil, floor

from ..model.values import MAX_MONEY
from ..words.characters import fold
from ..words.spoken_forms import forms_of

_UNITS = {
    "written.money.ones": 1,
    "written.money.thousands": 10**3,
    "written.money.millions": 10**6,
    "written.money.billions": 10**9,
}
_LONGEST = 60
# 12,5 without a unit is more likely millions than kronor, and nobody can tell.
_FEW_DIGITS = 3
# Digits in groups, 3 040 000 or 3.040.000, or in one; then perhaps decimals, and what is not a digit.
_AMOUNT = re.compile(
    r"(?P<whole>[0-9]{1,3}(?:(?P<mark>[ .,'])[0-9]{3})(?:(?P=mark)[0-9]{3})*|[0-9]+(?: [0-9]{3})?)"
    r"(?:[.,:](?P<part>[0-9]{1,4}))?(?![0-9]) ?(?P<unit>[^0-9]*)"
)
# Two amounts with a line between: a range, of which neither end is the amount.
_RANGE = re.compile(r"([0-9][0-9 .,]*?) ?[-–—] ?([0-9][^-–—]*)")


def amounts_meant(written: str) -> tuple[str, ...]:
    """The amount that was meant, as it is written here; several where it may be any of them, none unknown."""
    text = fold(written)
    if len(text) > _LONGEST:
        return ()
    text = _without_about(text)
    ends = _RANGE.fullmatch(text)
    if ends:
        unit = _AMOUNT.fullmatch(ends[2])
        first = f"{ends[1]} {unit['unit']}" if unit else ""
        return _passing([*_amounts(first), *_amounts(ends[2])])
    return _passing(_amounts(text))


def _passing(amounts: list[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(amount) for amount in amounts if amount <= MAX_MONEY))


def _without_about(text: str) -> str:
    """The amount without the word that says that it is not exact, or the currency before it."""
    before = forms_of("written.money.about") | forms_of("written.money.ones")
    word = next((word for word in sorted(before, key=len, reverse=True) if text.startswith(word)), "")
    rest = text[len(word) :]
    # A word ends where a space, a colon or a digit follows.
    is_word = bool(word) and re.match(r"[ :0-9]", rest) is not None
    return _without_about(rest.strip(" :")) if is_word else text


def _amounts(text: str) -> list[int]:
    match = _AMOUNT.fullmatch(text)
    factor = _factor(match["unit"].strip()) if match else None
    if match is None or factor is None:
        return []
    whole, mark, part = match["whole"], match["mark"], match["part"] or ""
    digits = re.sub("[^0-9]", "", whole)
    grouped = _rounded(Decimal(f"{digits}.{part or 0}") * factor)
    # Three digits after one point: thousands where kronor are told, else perhaps decimals of a million.
    if factor > 1 and mark in {".", ","} and not part and whole.count(mark) == 1:
        return [*_rounded(Decimal(whole.replace(mark, ".")) * factor), *grouped]
    is_bare_decimal = part.strip("0") and not match["unit"] and len(digits) <= _FEW_DIGITS
    return [] if is_bare_decimal else grouped


def _rounded(amount: Decimal) -> list[int]:
    """The amount; where it is not whole, the whole ones on both sides of it."""
    return list(dict.fromkeys((floor(amount), ceil(amount))))


def _factor(unit: str) -> int | None:
    """What the amount is multiplied by; None for a unit that is not known."""
    return 1 if not unit else next((by for key, by in _UNITS.items() if unit in forms_of(key)), None)

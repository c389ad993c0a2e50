"""Amounts in cells, with their signs, units and decimals, as whole kronor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Literal

from ..model.values import MAX_MONEY
from ..reading.written_money import amounts_meant
from ..words.characters import fold
from ..words.spoken_forms import forms_of
from .sheet import cell_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .import_map import CurrencyRate, Unit
    from .sheet import Scalar

UNITS: dict[str, int] = {"kr": 1, "tkr": 10**3, "mkr": 10**6, "mdkr": 10**9}
_WORDS = {"thousands": 10**3, "millions": 10**6, "billions": 10**9}
# Signs and codes by which an amount says what it is in; kronor of other countries only by their code.
_SIGNS = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY", "zł": "PLN", "us$": "USD", "₹": "INR", "₩": "KRW"}
_CODES = "AUD|BGN|BRL|CAD|CHF|CNY|CZK|DKK|EUR|GBP|HUF|INR|ISK|JPY|KRW|NOK|PLN|RON|SEK|TRY|UAH|USD"
# Such a code that stands alone, or after the first letter of thousands or millions: MEUR.
_CODE = re.compile(rf"(?<![a-z])([km]?)({_CODES.casefold()})(?![a-z])")
# As programs write large numbers: 1e+05.
_POWER = re.compile(r"[0-9](?:\.[0-9]+)?e\+?[0-9]{1,2}")
# The digits of an amount, with the signs that group them and that stand before decimals.
_NUMBER = re.compile(r"-?[0-9](?:[0-9 .,'’]*[0-9])?")
# Digits grouped by threes, with one sign between.
_GROUPED = re.compile(r"[0-9]{1,3}(?P<mark>[ .,'’])[0-9]{3}(?:(?P=mark)[0-9]{3})*")
_PLAIN = re.compile(r"[0-9]+")
# Decimals: one or two, or more than a group has.
_DECIMALS = re.compile(r"[.,]([0-9]{1,2}|[0-9]{4,})$")
# 12,5 without a unit is more likely millions than kronor, and nobody can tell.
_BARE = re.compile(r"[0-9]{1,3}[.,](?!0+$)[0-9]{1,2}")
_ONE_MARK = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")

Unread = Literal["amount", "amount_unsure", "no_rate", "negative"]


@dataclass(frozen=True, slots=True)
class CellAmount:
    """Whole kronor; or why there are none. `foreign` is the amount in another currency that it was."""

    kronor: int = 0
    unread: Unread | None = None
    foreign: str = ""
    currency: str = "SEK"
    is_rounded: bool = False


def read_cell_amount(
    cell: Scalar, unit: Unit | None, currency: str | None, rates: Mapping[str, CurrencyRate]
) -> CellAmount:
    """The amount in a cell: by its own unit and currency, else by those that the map gives the column."""
    text = fold(cell_text(cell)).replace("\u2212", "-")
    text = f"{Decimal(text):f}" if _POWER.fullmatch(text) else text
    own, text = _currency(text)
    currency = own or currency or "SEK"
    digits = _NUMBER.search(text)
    if not digits:
        return CellAmount(unread="amount")
    if digits[0].startswith("-"):
        return CellAmount(unread="negative")
    factor = _factor(f"{text[: digits.start()]} {text[digits.end() :]}", unit)
    number = Decimal(str(cell)) if isinstance(cell, int | float) else _number(digits[0], factor)
    if factor is None or number is None:
        return _as_people_write(text)
    if isinstance(cell, str) and factor == 1 and _BARE.fullmatch(cell.strip()):
        return CellAmount(unread="amount_unsure")
    return _in_kronor(number * factor, currency, rates)


def _currency(text: str) -> tuple[str | None, str]:
    """The currency that is named, and the text without its name."""
    for sign in sorted(_SIGNS, key=len, reverse=True):
        if sign in text:
            return _SIGNS[sign], text.replace(sign, " ").strip()
    code = _CODE.search(text)
    return (code[2].upper(), _CODE.sub(r"\1 ", text).strip()) if code else (None, text)


def currency_in(text: str) -> str | None:
    """The currency that a text names by its code or sign."""
    return _currency(fold(text))[0]


def _factor(words: str, unit: Unit | None) -> int | None:
    """What the number is multiplied by; None where a word beside it is not known."""
    words = " ".join(re.sub("[:,.]-", " kr ", words).split())
    about = "|".join(map(re.escape, sorted(forms_of("written.money.about"), key=len, reverse=True)))
    # A word such as `ca` that is not the beginning of another.
    words = re.sub(rf"^(?:{about})(?![a-zåäö])", "", words).strip(" :~")
    if not words or words in forms_of("written.money.ones"):
        return UNITS[unit] if unit and not words else 1
    return next((by for key, by in _WORDS.items() if words in forms_of(f"written.money.{key}")), None)


def _number(digits: str, factor: int | None) -> Decimal | None:
    """The number, where it can be read in one way."""
    if _ONE_MARK.fullmatch(digits) and (factor or 1) > 1:
        return None  # 1.234 mkr
    part = _DECIMALS.search(digits)
    whole = digits[: part.start()] if part else digits
    if not (_PLAIN.fullmatch(whole) or _GROUPED.fullmatch(whole)):
        return None
    bare = re.sub("[^0-9]", "", whole)
    return Decimal(f"{bare}.{part[1]}" if part else bare)


def _as_people_write(text: str) -> CellAmount:
    meant = amounts_meant(text)
    if len(meant) == 1:
        return CellAmount(int(meant[0]))
    return CellAmount(unread="amount_unsure" if meant else "amount")


def _in_kronor(amount: Decimal, currency: str, rates: Mapping[str, CurrencyRate]) -> CellAmount:
    rate = rates.get(currency)
    if currency != "SEK" and rate is None:
        return CellAmount(unread="no_rate", currency=currency)
    kronor = amount * rate.rate if rate and currency != "SEK" else amount
    if not kronor.is_finite() or kronor > MAX_MONEY:
        return CellAmount(unread="amount")
    whole = int(kronor.quantize(Decimal(1), ROUND_HALF_UP))
    foreign = "" if currency == "SEK" else f"{amount.normalize():f} {currency}"
    return CellAmount(whole, None, foreign, currency, is_rounded=whole != kronor)

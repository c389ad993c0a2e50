"""What only looks like a personal number, made by chance: each kind as it is written in Swedish.

One in ten of any digits has the check digit of a number, so that a form which is let through by luck shows
after some hundreds.
"""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Chance = random.Random
_FIRST_DAY = dt.date(1995, 1, 1)
_DAYS = 11_000


def _day(by: Chance) -> dt.date:
    return _FIRST_DAY + dt.timedelta(days=by.randrange(_DAYS))


def _time(by: Chance, point: str) -> str:
    return f"{by.randrange(24):02}{point}{by.randrange(60):02}"


def _digits(by: Chance, *sizes: int, between: str = " ") -> str:
    return between.join("".join(by.choices("0123456789", k=size)) for size in sizes)


def _checked(digits: str) -> str:
    """The digits with the check digit of an organisation number."""
    doubled = (int(digit) * (2 - at % 2) for at, digit in enumerate(digits))
    return digits + str(-sum(sum(divmod(number, 10)) for number in doubled) % 10)


def _organisation(by: Chance) -> str:
    """The middle of an organisation number is never a month: its third digit is two at least."""
    whole = _checked(f"{by.choice('25789')}{_digits(by, 1)}{by.choice('23456789')}{_digits(by, 6)}")
    return f"{whole[:6]}-{whole[6:]}"


def _range(by: Chance, between: str, form: str) -> str:
    first, second = sorted((_day(by), _day(by)))
    return f"{first:{form}}{between}{second:{form}}"


KINDS: dict[str, Callable[[Chance], str]] = {
    "a day and a time": lambda by: f"{_day(by)} {_time(by, '.')}",
    "a day and a time with a colon": lambda by: f"{_day(by)} {_time(by, ':')}:{_digits(by, 2)}",
    "a day and a time without a point": lambda by: (
        f"{dt.date(2000, 1, 1) + dt.timedelta(by.randrange(9000))} {_time(by, '')}"
    ),
    "a moment in a name": lambda by: f"{_day(by):%Y%m%d}T{_time(by, '')}{_digits(by, 2)}Z",
    "days in short form and a time": lambda by: f"{_day(by):%y%m%d} {_time(by, '.')}",
    "two days": lambda by: _range(by, " - ", "%Y-%m-%d"),
    "two days with a long dash": lambda by: _range(by, "\u2013", "%Y-%m-%d"),
    "two days in digits": lambda by: _range(by, "-", "%Y%m%d"),
    "two days and a slash": lambda by: _range(by, "/", "%Y-%m-%d"),
    "days in a list": lambda by: "\n".join(f"- {_day(by)}" for _ in range(4)),
    "days in a row": lambda by: ", ".join(str(_day(by)) for _ in range(4)),
    "days in a table": lambda by: f"| {_day(by)} | {_digits(by, 4)} | {_day(by)} |",
    "a day, and a year that begins a sentence": lambda by: (
        f"Beslut {_day(by)}. {by.randrange(1990, 2030)} kom svaret."
    ),
    "years in a table": lambda by: (
        "| År | " + " | ".join(str(2010 + n) for n in range(by.randrange(3, 9))) + " |"
    ),
    "years in a row": lambda by: "-".join(str(by.randrange(1990, 2030)) for _ in range(3)),
    "figures of two in a table": lambda by: f"| Ja | {_digits(by, 2, 2, 2, 2, 2, between=' | ')} |",
    "an amount": lambda by: f"{_digits(by, 6)} {_digits(by, 4)} kr",
    "an amount with a day": lambda by: f"{_day(by)} {_digits(by, 4)} kr",
    "decimals": lambda by: f"{_digits(by, 2)}.{_digits(by, 6)}, {_digits(by, 2)}.{_digits(by, 6)}",
    "a place in SWEREF": lambda by: (
        f"N 6{_digits(by, 6)}.{_digits(by, 3)}, E {_digits(by, 6)}.{_digits(by, 3)}"
    ),
    "a place in WGS": lambda by: f"57.{_digits(by, 10)}, 12.{_digits(by, 10)}",
    "a place in degrees": lambda by: (
        f"57\u00b0{_digits(by, 2)}'{_digits(by, 2)}\" N 12\u00b0{_digits(by, 2)}'09\" E"
    ),
    "a case number": lambda by: f"Dnr {by.randrange(1990, 2027)}-{_digits(by, 5)}",
    "a case number with a slash": lambda by: (
        f"KS/{by.randrange(1990, 2027)}:{_digits(by, 4)}-{by.randrange(1, 99)}"
    ),
    "a case number of ten digits": lambda by: f"diarienummer {_digits(by, 10)}",
    "an organisation number": _organisation,
    "bankgiro": lambda by: f"Bankgiro {_digits(by, 4, 4, between='-')}",
    "bankgiro, short": lambda by: f"bg {_digits(by, 3, 4, between='-')}",
    "plusgiro": lambda by: f"Plusgiro {_digits(by, 2, 2, 2)}-{_digits(by, 1)}",
    "an account": lambda by: (
        f"Clearing {_digits(by, 4)}-{_digits(by, 1)}, konto {_digits(by, 3, 3, 3)}-{_digits(by, 1)}"
    ),
    "IBAN": lambda by: f"SE{_digits(by, 2, 4, 4, 4, 4, 4)}",
    "OCR": lambda by: f"OCR {_digits(by, by.randrange(9, 20))}",
    "ISBN": lambda by: f"ISBN 978-91-{_digits(by, 4)}-{_digits(by, 3)}-{_digits(by, 1)}",
    "ISBN of ten": lambda by: f"ISBN 91-{_digits(by, 4, 3, 1, between='-')}",
    "ISSN": lambda by: f"ISSN {_digits(by, 4, 4, between='-')}",
    "EAN": lambda by: f"EAN 73{_digits(by, 11)}",
    "EAN in parts": lambda by: f"7 {_digits(by, 6, 6)}",
    "a telephone": lambda by: f"0302-{_digits(by, 2, 2, 2)}",
    "a telephone in a city": lambda by: f"08-{_digits(by, 3, 3, 2)}",
    "a telephone in Göteborg": lambda by: f"031-{_digits(by, 3, 2, 2)}",
    "a telephone abroad": lambda by: f"+45 {_digits(by, 2, 2, 2, 2)}",
    "a telephone in France": lambda by: f"+33 1 {_digits(by, 2, 2, 2, 2)}",
    "a postcode": lambda by: f"443 80 Lerum, box {_digits(by, 4)}",
    "a version with a hyphen": lambda by: f"version {_day(by):%Y.%m.%d}-{_digits(by, 4)}",
    "a version": lambda by: f"version {_day(by):%Y.%m.%d}.{_digits(by, 4)}",
    "a build": lambda by: f"release {_day(by):%y.%m}.{_digits(by, 2, 4, between='.')}",
    "a commit": lambda by: "".join(by.choices("0123456789abcdef", k=39)) + "b",
    "a UUID": lambda by: "-".join("".join(by.choices("0123456789abcdef", k=k)) for k in (8, 4, 4, 4, 12)),
    "an IP address": lambda by: ".".join(str(by.randrange(256)) for _ in range(4)),
    "a standard": lambda by: f"SS-EN ISO {_digits(by, 5)}-{_digits(by, 1)}:{by.randrange(1990, 2027)}",
    "a DOI": lambda by: f"https://doi.org/10.{_digits(by, 4)}/{_digits(by, 5)}-x",
    "ORCID": lambda by: f"ORCID 0000-000{_digits(by, 1)}-{_digits(by, 4, 4, between='-')}",
    "a property": lambda by: f"Lerum {by.randrange(1, 99)}:{by.randrange(1, 999)}",
    "opening hours": lambda by: (
        f"kl. {_time(by, '.')}\u2013{_time(by, '.')}, {_time(by, '.')}\u2013{_time(by, '.')}"
    ),
    "a score": lambda by: (
        f"{by.randrange(99)}\u2013{by.randrange(99)}, {by.randrange(99)}\u2013{by.randrange(99)}"
    ),
    "paragraphs of a law": lambda by: (
        f"SFS {by.randrange(1990, 2027)}:{by.randrange(1, 2000)} {by.randrange(1, 30)} §"
    ),
    "a European project": lambda by: f"Grant agreement {_digits(by, 9)}",
}

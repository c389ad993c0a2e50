"""What the columns of a sheet seem to hold, by their names and by the values in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ..model.shipped import shipped_terms
from ..words.characters import fold
from ..words.spoken_forms import forms_of
from .cell_amounts import currency_in, read_cell_amount
from .cell_dates import order_of, read_cell_date
from .sheet import cell_text
from .terms import kind_of_organisation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .import_map import Order, Unit
    from .sheet import Scalar, SourceSheet

_SAMPLE = 400
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}", re.IGNORECASE)
# A telephone number: seven digits or more, with signs between.
_TELEPHONE = re.compile(r"[+(]?[0-9][0-9 ()/-]{6,18}[0-9]")
# A web address and nothing else.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# A person's name as it is mostly written.
_NAME = re.compile(r"[A-ZÅÄÖÆØÉ][a-zåäöæøéüß]+(?:[ -][A-ZÅÄÖÆØÉ][a-zåäöæøéüß]*\.?){1,2}")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_UNITS: dict[Unit, str] = {"tkr": "thousands", "mkr": "millions", "mdkr": "billions"}
_SIGNS = (";", ",", "|")
_MOST = 0.7  # of the values, for a column to be what they are
_LONG = 80  # characters of a text


@dataclass(frozen=True, slots=True)
class ColumnProfile:
    """Shares from 0 to 1 of the filled cells, how long texts are, and how many values there are."""

    name: str
    filled: float
    distinct: float
    values: int
    length: float
    dates: float
    amounts: float
    addresses: float
    persons: float
    municipalities: float
    organisations: float
    names: float
    separator: str
    order: Order | None
    words: tuple[str, ...]

    @property
    def heading(self) -> str:
        """The name of the column in small letters, without what stands in brackets."""
        return fold(re.sub(r"[_.:-]+", " ", _BRACKETS.sub(" ", self.name)))

    @property
    def unit(self) -> Unit | None:
        """The unit of amounts that the name says: `Budget (tkr)`."""
        said = {form: unit for unit, key in _UNITS.items() for form in forms_of(f"written.money.{key}")}
        return next((said[word] for word in self._signs() if word in said), None)

    @property
    def currency(self) -> str | None:
        """The currency of amounts that the name says, other than kronor: `Beløp (NOK)`."""
        currencies = {currency_in(word) for word in self._signs()} - {None, "SEK"}
        return currencies.pop() if len(currencies) == 1 else None

    def _signs(self) -> list[str]:
        return re.findall(r"[^\s()\[\],;/]+", fold(self.name))[1:]

    def is_called(self, key: str) -> bool:
        """Whether the name of the column is, or begins or ends with, one of the words for a thing."""
        name = self.heading
        last = name.rpartition(" ")[2]
        return any(form in {name, last} or name.startswith(f"{form} ") for form in forms_of(key))


def profiles(sheet: SourceSheet) -> list[ColumnProfile]:
    """A profile of each column that holds anything."""
    rows = sheet.rows[:_SAMPLE]
    known = []
    for name in sheet.columns:
        cells = [row.cells[name] for row in rows if name in row.cells]
        if cells:
            several = any(isinstance(cell, tuple) for cell in cells)
            flat: list[Scalar] = [
                part for cell in cells for part in (cell if isinstance(cell, tuple) else (cell,))
            ]
            known.append(_profile(name, flat, len(cells) / len(rows), is_several=several))
    return known


def _profile(name: str, cells: Sequence[Scalar], filled: float, *, is_several: bool) -> ColumnProfile:
    texts = [cell_text(cell).strip() for cell in cells]
    separator = "" if is_several else _separator(texts)
    parts = [part.strip() for text in texts for part in (text.split(separator) if separator else [text])]
    return ColumnProfile(
        name=name,
        filled=filled,
        distinct=len(set(texts)) / len(texts),
        values=len(set(texts)),
        length=sum(map(len, texts)) / len(texts),
        dates=_share([read_cell_date(cell, "day_first").date for cell in cells]),
        amounts=_share(
            [read_cell_amount(cell, None, None, {}).unread in {None, "no_rate"} for cell in cells]
        ),
        addresses=_share([_ADDRESS.fullmatch(text) for text in texts]),
        persons=_share([_MAIL.search(text) or _is_telephone(text) for text in texts]),
        municipalities=_share([_bare(part) in _municipalities() for part in parts]),
        organisations=_share([kind_of_organisation(text) for text in texts]),
        names=_share([_NAME.fullmatch(text) and not kind_of_organisation(text) for text in texts]),
        separator=separator,
        order=order_of(texts),
        words=tuple(dict.fromkeys(text for text in texts if len(text) <= _LONG)),
    )


def _is_telephone(text: str) -> bool:
    """Whether it is a telephone number and not a date; those of people begin with a zero or a plus."""
    return (
        bool(_TELEPHONE.fullmatch(text)) and text[0] in "+0(" and not read_cell_date(text, "day_first").date
    )


def _share(hits: Sequence[object]) -> float:
    return sum(map(bool, hits)) / len(hits) if hits else 0


def _separator(texts: Sequence[str]) -> str:
    """The sign between several values in a cell, where the parts are short and come again."""
    for sign in _SIGNS:
        cut = [text.split(sign) for text in texts if sign in text]
        parts = [part.strip() for pieces in cut for part in pieces]
        is_often = len(cut) > len(texts) * 0.1
        if is_often and all(len(part) < 40 for part in parts) and len(set(parts)) < len(parts) * _MOST:  # noqa: PLR2004  # a term is short
            return sign
    return ""


def _bare(text: str) -> str:
    name = fold(text)
    for ending in forms_of("importing.municipality"):
        if name.endswith(f" {ending}"):
            return name.removesuffix(ending).strip()
    return name


@cache
def _municipalities() -> frozenset[str]:
    """Names of Sweden's municipalities, and as they stand before the word for one: `Storbys`."""
    names = [fold(str(term["name"])) for term in shipped_terms("municipalities", "sweden").values()]
    return frozenset([*names, *(f"{name}s" for name in names)])

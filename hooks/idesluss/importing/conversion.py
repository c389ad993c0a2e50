"""Values of cells as values of fields; what cannot be one is left out and told of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..words import say
from ..words.characters import fold
from ..words.placeholders import has_value
from .cell_amounts import read_cell_amount
from .cell_dates import read_cell_date
from .fields import choices, longest, refusal_of
from .picking import has_picture_signs
from .sheet import cell_text
from .text_repair import as_line, has_markup, without_persons

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from ..words import Language
    from .fields import FieldWay
    from .finding import Notes
    from .import_map import ImportMap, ValueFrom
    from .sheet import Scalar
    from .terms import Terms

# A host's name, perhaps with a path, to which only the scheme is lacking.
_HOST = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
# An address whose last part has spaces, as a file's name may have.
_SPACED = re.compile(r"https?://[^\s,;]+(?: [\w()-]+)* [\w()-]*\.[a-z]{2,4}")
# Where a sentence ends.
_SENTENCE = re.compile(r"[.!?\u2026\u3002\uff01\uff1f](?=\s|$)")
_ADDRESS = re.compile(r"https?://\S+")
_SAFE = "/:?#[]@!$&()*+,;=%~-._"


@dataclass(frozen=True, slots=True)
class Conversion:
    """What values are read by: the map, the lists, the day and the language of the entry."""

    import_map: ImportMap
    terms: Terms
    today: dt.date
    language: Language
    adds_terms: bool = False

    def value(  # noqa: PLR0913, PLR0917  # what is read, how, and where it is told of
        self,
        way: FieldWay,
        cell: Scalar,
        spec: ValueFrom,
        notes: Notes,
        about: str,
        organisation_kind: str = "",
    ) -> str | int | None:
        """The field's value; None where it is left out, of which the notes tell by what it is `about`."""
        match way.kind:
            case "term":
                return self._known_term(way, cell_text(cell), spec) or self._asked_term(
                    way, as_line(cell_text(cell)), notes, about, organisation_kind
                )
            case "date":
                return self._date(way, cell, spec, notes, about)
            case "money":
                return self._amount(cell, spec, notes, about)
            case "address":
                return _address(way, cell_text(cell), notes, about)
            case "choice":
                return _choice(way, cell_text(cell), notes, about)
            case _:
                return self._text(way, cell_text(cell), notes, about)

    def _known_term(self, way: FieldWay, words: str, spec: ValueFrom) -> str | None:
        """The term that the list has for the words, else for those that the map has for all others."""
        vocabulary = way.vocabulary or ""
        otherwise = self.terms.key_of(vocabulary, spec.otherwise) if spec.otherwise else None
        return self.terms.key_of(vocabulary, as_line(words)) or otherwise

    def _asked_term(self, way: FieldWay, words: str, notes: Notes, about: str, kind: str) -> str | None:
        vocabulary = way.vocabulary or ""
        if "@" in words:  # somebody's address where a name was to stand
            notes.add("left", "person", about)
            return None
        term = self.terms.ask_for(vocabulary, words, notes.row, kind)
        if term and self.adds_terms:
            return term.key
        notes.add("left", "term" if term else "term_of_process", about, words)
        return None

    def _date(self, way: FieldWay, cell: Scalar, spec: ValueFrom, notes: Notes, about: str) -> str | None:
        read = read_cell_date(cell, spec.dates or self.import_map.dates)
        written = cell_text(cell)
        if read.unread:
            notes.add("left", read.unread, about, written)
            return None
        if refusal_of(way.record, way.name, read.date):
            notes.add("left", "date_year", about, written)
            return None
        if read.date != written.strip()[: len(read.date)]:
            notes.add("changed", "date", about, written, read.date)
        return read.date

    def _amount(self, cell: Scalar, spec: ValueFrom, notes: Notes, about: str) -> int | None:
        read = read_cell_amount(cell, spec.unit, spec.currency, self.import_map.currencies)
        written = cell_text(cell)
        if read.unread:
            lacking = read.currency if read.unread == "no_rate" else ""
            notes.add("left", read.unread, about, written, lacking)
            return None
        if read.foreign:
            notes.add("changed", "currency", about, written, read.kronor)
        elif str(read.kronor) != written.strip():
            notes.add("changed", "rounded" if read.is_rounded else "amount", about, written, read.kronor)
        return read.kronor

    def _text(self, way: FieldWay, text: str, notes: Notes, about: str) -> str | None:
        line = self.line(text, notes, about)
        if not has_value(line) and not has_picture_signs(line):
            return None
        limit = longest(way.record, way.name)
        if limit and len(line) > limit:
            line = cut_to(line, limit)
            notes.add("changed", "cut", about, text, line)
        refused = refusal_of(way.record, way.name, line) if line else None
        if refused and way.name not in {"title", "summary"}:
            notes.add("left", "value", about, text)
            return None
        return line or None

    def rate_notes(self, cells: Sequence[object], spec: ValueFrom) -> list[str]:
        """For each amount, what it was in another currency and at which rate; empty for kronor."""
        words = []
        for cell in cells:
            read = read_cell_amount(cell, spec.unit, spec.currency, self.import_map.currencies)  # type: ignore[arg-type]
            rate = self.import_map.currencies.get(read.currency)
            is_foreign = bool(read.foreign) and rate is not None
            values = {"amount": read.foreign, "rate": rate.rate, "day": rate.day} if rate else {}
            words.append(say("importing.rate_note", self.language, **values) if is_foreign else "")
        return words

    def year_in(self, cell: Scalar, spec: ValueFrom | None) -> str:
        """The year of a date; empty where there is none that a folder can be called by."""
        read = read_cell_date(cell, (spec.dates if spec else None) or self.import_map.dates)
        return read.date[:4]

    def line(self, text: str, notes: Notes, about: str) -> str:
        """A line without markup and persons, and what of it was changed."""
        line = as_line(text)
        if has_markup(text):
            notes.add("changed", "html", about, text, line)
        return self.without_persons(line, notes, about)

    def without_persons(self, text: str, notes: Notes, about: str) -> str:
        """The text with other words for what belongs to a person."""
        bare, count = without_persons(text, say("importing.person", self.language), self.today)
        if count:
            notes.add("changed", "personal", about)
        return bare


def addresses_apart(way: FieldWay, cells: Sequence[Scalar]) -> list[Scalar]:
    """Each of several addresses in a cell as a value, where the field is one of a list."""
    if way.kind != "address" or not way.is_in_list:
        return [*cells]
    apart = [_ADDRESS.findall(cell) if isinstance(cell, str) else [] for cell in cells]
    return [
        part
        for cell, addresses in zip(cells, apart, strict=True)
        for part in ([cell] if len(addresses) < 2 else (address.rstrip(",;") for address in addresses))  # noqa: PLR2004
    ]


def _address(way: FieldWay, text: str, notes: Notes, about: str) -> str | None:
    address = text.strip()
    inner = _ADDRESS.search(address)
    if inner and inner[0] != address and not _SPACED.fullmatch(address):
        address = inner[0].rstrip(".,;)\"'>]")
    elif not inner and _HOST.fullmatch(address):
        address = f"https://{address}"
    address = quote(address, safe=_SAFE) if refusal_of(way.record, way.name, address) else address
    if refusal_of(way.record, way.name, address):
        notes.add("left", "address", about, text)
        return None
    if address != text.strip():
        notes.add("changed", "address", about, text, address)
    return address


def _choice(way: FieldWay, text: str, notes: Notes, about: str) -> str | None:
    wanted = fold(text)
    choice = next((choice for choice in choices(way.record, way.name) if fold(choice) == wanted), None)
    if choice is None:
        notes.add("left", "choice", about, text)
    return choice


def cut_to(line: str, limit: int) -> str:
    """As many whole sentences as there is room for, or else as many whole words, and then an ellipsis."""
    ends = [match.end() for match in _SENTENCE.finditer(line[: limit + 1]) if match.end() <= limit]
    if ends and ends[-1] * 2 >= limit:
        return line[: ends[-1]]
    cut = line[: limit - 1]
    word = cut.rpartition(" ")[0] if " " in cut[limit // 2 :] else cut
    return f"{word.rstrip(' ,;:–-')}…"

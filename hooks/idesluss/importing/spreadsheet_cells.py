"""What a spreadsheet's own XML says of its cells before they are read: how far they reach, and which failed.

A single cell far from the others would have the reader fill the memory with what lies between, and a cell
whose formula failed, or was never worked out, is read as an empty one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .sheet import UnreadableSheet

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_CELLS = 10_000_000  # of a sheet, the empty ones between others too
# Columns by letters, then the row.
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


_NUMBER = re.compile(r"[0-9]{1,7}")


@dataclass(slots=True)
class CellScan:
    """How far a sheet's filled cells reach, and what stands in those without a value, by row and column."""

    height: int = 0
    width: int = 0
    failed: dict[tuple[int, int], str] = field(default_factory=dict)

    def reach(self, row: int, column: int) -> None:
        """Take in a filled cell. Raises UnreadableSheet where the sheet becomes larger than what is read."""
        self.height, self.width = max(self.height, row), max(self.width, column)
        if self.height * self.width > MOST_CELLS:
            raise UnreadableSheet("wide", row=self.height, column=column_letters(self.width))


def column_letters(number: int) -> str:
    """A column as spreadsheets call it: 28 is `AB`."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class Elements:
    """Hears the elements of a file, as far as it wants to."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Hear that an element begins."""

    def end(self, name: str) -> None:
        """Hear that it ends."""

    def text(self, text: str) -> None:
        """Hear a piece of the text within it."""


class Attributes(Elements):
    """Gathers what the elements of one kind say."""

    def __init__(self, tag: str) -> None:
        self._tag = tag
        self.attributes: list[dict[str, str]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Hear that an element begins."""
        if _bare(name) == self._tag:
            self.attributes.append({_bare(key): value for key, value in attributes.items()})


class ExcelCells(Elements):
    """Hears the cells of a sheet of Excel's."""

    def __init__(self) -> None:
        self.scan = CellScan()
        self._row = self._column = 0
        self._kind, self._within = "", ""
        self._formula = self._value = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Hear that an element begins."""
        tag = _bare(name)
        if tag == "row":
            self._row, self._column = _whole(attributes.get("r"), self._row + 1), 0
        elif tag == "c":
            self._place(attributes.get("r", ""))
            self._kind, self._formula, self._value = attributes.get("t", ""), "", ""
        elif tag == "f":
            self._within, self._formula = tag, "="
        elif tag in {"v", "is"}:
            self._within, self._value = tag, ""

    def _place(self, reference: str) -> None:
        place = _REFERENCE.fullmatch(reference)
        if place:
            self._row, self._column = int(place[2]), _number_of(place[1])
        elif reference:
            raise UnreadableSheet("office")
        else:
            self._column += 1

    def text(self, text: str) -> None:
        """Keep what a formula or a value says."""
        if self._within == "f":
            self._formula = f"{self._formula}{text}"
        elif self._within:
            self._value = f"{self._value}{text}"

    def end(self, name: str) -> None:
        """Take in a cell that is filled, once it is whole."""
        tag = _bare(name)
        if tag in {"f", "v", "is"}:
            self._within = ""
        elif tag == "c" and (self._formula or self._value):
            self.scan.reach(self._row, self._column)
            if self._kind == "e" or (not self._value and self._kind != "str"):
                self.scan.failed[self._row, self._column] = self._value or self._formula


class OpenDocumentCells(Elements):
    """Hears the cells of all sheets of OpenDocument's, which stand in one file."""

    def __init__(self) -> None:
        self.scans: dict[str, CellScan] = {}
        self._scan = CellScan()
        self._row = self._column = 0
        self._rows = 1

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Hear that an element begins."""
        tag = _bare(name)
        said = {_bare(key): value for key, value in attributes.items()}
        if tag == "table":
            self._scan = self.scans[said.get("name", "")] = CellScan()
            self._row, self._rows = 1, 0
        elif tag == "table-row":
            self._row, self._column = self._row + self._rows, 0
            self._rows = _whole(said.get("number-rows-repeated"), 1)
        elif tag in {"table-cell", "covered-table-cell"}:
            self._column += _whole(said.get("number-columns-repeated"), 1)
            if "value-type" in said or "formula" in said:
                self._scan.reach(self._row + self._rows - 1, self._column)
            if "formula" in said and "value-type" not in said:
                self._scan.failed[self._row, self._column] = said["formula"].partition(":")[2]


def _bare(name: str) -> str:
    return name.rpartition(" ")[2]


def _whole(text: str | None, otherwise: int) -> int:
    """The number that an attribute says. Raises UnreadableSheet where it is none that a sheet has."""
    if text is None:
        return otherwise
    if not _NUMBER.fullmatch(text):
        raise UnreadableSheet("office")
    return int(text)


def _number_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number

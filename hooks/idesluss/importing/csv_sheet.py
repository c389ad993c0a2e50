"""A table with separators, as spreadsheets and registers save it."""

from __future__ import annotations

import csv
import io
import itertools
from collections import Counter
from typing import TYPE_CHECKING

from .encodings import decode
from .sheet import SheetForm, SourceSheet, UnreadableSheet, sheet_of_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATORS = ";,\t|"
_TRIED = 100  # lines by which separators are compared
_SAMPLE = 100_000
_LONGEST_CELL = 10_000_000
_END = "\0end"  # a line that stands last, unless a cell has not ended
_NARROW = 2  # columns; in a text of several lines each may well have one separator


def read_csv(content: bytes, reading: SheetForm) -> SourceSheet:
    """The rows of a table in bytes. Raises UnreadableSheet."""
    text, encoding = decode(content, reading.encoding)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _is_no_text(text[:_SAMPLE]):
        raise UnreadableSheet("not_sheet")
    hint = text[:6].casefold() if text[:4].casefold() == "sep=" else ""  # as Excel names its separator
    text = text.partition("\n")[2] if hint else text
    separator = reading.separator or hint[4:5] or _separator(text)
    lines = _whole_lines(text, separator)
    if hint:
        lines = [[], *lines]
    shown = "tab" if separator == "\t" else separator
    return sheet_of_lines(lines, reading, {"encoding": encoding, "separator": shown})


def _is_no_text(sample: str) -> bool:
    """Whether it is full of signs that no text has: a picture, or something packed."""
    controls = sum(sign < " " and sign not in "\t\n" for sign in sample)
    return controls * 20 > len(sample)


def _whole_lines(text: str, separator: str) -> list[list[str]]:
    """The lines, none of which goes on because a quotation mark has no counterpart."""
    lines: list[list[str]] = []
    try:
        lines.extend(_lines(f"{text.rstrip()}\n{_END}", separator))
    except csv.Error as error:
        raise UnreadableSheet("long_cell", row=len(lines) + 1) from error
    if lines.pop() != [_END]:
        raise UnreadableSheet("open_quote", row=len(lines) + 1)
    usual = Counter(map(len, lines)).most_common(1)[0][0]
    swallowing = next((at for at, line in enumerate(lines, 1) if _swallows(line, separator, usual)), None)
    if swallowing:
        raise UnreadableSheet("open_quote", row=swallowing)
    return lines


def _swallows(line: list[str], separator: str, width: int) -> bool:
    """Whether a cell holds several of the lines that follow it."""
    most = max(line, key=len, default="")
    inner = most.split("\n")
    as_wide = sum(part.count(separator) == width - 1 for part in inner[1:-1])
    return as_wide > 1 and width > _NARROW and as_wide * 2 > len(inner)


def _lines(text: str, separator: str) -> Iterable[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    return csv.reader(io.StringIO(text), delimiter=separator)


def _separator(text: str) -> str:
    """The sign that cuts most lines into the same number of cells, more than one."""
    return max(_SEPARATORS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, sign: str) -> tuple[float, int]:
    try:
        widths = [len(line) for line in itertools.islice(_lines(text, sign), _TRIED) if line]
    except csv.Error:
        return 0, 0
    width, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
    return (0, 0) if width == 1 else (round(count / len(widths), 1), width)

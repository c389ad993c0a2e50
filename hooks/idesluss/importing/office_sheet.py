"""A sheet in a spreadsheet's own format: Excel's or OpenDocument's."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from .sheet import Cell, FailedCell, SheetForm, SourceSheet, UnreadableSheet, sheet_of_lines
from .spreadsheet_archive import scans_of

if TYPE_CHECKING:
    from .spreadsheet_cells import CellScan

# How Excel's files began until 2007, and how the wrapping of a newer one does that has a password. The reader
# of such files can be made to end the whole program, so they are not read.
OLD = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LONGEST_NUMBER = 15  # digits that a spreadsheet keeps


def read_office(content: bytes, reading: SheetForm) -> SourceSheet:
    """The rows of the sheet that the map names, or of the first that holds any. Raises UnreadableSheet."""
    if content.startswith(OLD):
        raise UnreadableSheet("password" if _ENCRYPTED in content else "old_format")
    scans = scans_of(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = book.sheet_names
        if reading.sheet and reading.sheet not in names:
            raise UnreadableSheet("no_sheet", given=reading.sheet, names=", ".join(names))
        for name in [reading.sheet] if reading.sheet else names:
            lines = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            if lines:
                cells = _with_failed([list(map(_cell, line)) for line in lines], scans.get(name))
                return sheet_of_lines(cells, reading, {"sheet": name} if len(names) > 1 else {})
    except PasswordError as error:
        raise UnreadableSheet("password") from error
    except CalamineError as error:
        raise UnreadableSheet("office") from error
    raise UnreadableSheet("no_rows")


def _with_failed(lines: list[list[Cell]], scan: CellScan | None) -> list[list[Cell]]:
    """The lines with what stands in cells that have no value, which the reader takes for empty ones."""
    for (row, column), text in scan.failed.items() if scan else ():
        lines += [[] for _ in range(row - len(lines))]
        line = lines[row - 1]
        line += [""] * (column - len(line))
        line[column - 1] = FailedCell(text)
    return lines


def _cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer() and len(str(int(abs(value)))) <= _LONGEST_NUMBER:
        return int(value)
    if isinstance(value, dt.datetime):
        return value.date() if value.time() == dt.time() else value
    if isinstance(value, dt.time | dt.timedelta):
        return str(value)
    cell: Cell = value
    return cell

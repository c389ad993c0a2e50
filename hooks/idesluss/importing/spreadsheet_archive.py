"""A spreadsheet's packed files, looked through before they are read: how large they are, and their cells."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.parsers import expat

from .sheet import UnreadableSheet, refuse_large
from .spreadsheet_cells import Attributes, CellScan, Elements, ExcelCells, OpenDocumentCells

if TYPE_CHECKING:
    from collections.abc import Mapping

_BOOK, _LINKS, _CONTENT = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "content.xml"


def scans_of(content: bytes) -> Mapping[str, CellScan]:
    """A scan of each sheet of a spreadsheet, by its name. Raises UnreadableSheet."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _scans(archive)
    except (
        zipfile.BadZipFile,
        expat.ExpatError,
        EOFError,
        OSError,
        ValueError,
        KeyError,
        zlib.error,
    ) as error:
        raise UnreadableSheet("office") from error
    except (NotImplementedError, RuntimeError) as error:  # another way of packing, or a password
        raise UnreadableSheet("password") from error


def _scans(archive: zipfile.ZipFile) -> dict[str, CellScan]:
    files = archive.infolist()
    refuse_large(sum(file.file_size for file in files))
    names = {file.filename for file in files}
    if _CONTENT in names:
        tables = OpenDocumentCells()
        _hear(archive, _CONTENT, tables)
        return tables.scans
    if _BOOK not in names:
        raise UnreadableSheet("not_sheet")
    sheets = [name for name in names if name.startswith("xl/worksheets/") and name.endswith(".xml")]
    for name in names - {*sheets}:
        archive.read(name)  # so that no file is larger than it says
    scans: dict[str, CellScan] = {}
    for name in sheets:
        cells = ExcelCells()
        _hear(archive, name, cells)
        scans[name] = cells.scan
    return {title: scans[path] for title, path in _sheet_files(archive).items() if path in scans}


def _sheet_files(archive: zipfile.ZipFile) -> dict[str, str]:
    """The file of each sheet of Excel's, by the sheet's name."""
    book, links = Attributes("sheet"), Attributes("Relationship")
    _hear(archive, _BOOK, book)
    _hear(archive, _LINKS, links)
    targets = {link["Id"]: link["Target"] for link in links.attributes if {"Id", "Target"} <= {*link}}
    named = {sheet["name"]: sheet["id"] for sheet in book.attributes if {"id", "name"} <= {*sheet}}
    return {
        name: path if (path := targets.get(at, "").lstrip("/")).startswith("xl/") else f"xl/{path}"
        for name, at in named.items()
    }


def _hear(archive: zipfile.ZipFile, name: str, reader: Elements) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    with archive.open(name) as file:
        parser.ParseFile(file)


def _refuse_doctype(*_: object) -> None:
    """No spreadsheet has one; what is in it may be made to grow without end."""
    raise UnreadableSheet("office")

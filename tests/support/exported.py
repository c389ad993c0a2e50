"""The open data of a catalogue, and what strict readers that are not ours make of its files."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from python_calamine import CalamineWorkbook

from idesluss.derived.whole import Derived
from idesluss.exports.data_files import data_files
from idesluss.exports.source import ExportSource
from idesluss.pages.base.addresses import Addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from idesluss.catalogue.catalogue import Catalogue

FOLDER = "data/v1/"


def source_of(catalogue: Catalogue, commit: str = "") -> ExportSource:
    settings = catalogue.settings
    addresses = {language: Addresses(settings, language) for language in settings.site_languages}
    return ExportSource(Derived(catalogue), addresses, commit)


def files_of(catalogue: Catalogue, commit: str = "") -> dict[str, bytes]:
    """Path to the bytes of every file, as the site has them."""
    return {file.path: file.content for file in data_files(source_of(catalogue, commit))}


def lay_files(folder: Path, files: Mapping[str, bytes]) -> Path:
    """The files as they lie on a disk."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def csv_rows(content: bytes, *, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of a file by RFC 4180: strict, and each with as many cells as the head."""
    text = io.StringIO(content.decode("utf-8"), newline="")
    head, *lines = csv.reader(text, strict=True, delimiter=delimiter)
    assert len(head) == len(set(head))
    return [dict(zip(head, line, strict=True)) for line in lines]


def sheets_of(content: bytes) -> dict[str, list[list[Any]]]:
    """Sheet to its rows, the head first, as calamine reads the workbook."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@contextmanager
def opened(content: bytes) -> Iterator[sqlite3.Connection]:
    """The database, whose integrity and references are checked first."""
    database = sqlite3.connect(":memory:")
    try:
        database.deserialize(content)
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        database.row_factory = sqlite3.Row
        yield database
    finally:
        database.close()

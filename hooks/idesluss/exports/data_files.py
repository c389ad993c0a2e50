"""Every file of the open data: what it is, where it lies, and what stands in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic_core import to_json

from ..processes.forked import done_together
from .beside_tables import TEXTS_TABLE
from .catalogue_json import catalogue_json, lists_json, plain_catalogue
from .csv_tables import csv_files
from .data_file import DATABASE, EXCEL, FOLDER, FUNDING, PACKAGE, RDF_XML, TURTLE, WHOLE, WORKBOOK, DataFile
from .data_package import data_package
from .dcat import Description
from .funding import funding_json
from .json_schemas import schema_files
from .rdf import rdf_xml, turtle
from .sqlite_file import sqlite_bytes
from .table_rows import rows_of_tables
from .tables import all_tables
from .xlsx_book import xlsx_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .catalogue_json import PlainCatalogue
    from .csv_tables import CsvFiles
    from .source import ExportSource
    from .table_rows import Rows

Here = TypeVar("Here")
Beside = TypeVar("Beside")
_MANY = 500  # entries; fewer are exported before a process has begun


def data_files(source: ExportSource) -> list[DataFile]:
    """Every file, those of the whole catalogue first, then one for each entry.

    What costs much is done in pairs at the same time. A fork is given what makes small files, as those have
    to be handed back.
    """
    whole, funding = _both(source, lambda: plain_catalogue(source), lambda: _funding(source))
    rows = rows_of_tables(whole)
    long = {name: rows[name] for name in rows if name == TEXTS_TABLE}
    short = {name: rows[name] for name in rows if name not in long}
    ((everything, *of_entries), database, long_csv), (workbook, short_csv) = _both(
        source,
        lambda: (_json_files(source, whole), _database(rows), _csv(long)),
        lambda: (_workbook(source, rows), _csv(short)),
    )
    files = [everything, database, *_csv_files({**short_csv, **long_csv}, rows), funding, workbook]
    return [*files, *_descriptions(source, files), *of_entries]


def _both(
    source: ExportSource, here: Callable[[], Here], beside: Callable[[], Beside]
) -> tuple[Here, Beside]:
    """What each of two tasks gives; they are done at the same time where they cost anything."""
    if len(source.catalogue.entries) < _MANY:
        return here(), beside()
    tasks: list[Callable[[], Any]] = [here, beside]
    first, second = done_together(tasks)
    return first, second


def _funding(source: ExportSource) -> DataFile:
    return DataFile(FUNDING, lists_json(funding_json(source)), "funding")


def _json_files(source: ExportSource, whole: PlainCatalogue) -> list[DataFile]:
    """The file of the whole catalogue, and those of its entries, which are lines of it."""
    lines = [to_json(entry) for entry in whole.entries]
    files = [DataFile(WHOLE, catalogue_json(source, whole, lines), "whole")]
    for entry, line in zip(source.catalogue.entries, lines, strict=True):
        content = line + b"\n"
        paths = (source.json_path(entry), *source.former_json_paths(entry))
        files += (DataFile(path, content, "entry") for path in paths)
    return files


def _database(rows: Rows) -> DataFile:
    return DataFile(DATABASE, sqlite_bytes(all_tables(), rows), "whole")


def _workbook(source: ExportSource, rows: Rows) -> DataFile:
    return DataFile(WORKBOOK, xlsx_bytes(source, all_tables(), rows), "whole")


def _csv(rows: Rows) -> dict[str, CsvFiles]:
    """Table to its two files, of those tables whose rows are given."""
    return {name: csv_files(all_tables()[name], of_table) for name, of_table in rows.items()}


def _csv_files(files: dict[str, CsvFiles], rows: Rows) -> Iterator[DataFile]:
    for name in rows:
        yield DataFile(f"{FOLDER}{name}.csv", files[name].plain, "table", name, len(rows[name]))
    for name in rows:
        yield DataFile(f"{EXCEL}{name}.csv", files[name].excel, "excel", name, len(rows[name]))


def _descriptions(source: ExportSource, files: list[DataFile]) -> Iterator[DataFile]:
    """What tells programs of the other files."""
    tables = {file.name: file.content for file in files if file.role == "table"}
    yield DataFile(PACKAGE, indented(data_package(source, tables)), "description")
    for path, schema in schema_files(source).items():
        yield DataFile(path, indented(schema), "description")
    resources = Description(source, files).resources()
    yield DataFile(TURTLE, turtle(resources).encode(), "description")
    yield DataFile(RDF_XML, rdf_xml(resources).encode(), "description")


def indented(value: Any) -> bytes:
    """JSON that people read too."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()

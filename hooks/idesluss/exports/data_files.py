"""Every file of the open data: what it is, where it lies, and what stands in it."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

from ..processes.forked import done_together
from .catalogue_json import FOLDER, catalogue_json, json_line, lists_json, plain_catalogue
from .csv_tables import csv_texts
from .data_file import DATABASE, EXCEL, FUNDING, PACKAGE, RDF_XML, TURTLE, WHOLE, WORKBOOK, DataFile
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
    from collections.abc import Iterator

    from .catalogue_json import PlainCatalogue
    from .source import ExportSource
    from .table_rows import Rows

_MANY = 500  # entries; fewer are exported before a process has begun


def data_files(source: ExportSource) -> list[DataFile]:
    """Every file, those of the whole catalogue first, then one for each entry."""
    whole = plain_catalogue(source)
    texts = [json_line(entry) for entry in whole.entries]
    files = list(_whole_files(source, whole, texts))
    return [*files, *_descriptions(source, files), *_entry_files(source, texts)]


def _whole_files(source: ExportSource, whole: PlainCatalogue, entries: list[str]) -> Iterator[DataFile]:
    """The workbook costs as much as all the others, and is made beside them where it costs anything."""
    tables, rows = all_tables(), rows_of_tables(source, whole)

    def workbook() -> list[DataFile]:
        return [DataFile(WORKBOOK, xlsx_bytes(source, tables, rows), "whole")]

    def others() -> list[DataFile]:
        return list(_plainer_files(source, whole, entries, rows))

    if len(entries) < _MANY:
        yield from (*others(), *workbook())
    else:
        yield from chain.from_iterable(done_together([others, workbook]))


def _plainer_files(
    source: ExportSource, whole: PlainCatalogue, entries: list[str], rows: Rows
) -> Iterator[DataFile]:
    tables = all_tables()
    yield DataFile(WHOLE, catalogue_json(source, whole, entries).encode(), "whole")
    yield DataFile(DATABASE, sqlite_bytes(tables, rows), "whole")
    texts = {name: csv_texts(table, rows[name]) for name, table in tables.items()}
    for name, text in texts.items():
        yield DataFile(f"{FOLDER}{name}.csv", text.plain.encode(), "table", name, len(rows[name]))
    for name, text in texts.items():
        yield DataFile(f"{EXCEL}{name}.csv", text.excel.encode(), "excel", name, len(rows[name]))
    yield DataFile(FUNDING, lists_json(funding_json(source)).encode(), "funding")


def _descriptions(source: ExportSource, files: list[DataFile]) -> Iterator[DataFile]:
    """What tells programs of the other files."""
    tables = {file.name: file.content for file in files if file.role == "table"}
    yield DataFile(PACKAGE, indented(data_package(source, tables)), "description")
    for path, schema in schema_files(source).items():
        yield DataFile(path, indented(schema), "description")
    resources = Description(source, files).resources()
    yield DataFile(TURTLE, turtle(resources).encode(), "description")
    yield DataFile(RDF_XML, rdf_xml(resources).encode(), "description")


def _entry_files(source: ExportSource, entries: list[str]) -> Iterator[DataFile]:
    for entry, text in zip(source.catalogue.entries, entries, strict=True):
        content = f"{text}\n".encode()
        for path in (source.json_path(entry), *source.former_json_paths(entry)):
            yield DataFile(path, content, "entry")


def indented(value: Any) -> bytes:
    """JSON that people read too."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()

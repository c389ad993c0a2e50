"""All tables as one SQLite database, with full text search, as Datasette opens it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from .columns import by_column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .layout import DataColumn
    from .table_rows import Rows
    from .tables import DataTable

_json = json.JSONEncoder(ensure_ascii=False).encode
_TYPES = {"integer": "INTEGER", "boolean": "INTEGER"}
# What is searched: the columns of a table. Datasette finds the index by the name of its table in quotes.
SEARCHED = {"ideas": ("title", "summary", "result"), "texts": ("text",)}


def sqlite_bytes(tables: Mapping[str, DataTable], rows: Rows) -> bytes:
    """The database as it lies in a file; the same rows give the same bytes."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute("BEGIN")
        for table in tables.values():
            database.execute(_create(table, tables))
            places = ", ".join("?" * len(table.columns))
            database.executemany(
                f"INSERT INTO {_quoted(table.name)} VALUES ({places})",  # noqa: S608  # names are the model's
                _stored(table, rows[table.name]),
            )
        for statement in _indexes():
            database.execute(statement)
        database.execute("COMMIT")
        return database.serialize()


def _create(table: DataTable, tables: Mapping[str, DataTable]) -> str:
    lines = [
        f"  {_quoted(column.name)} {'TEXT' if column.kind.is_list else _TYPES.get(column.kind.name, 'TEXT')}"
        f"{_reference(column, tables, table)}"
        for column in table.columns
    ]
    if table.is_told_by_keys:
        lines.append(f"  PRIMARY KEY ({', '.join(_quoted(key.name) for key in table.keys)})")
    return f"CREATE TABLE {_quoted(table.name)} (\n" + ",\n".join(lines) + "\n)"


def _reference(column: DataColumn, tables: Mapping[str, DataTable], table: DataTable) -> str:
    """The table that the column's values are keys of, where they have one to themselves."""
    other = tables.get(column.vocabulary or "")
    if other is None or other is table or column.kind.is_list:
        return ""
    return f" REFERENCES {_quoted(other.name)} ({_quoted(other.keys[0].name)})"


def _quoted(name: str) -> str:
    return f"[{name}]"


def _stored(table: DataTable, rows: list[tuple[Any, ...]]) -> Iterable[tuple[Any, ...]]:
    """Lists as JSON, which SQLite and Datasette take apart."""
    lists = [column.kind.is_list for column in table.columns]
    if not any(lists):
        return rows
    columns = zip(by_column(rows, len(lists)), lists, strict=True)
    stored = (
        [value and _json(value) for value in values] if is_list else values for values, is_list in columns
    )
    return zip(*stored, strict=True)


def _indexes() -> Iterator[str]:
    for name, columns in SEARCHED.items():
        yield (
            f"CREATE VIRTUAL TABLE [{name}_fts] USING fts5({', '.join(columns)}, "
            f'tokenize="unicode61 remove_diacritics 2", content="{name}")'
        )
        yield f"INSERT INTO [{name}_fts] ([{name}_fts]) VALUES ('rebuild')"  # noqa: S608  # names of ours

"""What the CSV files are, as a Frictionless data package tells it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from ..words.characters import slugify
from .columns import BETWEEN
from .json_schemas import DATE_PATTERN
from .tables import all_tables, column_help, column_title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..words import Language
    from .catalogue_json import Json
    from .layout import DataColumn
    from .source import ExportSource
    from .tables import DataTable

# Programs guess what is not said here, and a long text misleads them.
_DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True}
_TYPES = {"boolean": "boolean", "day": "date", "integer": "integer"}


def data_package(source: ExportSource, files: Mapping[str, bytes]) -> Json:
    """The package of these files: the name of each below the package's folder, and its bytes."""
    settings, language = source.settings, source.settings.language
    tables = {f"{name}.csv": table for name, table in all_tables().items()}
    licence = settings.licences.facts
    package = {
        "profile": "data-package",
        "name": slugify(settings.name) or "catalogue",
        "title": settings.name,
        "description": settings.description.in_(language),
        "homepage": settings.full_address("") or None,
        "version": f"1.{source.catalogue.today:%Y.%m.%d}",
        "licenses": [{"title": terms.name, "path": terms.url} for terms in (licence, settings.licences.text)],
        "contributors": [{"title": settings.publisher or settings.name, "role": "publisher"}],
        "resources": [_resource(tables[name], name, content, language) for name, content in files.items()],
    }
    return {name: value for name, value in package.items() if value is not None}


def _resource(table: DataTable, path: str, content: bytes, language: Language) -> Json:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path,
        "title": table.title.in_(language),
        "description": table.help.in_(language),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": _DIALECT,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _schema(table, language),
    }


def _schema(table: DataTable, language: Language) -> Json:
    """The table's fields, what tells its rows apart, and the tables that they refer to."""
    tables = all_tables()
    keys = [key.name for key in table.keys]
    references = [
        {"fields": column.name, "reference": {"resource": other.name, "fields": other.keys[0].name}}
        for column in table.columns
        if (other := tables.get(column.vocabulary or "")) and other is not table and not column.kind.is_list
    ]
    return {
        "fields": [_field(column, language) for column in table.columns],
        **({"primaryKey": keys} if table.is_told_by_keys else {}),
        **({"foreignKeys": references} if references else {}),
    }


def _field(column: DataColumn, language: Language) -> Json:
    kind = column.kind
    constraints: dict[str, Any] = {"required": True} if column.is_required else {}
    if kind.name == "date":
        constraints["pattern"] = DATE_PATTERN
    if kind.choices and not kind.is_list:
        constraints["enum"] = list(kind.choices)
    described = {
        "name": column.name,
        "type": "list" if kind.is_list else _TYPES.get(kind.name, "string"),
        "title": column_title(column).in_(language),
        "description": column_help(column).in_(language),
    }
    if kind.is_list:
        item = "integer" if kind.name == "integer" else "string"
        described |= {"delimiter": BETWEEN, "itemType": item}
    return described | ({"constraints": constraints} if constraints else {})

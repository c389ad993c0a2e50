"""JSON Schemas of the files: of the whole catalogue, of an entry, and of a row of each table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_origin

from ..model import Call, Idea, Plan, Settings, field_help, field_title, record_in
from ..words import Text, text
from .data_file import SCHEMAS, VERSION
from .derived_columns import OF_DECISIONS, OF_GRANTS, OF_IDEAS
from .tables import all_tables, column_help, column_title
from .value_kinds import ValueKind, value_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from ..words import Language
    from .layout import DataColumn
    from .source import ExportSource
    from .tables import DataTable

Schema = dict[str, Any]
DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_FORMS: dict[str, Schema] = {
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "pattern": DATE_PATTERN},
    "day": {"type": "string", "format": "date"},
    "integer": {"type": "integer"},
    "text": {"type": "string"},
    "url": {"type": "string"},
}
# What follows from a record, beside its own fields.
_FACTS = {"Grant": OF_GRANTS, "Decision": OF_DECISIONS}


def schema_files(source: ExportSource) -> dict[str, Schema]:
    """Path of each schema below the site's root, and what stands in it."""
    language = source.settings.language
    schemas = {
        "catalogue": {**_catalogue_form(language), "$defs": _definitions(language)},
        "idea": {**_entry(language), "$defs": _definitions(language)},
        "tables": {"$defs": {name: _row(table, language) for name, table in all_tables().items()}},
    }
    return {
        f"{SCHEMAS}{name}.schema.json": {
            "$schema": _DRAFT,
            "$id": source.full(f"{SCHEMAS}{name}.schema.json"),
            **schema,
        }
        for name, schema in schemas.items()
    }


def _catalogue_form(language: Language) -> Schema:
    words = {"type": "string"}
    parts: dict[str, Schema] = {
        "schema": words,
        "version": {"const": VERSION},
        "program": words,
        "commit": {"type": ["string", "null"]},
        "as_of": _FORMS["day"],
        "catalogue": _reference(Settings),
        "figures": {"type": "object"},
        "calls": {"type": "array", "items": _call(language)},
        "entries": {"type": "array", "items": _entry(language)},
    }
    return _object(_described(parts, language), parts)


def _entry(language: Language) -> Schema:
    stage = dict.fromkeys(("stage", "gate"), _FORMS["text"]) | {"entered": _FORMS["date"]}
    relation = dict.fromkeys(("kind", "other_idea"), _FORMS["text"])
    parts: dict[str, Schema] = {
        "slug": _FORMS["text"],
        "idea": _reference(Idea),
        "text": _FORMS["text"],
        "plan": _reference(Plan),
        "plan_text": _FORMS["text"],
        "facts": _columns_form(OF_IDEAS, language),
        "stage_history": {"type": "array", "items": _object(stage, ["stage"])},
        "relations_from_others": {"type": "array", "items": _object(relation, relation)},
    }
    return _object(_described(parts, language), ["slug", "idea", "facts"])


def _call(language: Language) -> Schema:
    parts: dict[str, Schema] = {
        "slug": _FORMS["text"],
        "call": _reference(Call),
        "text": _FORMS["text"],
        "facts": {"type": "object"},
    }
    return _object(_described(parts, language), ["slug", "call", "facts"])


def _described(parts: dict[str, Schema], language: Language) -> dict[str, Schema]:
    """The parts of a file with what each is; a reference says it itself."""
    return {
        name: {"description": text(f"data.json.{name}").in_(language), **form} for name, form in parts.items()
    }


def _object(properties: Schema, required: Iterable[str]) -> Schema:
    return {"type": "object", "required": list(required), "properties": properties}


def _reference(record: type[BaseModel]) -> Schema:
    return {"$ref": f"#/$defs/{record.__name__}"}


def _definitions(language: Language) -> Schema:
    """Every record of the model by its name."""
    records = {
        within.__name__: within for root in (Idea, Plan, Call, Settings) for within in records_in(root)
    }
    return {name: _record(record, language) for name, record in sorted(records.items())}


def records_in(record: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The record and all those within it, at whatever depth."""
    yield record
    for field in record.model_fields.values():
        within = record_in(field.annotation)
        if within:
            yield from records_in(within)


def _record(record: type[BaseModel], language: Language) -> Schema:
    properties = {
        name: {**_words(field_title(record, name), field_help(record, name), language), **_form(field)}
        for name, field in record.model_fields.items()
    }
    facts = _FACTS.get(record.__name__)
    if facts:
        properties["facts"] = _columns_form(facts, language)
    required = [name for name, field in record.model_fields.items() if _is_always_said(field)]
    return _object(properties, required)


def _is_always_said(field: FieldInfo) -> bool:
    """Whether a value is there whatever the file says: it is asked for, or there is one without words."""
    return field.is_required() or (field.default_factory is None and field.default is not None)


def _words(title: Text, meaning: Text, language: Language) -> Schema:
    return {"title": title.in_(language), "description": meaning.in_(language)}


def _form(field: FieldInfo) -> Schema:
    record = record_in(field.annotation)
    if record is None:
        return value_form(value_kind(field))
    origins = {get_origin(field.annotation), *map(get_origin, get_args(field.annotation))}
    if tuple in origins:
        return {"type": "array", "items": _reference(record)}
    if dict in origins:
        return {"type": "object", "additionalProperties": _reference(record)}
    return _reference(record)


def value_form(kind: ValueKind) -> Schema:
    """How a value of this kind stands in JSON."""
    form = _FORMS[kind.name] | ({"enum": list(kind.choices)} if kind.choices else {})
    return {"type": "array", "items": form} if kind.is_list else form


def _columns_form(columns: Iterable[DataColumn], language: Language) -> Schema:
    properties = {
        column.name: {
            **_words(column_title(column), column_help(column), language),
            **value_form(column.kind),
        }
        for column in columns
    }
    return {"type": "object", "properties": properties}


def _row(table: DataTable, language: Language) -> Schema:
    """A row as an object, such as programs make of CSV and databases; what nobody has said is null."""
    form = _columns_form(table.columns, language)
    for column in table.columns:
        if not column.is_required:
            own = form["properties"][column.name]
            own |= {"type": [own["type"], "null"]}
            if "enum" in own:
                own["enum"] = [*own["enum"], None]
    return {**_words(table.title, table.help, language), **form}

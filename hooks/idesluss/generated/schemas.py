"""JSON Schemas of the four kinds of file, by which editors suggest and explain while somebody writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..model import Call, Idea, Plan, Settings, field_help, field_title, needed_from, record_in
from ..model.vocabulary import OF_FILES, _terms, term_label, terms_of
from ..reading import folders as tree
from ..reading.document import read_document
from ..reading.files import DiskFiles
from ..reading.records import validate
from ..words import say
from .forms import EMPTY, Forms, either
from .snippets import snippets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import BaseModel

    from ..model import Localised
    from ..words import Text
    from .forms import Schema

_RECORDS: dict[str, tuple[type[BaseModel], str]] = {
    "idea": (Idea, "idea.md"),
    "plan": (Plan, "plan.md"),
    "call": (Call, "ideas/calls/*.md"),
    "catalogue": (Settings, "ideas/catalogue.yml"),
}
# What pydantic says of a field in `declare`'s words, said anew by `_field`.
_TOLD = {"title", "description", "examples", "title_en", "help_en", "needed_from"}


def schemas(root: Path) -> dict[str, str]:
    """Path below the repository's root to the schema; nothing where the catalogue cannot be read."""
    settings, _ = validate(read_document(DiskFiles(root), tree.SETTINGS), Settings)
    if settings is None:
        return {}
    made = {name: _schema(record, path, settings) for name, (record, path) in _RECORDS.items()}
    return {f"docs/schema/{name}.schema.json": _written(schema) for name, schema in made.items()}


def _written(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _schema(record: type[BaseModel], path: str, settings: Settings) -> Schema:
    made = record.model_json_schema(
        ref_template="#/definitions/{model}", schema_generator=Forms, mode="validation"
    )
    held: dict[str, Schema] = made.pop("$defs", {})
    within = {record.__name__: record, **{inner.__name__: inner for inner in _within(record)}}
    definitions = {key: _record(within[key], form) for key, form in sorted(held.items())}
    terms = {term for inner in within.values() for _, term in _terms(inner) if term and term not in OF_FILES}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": path,
        **_record(record, made),
        "definitions": {
            **{vocabulary: _enum(settings, vocabulary) for vocabulary in sorted(terms)},
            **definitions,
        },
    }


def _within(record: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The records that a record holds, at whatever depth."""
    for info in record.model_fields.values():
        inner = record_in(info.annotation)
        if inner:
            yield inner
            yield from _within(inner)


def _record(record: type[BaseModel], form: Schema) -> Schema:
    fields = {name: _field(record, name, held) for name, held in form["properties"].items()}
    needed = {"required": form["required"]} if "required" in form else {}
    return {"type": "object", "properties": fields, **needed, "additionalProperties": False}


def _field(record: type[BaseModel], name: str, form: Schema) -> Schema:
    """A field's form with its words in both languages; one that is not required may be empty."""
    info = record.model_fields[name]
    form = {key: value for key, value in form.items() if key not in _TOLD}
    vocabulary = dict(_terms(record)).get(name)
    if vocabulary and vocabulary not in OF_FILES:
        form = _of_terms(form, vocabulary)
    offered = snippets(record, name)
    return {
        "title": field_title(record, name).sv,
        "description": field_help(record, name).sv,
        "markdownDescription": _help(record, name),
        **({"defaultSnippets": offered} if offered else {}),
        **({"examples": [_as_written(info.examples[0], form)]} if info.examples else {}),
        **(form if info.is_required() else either(form, EMPTY)),
    }


def _of_terms(form: Schema, vocabulary: str) -> Schema:
    of = {"$ref": f"#/definitions/{vocabulary}"}
    return {**form, "items": of} if "items" in form else of


def _enum(settings: Settings, vocabulary: str) -> Schema:
    """The keys of a vocabulary, each with its name and what it means."""
    known = terms_of(settings, vocabulary)
    labels = {key: term_label(settings, vocabulary, key) for key in known}
    return {
        "enum": list(known),
        "enumDescriptions": [words.sv for words in labels.values()],
        "markdownEnumDescriptions": [
            _meaning(words, getattr(known[key], "help", None)) for key, words in labels.items()
        ],
    }


def _meaning(words: Text, told: Localised | None) -> str:
    if told is None:
        return f"**{words.sv}**\n\n*{words.en}*"
    return f"**{words.sv}**. {told.sv}\n\n*{words.en}*. {told.en}"


def _help(record: type[BaseModel], name: str) -> str:
    """Swedish, then English in a paragraph of its own, then an example."""
    words, info = field_help(record, name), record.model_fields[name]
    parts = [f"{words.sv} {_need(record, name)}".strip(), f"*{field_title(record, name).en}.* {words.en}"]
    if info.examples:
        parts.append(say("faces.fields.example", "sv", example=f"`{_shown(info.examples[0])}`"))
    return "\n\n".join(parts)


def _need(record: type[BaseModel], name: str) -> str:
    stage = needed_from(record).get(name)
    if stage:
        return say("faces.fields.needed", "sv", stage=f"`{stage}`")
    return say("faces.fields.required", "sv") if record.model_fields[name].is_required() else ""


def _shown(example: Any) -> str:
    return f"[{', '.join(map(str, example))}]" if isinstance(example, list) else str(example)


def _as_written(example: Any, form: Schema) -> Any:
    """An example as it stands in a file: digits are a number where the field is for numbers."""
    if isinstance(example, list):
        return [_as_written(item, form.get("items", {})) for item in example]
    return int(example) if "minimum" in form else example

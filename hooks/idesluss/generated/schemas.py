"""JSON Schemas of each kind of file, by which editors suggest and explain while somebody writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..model import Call, Idea, Plan, Settings, field_help, field_title, record_in
from ..model.process import PARTS, Process
from ..model.settings import VOCABULARIES
from ..model.shipped import shipped_lists
from ..model.vocabulary import OF_FILES, example_of, term_label, terms_of, vocabulary_by_field, vocabulary_of
from ..reading.paths import VOCABULARY_FOLDER
from .fields import example, need
from .forms import EMPTY, Forms, either, worded
from .snippets import snippets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from ..model import Localised
    from ..words import Language, Text
    from .forms import Schema

    Languages = tuple[Language, ...]

_RECORDS: dict[str, tuple[type[BaseModel], str]] = {
    "idea": (Idea, "idea.md"),
    "plan": (Plan, "plan.md"),
    "call": (Call, "ideas/calls/*.md"),
    "catalogue": (Settings, "ideas/catalogue.yml"),
}
# What pydantic says of a field in `declare`'s words; `_field` says it anew.
_DECLARED_WORDS = {"title", "description", "examples"}


def schemas(settings: Settings) -> dict[str, str]:
    """Path below the repository's root to the schema."""
    built = {name: _schema(record, path, settings) for name, (record, path) in _RECORDS.items()}
    built |= {name: _vocabulary(built["catalogue"], name) for name in VOCABULARIES}
    return {
        f"docs/schema/{name}.schema.json": _written(worded(schema, settings.language))
        for name, schema in built.items()
    }


def _vocabulary(catalogue: Schema, name: str) -> Schema:
    """The schema of a file that holds a vocabulary alone, out of that of catalogue.yml.

    Where the program has a list, the file may say only what is to be added to it.
    """
    form = {**catalogue["properties"][name], "title": f"{VOCABULARY_FOLDER}/{name}.yml"}
    terms, *_ = form.pop("anyOf")
    schema = {"$schema": catalogue["$schema"], **form, **terms, "type": "object"}
    used: dict[str, Schema] = {}
    _take_used(schema, catalogue["definitions"], used)
    term = schema["additionalProperties"].get("$ref", "").rpartition("/")[2]
    if term and shipped_lists(name):
        used[term] = {key: form for key, form in used[term].items() if key != "required"}
    return {**schema, "definitions": dict(sorted(used.items()))} if used else schema


def _take_used(form: Any, definitions: Schema, used: Schema) -> None:
    """Put the definitions that a form refers to, and those that they refer to, into `used`."""
    if isinstance(form, dict) and "$ref" in form:
        name = form["$ref"].rpartition("/")[2]
        if name not in used:
            used[name] = definitions[name]
            _take_used(used[name], definitions, used)
    for part in form.values() if isinstance(form, dict) else form if isinstance(form, list) else ():
        _take_used(part, definitions, used)


def _written(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _schema(record: type[BaseModel], path: str, settings: Settings) -> Schema:
    form = record.model_json_schema(
        ref_template="#/definitions/{model}", schema_generator=Forms, mode="validation"
    )
    inner_forms: dict[str, Schema] = form.pop("$defs", {})
    within = {record.__name__: record, **{inner.__name__: inner for inner in _within(record)}}
    definitions = {key: _record(within[key], inner, settings) for key, inner in sorted(inner_forms.items())}
    named = {vocabulary for inner in within.values() for vocabulary in vocabulary_by_field(inner).values()}
    vocabularies = sorted(vocabulary for vocabulary in named if vocabulary and vocabulary not in OF_FILES)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": path,
        **_record(record, form, settings),
        "definitions": {
            **{vocabulary: _enum(settings, vocabulary) for vocabulary in vocabularies},
            **definitions,
        },
    }


def _within(record: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The records that a record holds, at whatever depth."""
    for field in record.model_fields.values():
        inner = record_in(field.annotation)
        if inner:
            yield inner
            yield from _within(inner)


def _record(record: type[BaseModel], form: Schema, settings: Settings) -> Schema:
    fields = {name: _field(record, name, inner, settings) for name, inner in form["properties"].items()}
    required = [
        name for name in form.get("required", ()) if record is not Settings or name not in VOCABULARIES
    ]
    needed = {"required": required} if required else {}
    limits: Schema = {
        "type": "object",
        **{key: form[key] for key in ("type", "minProperties") if key in form},
    }
    return {**limits, "properties": fields, **needed, "additionalProperties": False}


def _field(record: type[BaseModel], name: str, form: Schema, settings: Settings) -> Schema:
    """A field's form with its words in every language; one that is not required may be empty."""
    form = {key: value for key, value in form.items() if key not in _DECLARED_WORDS}
    vocabulary, language = vocabulary_of(record, name), settings.language
    if vocabulary and vocabulary not in OF_FILES:
        form = _from_vocabulary(form, vocabulary)
    if record is Settings and name in VOCABULARIES:
        form = either(_or_named(form, name), EMPTY)
    elif record is Process and name in PARTS:
        form = _or_named(form, name)
    offered, shown = snippets(record, name, settings), example_of(record, name, language, settings)
    return {
        "title": field_title(record, name).in_(language),
        "description": field_help(record, name).in_(language),
        "markdownDescription": _help(record, name, settings),
        **({"defaultSnippets": offered} if offered else {}),
        **({"examples": [_as_written(shown, form)]} if shown else {}),
        **(form if record.model_fields[name].is_required() else either(form, EMPTY)),
    }


def _from_vocabulary(form: Schema, vocabulary: str) -> Schema:
    """The form of a key of the vocabulary, or of a list of such keys."""
    key = {"$ref": f"#/definitions/{vocabulary}"}
    return {**form, "items": key} if "items" in form else key


def _or_named(form: Schema, vocabulary: str) -> Schema:
    """The form of a list of terms, which may name a list of the program's instead."""
    known = shipped_lists(vocabulary)
    return either({"anyOf": [form]}, {"enum": known}) if known else {"anyOf": [form]}


def _enum(settings: Settings, vocabulary: str) -> Schema:
    """The keys of a vocabulary, each with its name and what it means."""
    known = terms_of(settings, vocabulary)
    labels = {key: term_label(settings, vocabulary, key) for key in known}
    return {
        "enum": list(known),
        "enumDescriptions": [words.in_(settings.language) for words in labels.values()],
        "markdownEnumDescriptions": [
            _meaning(words, getattr(known[key], "help", None), settings.site_languages)
            for key, words in labels.items()
        ],
    }


def _meaning(words: Text, meaning: Localised | None, languages: Languages) -> str:
    """A term and what it means, in a paragraph for each language; the first stands out."""
    marks = ["**", *["*"] * (len(languages) - 1)]
    if meaning is None:
        return "\n\n".join(f"{m}{words.in_(own)}{m}" for m, own in zip(marks, languages, strict=True))
    return "\n\n".join(
        f"{m}{words.in_(own)}{m}. {meaning.in_(own)}" for m, own in zip(marks, languages, strict=True)
    )


def _help(record: type[BaseModel], name: str, settings: Settings) -> str:
    """The first language, the others in a paragraph each, then an example."""
    first, *others = settings.site_languages
    title, words = field_title(record, name), field_help(record, name)
    parts = [f"{words.in_(first)} {need(record, name, first, settings.process)}".strip()]
    parts += [f"*{title.in_(other)}.* {words.in_(other)}" for other in others]
    return "\n\n".join(filter(None, (*parts, example(record, name, first, settings))))


def _as_written(value: Any, form: Schema) -> Any:
    """An example as it stands in a file: digits are a number where the field is for numbers."""
    if isinstance(value, list):
        return [_as_written(item, form.get("items", {})) for item in value]
    return int(value) if "minimum" in form else value

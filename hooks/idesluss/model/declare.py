"""How a field is declared: once, without words, which each language has in its folder."""

from __future__ import annotations

from inspect import get_annotations
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, Field

from ..words import LANGUAGES, SOURCE, Text, keys, language_name, same, text
from ..words.characters import capitalized


class Record(BaseModel):
    """Base of everything read from files: unknown keys are refused, nothing can be changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def declare(
    *,
    required: bool = False,
    many: bool = False,
    default: object = None,
    example: object = None,
    **limits: Any,
) -> Any:
    """Declare a field: a value that passes, pydantic's limits.

    Its words stand in `fields.toml` of each language, under the record's name or under `every`.
    `required` fields are needed always; `many` fields are empty where nothing is given. What else a
    stage needs is the catalogue's to say, in its process.
    """
    if many:
        limits["default_factory"] = tuple
    elif not required and "default_factory" not in limits:
        limits["default"] = default
    return Field(examples=None if example is None else [example], **limits)


def words_key(record: type[BaseModel], name: str) -> str:
    """Where the words of a record's field stand: under the record that declares it, or `every`."""
    if name in LANGUAGES:
        return "field.every.words"
    owner = next((base for base in record.__mro__ if name in get_annotations(base)), record)
    own = f"field.{owner.__name__}.{name}"
    return own if f"{own}.title" in keys(SOURCE) else f"field.every.{name}"


def field_title(record: type[BaseModel], name: str) -> Text:
    """The field's label; the bare name where the record has no such field."""
    if name not in record.model_fields:
        return same(name)
    title = text(f"{words_key(record, name)}.title", **_language(name))
    return title.each(capitalized) if name in LANGUAGES else title


def field_question(record: type[BaseModel], name: str) -> Text:
    """What a form asks, where the field's label would not be understood as a question there."""
    key = f"{words_key(record, name)}.question"
    return text(key) if key in keys(SOURCE) else field_title(record, name)


def field_help(record: type[BaseModel], name: str) -> Text:
    """What to write in the field, in a sentence; KeyError where the record has no such field."""
    return text(f"{words_key(record, name)}.help", **_language(name))


def field_example(record: type[BaseModel], name: str) -> Text | None:
    """Words that pass in a field that holds words; None for other fields, and where none are given."""
    key = f"{words_key(record, name)}.example"
    return text(key) if key in keys(SOURCE) else None


def _language(name: str) -> dict[str, Text]:
    """What the words of a field for one language are filled in with."""
    return {"language": language_name(name)} if name in LANGUAGES else {}


def record_in(annotation: Any) -> type[BaseModel] | None:
    """The record that an annotation such as `tuple[Grant, ...] | None` speaks of, if any."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(record_in, get_args(annotation))), None)

"""How a schema tells each kind of value, so that it takes what an editor may have made of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from ..model import Localised, LocalisedSentence, PartialDate
from ..model.process import RequiredPart
from ..model.terms import Municipality
from ..model.values import (
    MAX_MONEY,
    MAX_URL,
    NumberReader,
    PatternReader,
    read_date_or_year,
    read_flag,
    read_maybe_url,
    read_money,
    read_secure_url,
    read_url,
    read_whole_date,
)
from ..words import say

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

    from ..words import Language

Schema = dict[str, Any]
_MONTH, _DAY = r"(19|20|21)\d\d-(0[1-9]|1[0-2])", r"-(0[1-9]|[12]\d|3[01])"
_DATES = {
    PartialDate.read: f"^{_MONTH}({_DAY})?$",
    read_date_or_year: rf"^((19|20|21)\d\d|{_MONTH}({_DAY})?)$",
    read_whole_date: f"^{_MONTH}{_DAY}$",
}
# Said by what they are not, as editors suggest the `null`, `true` and `false` of a type; and described, as
# editors otherwise take them for the field itself.
EMPTY = {"description": "schema.empty", "not": {"type": ["array", "boolean", "number", "object", "string"]}}
_NO_TEXT = {"description": "schema.as_text", "not": {"type": ["array", "null", "object", "string"]}}


_WORDS = {form["description"] for form in (EMPTY, _NO_TEXT)}  # keys of words


def worded(schema: Any, language: Language) -> Any:
    """The schema with the words of a language where their keys stand."""
    if isinstance(schema, list):
        return [worded(part, language) for part in schema]
    if not isinstance(schema, dict):
        return say(schema, language) if isinstance(schema, str) and schema in _WORDS else schema
    return {key: worded(part, language) for key, part in schema.items()}


def either(form: Schema, other: Schema) -> Schema:
    """A form that takes what one of the two takes."""
    if "anyOf" in form:
        return {**form, "anyOf": [*form["anyOf"], other]}
    return {"anyOf": [form, other]}


class Forms(GenerateJsonSchema):
    """pydantic's schema of a record, with each kind of value as an editor may have parsed it.

    pydantic calls a method for each kind of value; those of the base are changed here.
    """

    def generate_inner(self, schema: CoreSchema) -> Schema:
        form = super().generate_inner(schema)
        pattern = _DATES.get(schema.get("function", {}).get("function"))
        return {"type": "string", "pattern": pattern} if pattern else form

    def function_before_schema(self, schema: Any) -> Schema:
        return _form(schema["function"]["function"], super().function_before_schema(schema))

    def nullable_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: Any) -> Schema:
        return self.generate_inner(schema["schema"])

    def dict_schema(self, schema: Any) -> Schema:
        keys, values = (self.generate_inner(schema[part]) for part in ("keys_schema", "values_schema"))
        if "enum" in keys:
            entries = {"properties": dict.fromkeys(keys["enum"], values), "additionalProperties": False}
        else:
            entries = {"propertyNames": keys["anyOf"][0], "additionalProperties": values}
        return {"type": "object", **entries, "minProperties": schema.get("min_length", 0)}


def _form(reader: Any, inner: Schema) -> Schema:
    """The form of what a reader in `model.values` takes, with the reader's limits."""
    if reader in _FORMS:
        return _FORMS[reader]
    if reader in _TEXT_OR_FIELDS:
        return {**inner, "type": ["object", "string"], "minProperties": 1}
    if isinstance(reader, NumberReader):
        return _number(reader.low, reader.high)
    if isinstance(reader, PatternReader):
        pattern = f"^(?:{reader.pattern})$"
        return either({"type": "string", "pattern": pattern, "maxLength": reader.longest}, _NO_TEXT)
    return either(inner, _NO_TEXT)


def _number(low: int, high: int) -> Schema:
    return {"type": ["integer", "string"], "minimum": low, "maximum": high, "pattern": "^[0-9]+$"}


# Readers of records that may be a text alone.
_TEXT_OR_FIELDS = {
    Localised.read_words,
    LocalisedSentence.read_words,
    Municipality.read_name,
    RequiredPart.read_name,
}
# What each reader of `model.values` without limits of its own takes.
_FORMS: dict[Any, Schema] = {
    read_flag: {"type": ["boolean", "string"], "pattern": "^(true|false)$"},
    read_url: {"type": "string", "pattern": r"^https?://\S+$", "maxLength": MAX_URL},
    read_secure_url: {"type": "string", "pattern": r"^https://\S+$", "maxLength": MAX_URL},
    read_maybe_url: {"type": "string", "pattern": r"^https?://\S+$", "maxLength": MAX_URL},
    read_money: _number(0, MAX_MONEY),
}

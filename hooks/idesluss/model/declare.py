"""How a field is declared: once, with its title and help in both languages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ConfigDict, Field

from ..words import Text

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo


class Record(BaseModel):
    """Base of everything read from files: unknown keys are refused, nothing can be changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def declare(  # noqa: PLR0913  # a declaration has many parts, each named
    sv: str,
    en: str,
    help_sv: str,
    help_en: str,
    /,
    *,
    required: bool = False,
    many: bool = False,
    default: object = None,
    example: object = None,
    needed_from: str | None = None,
    **limits: Any,
) -> Any:
    """Declare a field: title and help in both languages, a value that passes, pydantic's limits.

    `needed_from` is the first stage in which every process needs the field; `required` fields are
    needed always; `many` fields are empty where nothing is given.
    """
    if many:
        limits["default_factory"] = tuple
    elif not required and "default_factory" not in limits:
        limits["default"] = default
    return Field(
        title=sv,
        description=help_sv,
        examples=None if example is None else [example],
        json_schema_extra={"title_en": en, "help_en": help_en, "needed_from": needed_from},
        **limits,
    )


def _own_words(field: FieldInfo) -> dict[str, Any]:
    """What pydantic has no place for: the words in English, and the stage that needs the field."""
    extra = field.json_schema_extra
    return extra if isinstance(extra, dict) else {}


def field_title(record: type[BaseModel], name: str) -> Text:
    """The field's label; the bare name where the record has no such field."""
    field = record.model_fields.get(name)
    if field is None or field.title is None:
        return Text(name, name)
    return Text(field.title, _own_words(field)["title_en"])


def field_help(record: type[BaseModel], name: str) -> Text:
    """What to write in the field, in a sentence; KeyError where the record has no such field."""
    field = record.model_fields[name]
    return Text(field.description or "", _own_words(field)["help_en"])


@cache
def needed_from(record: type[BaseModel]) -> dict[str, str]:
    """Field name to the first stage that needs it, for the fields that any process needs."""
    stages = {name: _own_words(field).get("needed_from") for name, field in record.model_fields.items()}
    return {name: stage for name, stage in stages.items() if stage}


def record_in(annotation: Any) -> type[BaseModel] | None:
    """The record that an annotation such as `tuple[Grant, ...] | None` speaks of, if any."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(record_in, get_args(annotation))), None)

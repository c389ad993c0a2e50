"""What kind of value a field holds, as its annotation in the model says; every format asks here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from pydantic import BeforeValidator, PlainValidator

from ..model import PartialDate
from ..model.values import (
    NumberReader,
    read_maybe_url,
    read_money,
    read_secure_url,
    read_url,
    read_whole_date,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

KindName = Literal["boolean", "date", "day", "integer", "text", "url"]
_URLS = frozenset({read_maybe_url, read_secure_url, read_url})


@dataclass(frozen=True, slots=True)
class ValueKind:
    """A kind of value: a `date` is a day, or a month or year whose day is not known; a `day` is whole.

    `is_list` is of several such values in one field, `choices` are the only ones that the program takes.
    """

    name: KindName
    is_list: bool = False
    choices: tuple[str, ...] = ()


TEXT, INTEGER, DATE, DAY, URL = (
    ValueKind("text"),
    ValueKind("integer"),
    ValueKind("date"),
    ValueKind("day"),
    ValueKind("url"),
)
TEXTS = ValueKind("text", is_list=True)


def value_kind(field: FieldInfo) -> ValueKind:
    """The kind of a field that holds no record."""
    parts = [*_parts_of(field.annotation), *field.metadata]
    choices = tuple(choice for part in parts if get_origin(part) is Literal for choice in get_args(part))
    return ValueKind(_name(parts), is_list=any(get_origin(part) is tuple for part in parts), choices=choices)


def _parts_of(annotation: Any) -> Iterator[Any]:
    """The annotation and all that stands in it, metadata included."""
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
            yield from _parts_of(part)


def _name(parts: list[Any]) -> KindName:
    readers = [part.func for part in parts if isinstance(part, BeforeValidator | PlainValidator)]
    if PartialDate in parts:
        return "day" if read_whole_date in readers else "date"
    if any(reader in _URLS for reader in readers):
        return "url"
    if bool in parts:
        return "boolean"
    if read_money in readers or any(isinstance(reader, NumberReader) for reader in readers):
        return "integer"
    return "text"

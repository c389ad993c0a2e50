"""What editors offer to fill in for a record: the fields it needs, with examples to write over."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from ..model import field_help, field_title, record_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from ..words import Language


def snippets(record: type[BaseModel], name: str, language: Language) -> list[dict[str, Any]]:
    """The one thing to fill in for a field that holds a record or a list of them; nothing for others."""
    annotation = record.model_fields[name].annotation
    inner = record_in(annotation)
    if inner is None or get_origin(annotation) is dict:
        return []
    body = _body(inner, count(1))
    return [
        {
            "label": field_title(record, name).in_(language),
            "description": field_help(record, name).in_(language),
            "body": [body] if get_origin(annotation) is tuple else body,
        }
    ]


def _body(record: type[BaseModel], stops: Iterator[int]) -> dict[str, Any]:
    """Fields that are required or have an example, each with a place for the cursor."""
    return {
        name: _blank(field, stops)
        for name, field in record.model_fields.items()
        if (field.is_required() or field.examples) and get_origin(field.annotation) is not dict
    }


def _blank(field: FieldInfo, stops: Iterator[int]) -> Any:
    inner = record_in(field.annotation)
    if inner:
        return _body(inner, stops)
    if get_origin(field.annotation) is tuple:
        return [_place(next(stops), item) for item in (field.examples or [[""]])[0]]
    if get_origin(field.annotation) is Literal:
        return f"${{{next(stops)}|{','.join(get_args(field.annotation))}|}}"
    return _place(next(stops), (field.examples or [""])[0])


def _place(stop: int, example: str) -> str:
    return f"${{{stop}:{example}}}" if example else f"${stop}"

"""What editors offer to fill in for a record: the fields it needs, with examples to write over."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from ..model import field_help, field_title, record_in
from ..model.vocabulary import example_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

    from ..model import Settings


def snippets(record: type[BaseModel], name: str, settings: Settings) -> list[dict[str, Any]]:
    """The one thing to fill in for a field that holds a record or a list of them; nothing for others."""
    annotation = record.model_fields[name].annotation
    inner = record_in(annotation)
    if inner is None or get_origin(annotation) is dict:
        return []
    body = _body(inner, count(1), settings)
    return [
        {
            "label": field_title(record, name).in_(settings.language),
            "description": field_help(record, name).in_(settings.language),
            "body": [body] if get_origin(annotation) is tuple else body,
        }
    ]


def _body(record: type[BaseModel], stops: Iterator[int], settings: Settings) -> dict[str, Any]:
    """Fields that are required or have an example, each with a place for the cursor."""
    examples = {
        name: example_of(record, name, settings.language, settings)
        for name, field in record.model_fields.items()
        if get_origin(field.annotation) is not dict
    }
    return {
        name: _blank(record.model_fields[name], shown, stops, settings)
        for name, shown in examples.items()
        if record.model_fields[name].is_required() or shown or name in settings.languages
    }


def _blank(field: FieldInfo, shown: str | list[str] | None, stops: Iterator[int], settings: Settings) -> Any:
    inner = record_in(field.annotation)
    if inner:
        return _body(inner, stops, settings)
    if get_origin(field.annotation) is Literal:
        return f"${{{next(stops)}|{','.join(get_args(field.annotation))}|}}"
    if get_origin(field.annotation) is tuple:
        return [_place(next(stops), item) for item in shown or [""]]
    return _place(next(stops), str(shown or ""))


def _place(stop: int, example: str) -> str:
    return f"${{{stop}:{example}}}" if example else f"${stop}"

"""Values of the model as plain text, numbers and lists, and records as what is said in them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from ..model import PartialDate

if TYPE_CHECKING:
    from collections.abc import Mapping

# Types whose values are plain already; asked of every value there is, by the type itself.
_PLAIN = frozenset({str, int, bool, type(None)})
_DATES = (dt.date, PartialDate)
_LISTS = (list, tuple)


def plain_value(value: Any) -> Any:
    """A date as ISO writes it, a record as its fields; what nobody has said is left out of it."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, _DATES):
        return str(value)
    if isinstance(value, _LISTS):
        return [item if type(item) in _PLAIN else plain_value(item) for item in value]
    if isinstance(value, dict):
        return _plain_fields(value)
    if isinstance(value, BaseModel):
        return _plain_fields(value.__dict__)
    raise TypeError(type(value))


def _plain_fields(fields: Mapping[Any, Any]) -> dict[Any, Any]:
    return {
        name: value if type(value) in _PLAIN else plain_value(value)
        for name, value in fields.items()
        if value or is_given(value)
    }


def is_given(value: Any) -> bool:
    """Whether there is anything to tell: no and nothing are answers, an empty field or list is none."""
    return bool(value) or isinstance(value, str | int)

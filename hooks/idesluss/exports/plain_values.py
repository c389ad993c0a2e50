"""Values of the model as plain text, numbers and lists, and records as what is said in them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import BaseModel

from ..model import PartialDate


def plain_value(value: Any) -> Any:
    """A date as ISO writes it, a record as its fields; what nobody has said is left out of it."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple | list):
        return [plain_value(item) for item in value]
    if isinstance(value, dict):
        return {key: plain_value(item) for key, item in value.items() if is_given(item)}
    if isinstance(value, BaseModel):
        return {name: plain_value(item) for name, item in value.__dict__.items() if is_given(item)}
    if isinstance(value, dt.date | PartialDate):
        return str(value)
    raise TypeError(type(value))


def is_given(value: Any) -> bool:
    """Whether there is anything to tell: no and nothing are answers, an empty field or list is none."""
    return value is not None and value not in ((), [], {})

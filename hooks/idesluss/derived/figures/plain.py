"""Figures as plain lists, tables, numbers and words, such as a file of data can hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from ...catalogue.entry import Entry
from ...model import PartialDate


@cache
def _names(record: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


def as_plain(value: Any) -> Any:
    """An entry is told by its slug, a date as ISO writes it; nothing is left out."""
    if isinstance(value, Entry):
        return value.slug
    if isinstance(value, dt.date | PartialDate):
        return str(value)
    if is_dataclass(value):
        return {name: as_plain(getattr(value, name)) for name in _names(value.__class__)}
    if isinstance(value, dict):
        return {key: as_plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [as_plain(item) for item in value]
    return value

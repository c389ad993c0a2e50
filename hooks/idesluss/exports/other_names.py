"""A record told by the names of somebody else's model: which fields each name holds, and which none does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .plain_values import is_given, plain_value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import BaseModel

    from .catalogue_json import Json


class OtherName(NamedTuple):
    """What a name of theirs holds: the fields of ours that it tells of, and how its value is made."""

    fields: tuple[str, ...]
    value: Callable[..., Any]


def by_other_names(names: Mapping[str, OtherName], *subject: Any) -> Json:
    """The values of all names that there is anything to tell of."""
    values = {name: other.value(*subject) for name, other in names.items()}
    return {name: plain_value(value) for name, value in values.items() if is_given(value)}


def left_out(record: type[BaseModel], names: Mapping[str, OtherName]) -> tuple[str, ...]:
    """The fields of a record that none of the names tells of."""
    fields = {field for other in names.values() for field in other.fields}
    return tuple(name for name in record.model_fields if name not in fields)

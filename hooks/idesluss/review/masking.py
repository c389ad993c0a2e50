"""Personal data in what a review quotes: it is told where it stands, and shown to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from ..reading.personal import masked

if TYPE_CHECKING:
    from ..reading.personal import PersonalScans

T = TypeVar("T")


def without_personal_data(value: T, scans: PersonalScans) -> T:
    """The value with a dot for each sign of a number or address of somebody's, in all its texts."""
    masking: object = value
    if isinstance(value, str):
        masking = "\n".join(masked(line, scans.of(line)) for line in value.split("\n"))
    elif isinstance(value, list):
        masking = [without_personal_data(item, scans) for item in value]
    elif isinstance(value, dict):
        masking = {name: without_personal_data(item, scans) for name, item in value.items()}
    return cast("T", masking)

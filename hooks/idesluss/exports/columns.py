"""Tables by their columns, in which most values are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BETWEEN = ";"  # between the values of a list in one cell


def by_column(rows: Sequence[Sequence[Any]], count: int) -> list[Sequence[Any]]:
    """The values of each of so many columns, also where there are no rows."""
    return list(zip(*rows, strict=True)) if rows else [()] * count


def listed(values: Iterable[Any]) -> str:
    """The values of a list in one cell."""
    return BETWEEN.join(map(str, values))

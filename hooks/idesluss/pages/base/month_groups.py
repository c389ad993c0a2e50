"""Dated things grouped for a list: under months, and within them under days."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from ...model import PartialDate
from ...words import formats

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .writer import Writer


class DatedItem(Protocol):
    """Something with a date, which may be a month alone."""

    @property
    def date(self) -> PartialDate: ...


T = TypeVar("T", bound=DatedItem)


@dataclass(frozen=True, slots=True)
class DayGroup(Generic[T]):
    """What stands under one date."""

    date: PartialDate
    items: Sequence[T]


@dataclass(frozen=True, slots=True)
class MonthGroup(Generic[T]):
    """What stands under one month; `anchor` is its id on the page."""

    title: str
    anchor: str
    days: Sequence[DayGroup[T]]

    @property
    def count(self) -> int:
        return sum(len(day.items) for day in self.days)


def by_month(writer: Writer, items: Iterable[T], prefix: str = "month") -> list[MonthGroup[T]]:
    """The items in the order they come, which is by date."""
    return [
        MonthGroup(
            formats.date(PartialDate(*month), writer.language).capitalize(),
            f"{prefix}-{month[0]}-{month[1]:02}",
            [DayGroup(date, list(of_day)) for date, of_day in groupby(of_month, lambda item: item.date)],
        )
        for month, of_month in groupby(items, lambda item: (item.date.year, item.date.month))
    ]

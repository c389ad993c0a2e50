"""Dated things under months, and within them under days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from idesluss.derived.whole import Derived
from idesluss.model import PartialDate
from idesluss.pages.base.month_groups import by_month
from idesluss.pages.base.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable

    from idesluss.catalogue.catalogue import Catalogue

    Changed = Callable[..., Catalogue]


def test_days_stand_under_their_month(changed: Changed) -> None:
    """In the order that they come."""

    class Thing:
        def __init__(self, date: PartialDate) -> None:
            self.date = date

    dates = [
        PartialDate(2026, 11, 3),
        PartialDate(2026, 11, 3),
        PartialDate(2026, 11),
        PartialDate(2027, 1, 1),
    ]
    months = by_month(Site(Derived(changed()), "sv").writer, map(Thing, dates))
    assert [(month.title, month.anchor, month.count) for month in months] == [
        ("November 2026", "month-2026-11", 3),
        ("Januari 2027", "month-2027-01", 1),
    ]
    assert [len(day.items) for day in months[0].days] == [2, 1]

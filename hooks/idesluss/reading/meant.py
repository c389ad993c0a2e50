"""What somebody meant whose amount or date is refused: one value to write, several to choose from, none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .problem import one_of
from .written_dates import dates_meant, day_of_number, is_year
from .written_money import amounts_meant

if TYPE_CHECKING:
    from collections.abc import Callable

# What a kind of value is refused as where it is written in no way that is read here, and who may know better.
UNREAD = {
    "value.money_digits": ("value.money", "value.money_unsure", amounts_meant),
    "value.date_format": ("value.date", "value.date_unsure", dates_meant),
}


def with_meaning(key: str, given: str, passes: Callable[[str], bool]) -> tuple[str, dict[str, object]]:
    """The key of the problem's words, and the values in them, by what would pass of what may be meant.

    `key` is one of UNREAD, and stays where nothing is known.
    """
    sure, unsure, meant_by = UNREAD[key]
    is_date = sure == "value.date"
    day = day_of_number(given) if is_date else None
    if day and passes(day):
        return "value.date_number", {"suggestion": day}
    meant = [value for value in meant_by(given) if passes(value)]
    if len(meant) == 1:
        return sure, {"suggestion": meant[0]}
    if meant:
        return unsure, {"choices": one_of([f"`{value}`" for value in meant])}
    return ("value.date_year" if is_date and is_year(given) else key), {}

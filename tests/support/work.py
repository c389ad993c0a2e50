"""Work that is counted and not timed, so that a busy machine changes nothing."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_GROWTH = 2.2  # twice as much and a bit, where something is doubled
_START = 200  # calls that a first time costs, whatever there is to do


def calls_of(act: Callable[[], object]) -> int:
    """How many functions are called while `act` runs, Python's own included."""
    count = 0

    def watch(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    # Tidying up memory has callbacks of its own, whenever it comes.
    before, was_tidying = sys.getprofile(), gc.isenabled()
    gc.disable()
    sys.setprofile(watch)
    try:
        act()
    finally:
        sys.setprofile(before)
        if was_tidying:
            gc.enable()
    return count


def growth(work: Callable[[int], int], size: int) -> tuple[int, int]:
    """The work at a size, and at twice the size."""
    return work(size), work(2 * size)


def is_linear(work: Callable[[int], int], size: int) -> bool:
    """Whether twice the size costs no more than twice the work; thrice the first work, were it quadratic."""
    once, twice = growth(work, size)
    return twice <= _GROWTH * once + _START

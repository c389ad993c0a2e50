"""What commands that judge remember between runs: entries of which nothing is to be told."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from ..cache import key_of, program_state, store_of
from ..checks.looking import Looking
from ..reading.letting_go import ChangedMeanwhile

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from ..cache import Store
    from ..catalogue.seen import Onlooker

    Look = Callable[[dt.date], Onlooker]

Result = TypeVar("Result")

# What reads the content: another version may read it in another way.
_LIBRARIES = (
    "PyYAML",
    "python-frontmatter",
    "cmarkgfm",
    "nh3",
    "pydantic",
    "pydantic_core",
    "pillow",
    "PyStemmer",
)


@cache
def store() -> Store:
    """The store that the environment names."""
    return store_of(os.environ)


def looking(today: dt.date) -> Looking:
    """A look at a catalogue as of a day, by what is remembered here."""
    return Looking(store(), program_state(*_LIBRARIES), key_of, today)


def remembering(work: Callable[[Look | None], Result]) -> Result:
    """The result of work that looks by what is remembered; without, where files were saved meanwhile."""
    try:
        result = work(looking)
    except ChangedMeanwhile:
        return work(None)
    store().save()
    return result

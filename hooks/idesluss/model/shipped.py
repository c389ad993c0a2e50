"""Lists that come with the program, for a catalogue that names one in place of its own terms."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from ..words import LANGUAGES, say
from .values import GOALS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Terms = dict[str, Any]


@cache
def _sweden() -> Terms:
    """The municipalities of Sweden in alphabetical order."""
    file = resources.files(__package__ or "").joinpath("..", "lists", "sweden.csv")
    rows = csv.DictReader(file.read_text(encoding="utf-8").splitlines(), strict=True)
    return {row["key"]: row["name"] for row in rows}


def _all_goals() -> Terms:
    """The goals of Agenda 2030 by their official short names."""
    return {
        str(goal): {"title": {own: say(f"agenda_goal.{goal}", own) for own in LANGUAGES}} for goal in GOALS
    }


# Vocabulary to its lists by name, as catalogue.yml says them.
_LISTS: dict[str, dict[str, Callable[[], Terms]]] = {
    "agenda_goals": {"all": _all_goals},
    "municipalities": {"sweden": _sweden},
}


def shipped_lists(vocabulary: str) -> list[str]:
    """The names of the lists that the program has for a vocabulary."""
    return list(_LISTS.get(vocabulary, ()))


def shipped_terms(vocabulary: str, name: str) -> Mapping[str, Any]:
    """The terms of such a list as a file would hold them, by their keys."""
    return _LISTS[vocabulary][name]()

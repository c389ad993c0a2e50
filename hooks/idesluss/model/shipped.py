"""Lists that come with the program, for a catalogue that names one in place of its own terms."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from ..words import LANGUAGES, say
from .values import GOALS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Terms = dict[str, Any]


class GeographicPoint(NamedTuple):
    """A place on the map, in degrees."""

    latitude: float
    longitude: float


@cache
def _sweden() -> Terms:
    """The municipalities of Sweden in alphabetical order."""
    return {row["key"]: {"name": row["name"]} for row in _rows("sweden.csv")}


@cache
def municipal_places() -> Mapping[str, GeographicPoint]:
    """Where each municipality of the list lies, by its name, whatever key a catalogue has for it."""
    return {row["name"]: _point(row) for row in _rows("sweden.csv")}


@cache
def country_outline() -> tuple[tuple[GeographicPoint, ...], ...]:
    """The outline of the country: the mainland, then the large islands, each closed by itself."""
    parts = groupby(_rows("sweden.outline.csv"), key=lambda row: row["part"])
    return tuple(tuple(map(_point, rows)) for _, rows in parts)


def _rows(name: str) -> list[dict[str, str]]:
    file = resources.files(__package__ or "").joinpath("..", "lists", name)
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines(), strict=True))


def _point(row: Mapping[str, str]) -> GeographicPoint:
    return GeographicPoint(float(row["latitude"]), float(row["longitude"]))


def _all_goals() -> Terms:
    """The goals of Agenda 2030 by their official short names."""
    return {
        str(goal): {"title": {own: say(f"agenda_goal.{goal}", own) for own in LANGUAGES}} for goal in GOALS
    }


@cache
def _free_licences() -> Terms:
    """Licences under which everybody may use a picture, also in another catalogue."""
    return {
        row["key"]: {
            "title": {own: say(f"picture_licence.{row['key']}.title", own) for own in LANGUAGES},
            "help": {own: say(f"picture_licence.{row['key']}.help", own) for own in LANGUAGES},
            "url": row["url"],
        }
        for row in _rows("licences.csv")
    }


# Vocabulary to its lists by name, as catalogue.yml says them.
_LISTS: dict[str, dict[str, Callable[[], Terms]]] = {
    "agenda_goals": {"all": _all_goals},
    "municipalities": {"sweden": _sweden},
    "picture_licences": {"free": _free_licences},
}
# The lists that hold where catalogue.yml says nothing of the vocabulary.
_USUAL = {"picture_licences": "free"}


def shipped_lists(vocabulary: str) -> list[str]:
    """The names of the lists that the program has for a vocabulary."""
    return list(_LISTS.get(vocabulary, ()))


def usual_list(vocabulary: str) -> str | None:
    """The list that holds where catalogue.yml does not say which terms there are."""
    return _USUAL.get(vocabulary)


def shipped_terms(vocabulary: str, name: str) -> Mapping[str, Any]:
    """The terms of such a list as a file would hold them, by their keys."""
    return _LISTS[vocabulary][name]()

"""Lists that come with the program, for a catalogue that names one in place of its own terms."""

from __future__ import annotations

import csv
import tomllib
from functools import cache, partial
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from ..words import LANGUAGES, keys, say
from .values import GOALS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Terms = dict[str, Any]
# What of a term is words, and stands in words/ for each language.
_WORDED = ("title", "definite", "help", "question", "path")
# The lists that hold where catalogue.yml says nothing of the vocabulary.
_USUAL = {"picture_licences": "free"}
_OWN_WORDS = "words"  # how a term says that its words stand under another name than its key


class GeographicPoint(NamedTuple):
    """A place on the map, in degrees."""

    latitude: float
    longitude: float


class KnownMunicipality(NamedTuple):
    """A municipality of the list: its key, the code that authorities use, its name and where it lies."""

    key: str
    code: str
    name: str
    point: GeographicPoint


@cache
def municipalities() -> tuple[KnownMunicipality, ...]:
    """The municipalities of Sweden in alphabetical order."""
    rows = _rows("sweden.csv")
    return tuple(KnownMunicipality(row["key"], row["code"], row["name"], _point(row)) for row in rows)


def _sweden() -> Terms:
    return {municipality.key: {"name": municipality.name} for municipality in municipalities()}


@cache
def municipal_places() -> Mapping[str, GeographicPoint]:
    """Where each municipality of the list lies, by its name, whatever key a catalogue has for it."""
    return {municipality.name: municipality.point for municipality in municipalities()}


@cache
def country_outline() -> tuple[tuple[GeographicPoint, ...], ...]:
    """The outline of the country: the mainland, then the large islands, each closed by itself."""
    parts = groupby(_rows("sweden.outline.csv"), key=lambda row: row["part"])
    return tuple(tuple(map(_point, rows)) for _, rows in parts)


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(_text(name).splitlines(), strict=True))


def _text(name: str) -> str:
    return resources.files(__package__ or "").joinpath("..", "lists", name).read_text(encoding="utf-8")


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


def _worded(vocabulary: str, rules: Mapping[str, Mapping[str, Any]]) -> Terms:
    """Terms as they are declared, each with its words."""
    return {key: _term(f"list.{vocabulary}.{rule.get(_OWN_WORDS, key)}", rule) for key, rule in rules.items()}


def _term(key: str, rule: Mapping[str, Any]) -> dict[str, Any]:
    words = {
        part: {own: say(f"{key}.{part}", own) for own in LANGUAGES if f"{key}.{part}" in keys(own)}
        for part in _WORDED
    }
    said = {part: spoken for part, spoken in words.items() if spoken}
    return {**said, **{name: value for name, value in rule.items() if name != _OWN_WORDS}}


@cache
def _lists() -> dict[str, dict[str, Callable[[], Terms]]]:
    """Vocabulary to its lists by name, as catalogue.yml says them."""
    declared: dict[str, dict[str, Callable[[], Terms]]] = {
        vocabulary: {name: partial(_worded, vocabulary, rules) for name, rules in lists.items()}
        for vocabulary, lists in tomllib.loads(_text("terms.toml")).items()
    }
    return declared | {
        "agenda_goals": {"all": _all_goals},
        "municipalities": {"sweden": _sweden},
        "picture_licences": {"free": _free_licences},
    }


def shipped_lists(vocabulary: str) -> list[str]:
    """The names of the lists that the program has for a vocabulary or a part of the process."""
    return list(_lists().get(vocabulary, ()))


def usual_list(vocabulary: str) -> str | None:
    """The list that holds where catalogue.yml does not say which terms there are."""
    return _USUAL.get(vocabulary)


def shipped_terms(vocabulary: str, name: str) -> Mapping[str, Any]:
    """The terms of such a list as a file would hold them, by their keys."""
    return _lists()[vocabulary][name]()

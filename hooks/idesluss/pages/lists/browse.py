"""The catalogue page: all entries, facets to narrow them down, and the index that a script reads."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...catalogue.facets import VOCABULARY_OF_FACET, facet_values
from ..base import card
from ..base.order import newest_first
from ..base.published import File
from .listing import List, list_pages, sorted_entries
from .topics import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...derived.waiting import Wait
    from ..base.addresses import Addresses
    from ..base.published import Published
    from ..base.site import Site

SHOWN = 10  # values of a facet that are offered before the others are asked for
INDEX = "index.json"
SCRIPT = "browse.js"
SORTS = ("newest", "waiting", "grant", "decided", "title")
_OPEN = frozenset({"stage", "outcome", "sector"})  # facets that stand open from the start


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet with the number of entries that have it."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet in use, with its values in order. `offered` are those with most entries."""

    name: str
    title: str
    values: tuple[Value, ...]

    @property
    def offered(self) -> tuple[Value, ...]:
        if len(self.values) <= SHOWN:
            return self.values
        most = set(sorted(self.values, key=lambda value: -value.count)[:SHOWN])
        return tuple(value for value in self.values if value in most)

    def all_at(self, addresses: Addresses) -> str:
        """Where all its values are listed."""
        if self.name in WHOLE:
            return addresses.section(WHOLE[self.name])
        return f"{addresses.section('topics')}#topic-{self.name}"

    @property
    def is_open(self) -> bool:
        return self.name in _OPEN


def pages(site: Site) -> Iterator[Published]:
    facets = [facet for name in VOCABULARY_OF_FACET if (facet := _facet(site, name)).values]
    about = List(
        title=site.word("nav.ideas"),
        lead=site.word("listing.all"),
        section="ideas",
        address=site.addresses.section("ideas"),
        translation=site.other_addresses.section("ideas"),
        template="lists/browse.html",
        scripts=("neighbours.js", SCRIPT),
        feed=site.addresses.section("latest"),
    )
    entries = newest_first(site.catalogue.entries)
    index = _index(site, entries, facets)
    path = f"{about.address}{INDEX}"
    # A browser that has kept an older index must not draw today's page with it.
    asked = f"{path}?v={hashlib.sha256(index.encode()).hexdigest()[:10]}"
    yield from list_pages(site, about, entries, facets=facets, sorts=SORTS, index=asked)
    yield File(path, index)


def _facet(site: Site, name: str) -> Facet:
    found = [Value(key, site.facet_label(name, key), len(e)) for key, e in sorted_entries(site, name) if e]
    return Facet(name, site.word(f"facets.{name}"), tuple(found))


def _index(site: Site, entries: list[Entry], facets: list[Facet]) -> str:
    """Columns rather than rows, and numbers for the values of facets, so that little is sent.

    Each column has an item for each entry, newest first. `in` holds, for each facet, the places of the
    entry's values in that facet. Days and kronor that are not known are -1.
    """
    cards = [site.card(entry) for entry in entries]
    waits = [site.derived.of(entry).wait for entry in entries]
    made: dict[str, Any] = {
        "version": 1,
        "facets": [
            {
                "name": f.name,
                "title": f.title,
                "keys": [v.key for v in f.values],
                "labels": [v.label for v in f.values],
            }
            for f in facets
        ],
        "url": [each.url for each in cards],
        "title": [each.title for each in cards],
        "titleLanguage": [_other(site, each.title_language) for each in cards],
        "summary": [each.summary for each in cards],
        "summaryLanguage": [_other(site, each.summary_language) for each in cards],
        "stage": [each.stage for each in cards],
        "outcome": [[each.outcome, each.outcome_words] for each in cards],
        **{kind: [_fact(each, kind) for each in cards] for kind in card.KINDS},
        "late": [int(any(fact.is_late for fact in each.facts)) for each in cards],
        "waiting": [_waited(wait) for wait in waits],
        "grant": [-1 if entry.granted is None else entry.granted for entry in entries],
        "decided": [str(entry.decisions[-1].date) if entry.decisions else "" for entry in entries],
        "in": _places(entries, facets),
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def _waited(wait: Wait | None) -> int:
    """Days awaited; work that goes on awaits nothing."""
    return -1 if wait is None or wait.days is None or wait.running_until else wait.days


def _fact(told: card.Card, kind: str) -> str:
    return next((fact.words for fact in told.facts if fact.kind == kind), "")


def _other(site: Site, language: str) -> str:
    """The language of words that are not in the page's own."""
    return "" if language == site.language else language


def _places(entries: list[Entry], facets: list[Facet]) -> list[list[list[int]]]:
    place = {f.name: {value.key: at for at, value in enumerate(f.values)} for f in facets}
    found: dict[str, list[list[int]]] = {f.name: [[] for _ in entries] for f in facets}
    for at, entry in enumerate(entries):
        for name, key in facet_values(entry):
            if key in place.get(name, ()):
                found[name][at].append(place[name][key])
    return [found[f.name] for f in facets]

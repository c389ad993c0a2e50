"""Relations between ideas agree: with the outcome, with time, and with each other."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING

from ...words import text
from ..judged import entries_by_name
from ..rings import rings_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...reading.problem import Problem

GROUP = "process"
MAY_BE_EXEMPTED = True
MEANS = {"idea": "value"}

_LATER = ("continues", "builds_on")
# Kinds of which no chain may come back to where it began.
_ONE_WAY = (_LATER, ("merged_into",), ("duplicate_of",))
_SHOWN = 6


def check(catalogue: Catalogue) -> Iterator[Problem]:
    named = entries_by_name(catalogue)
    in_ring: set[tuple[str, str]] = set()
    for kinds in _ONE_WAY:
        for ring in rings_in(_ways(named, kinds)):
            in_ring.update(pairwise([*ring, ring[0]]))
            yield _ring_problem(named, ring, kinds)
    for entry in catalogue.judged:
        yield from _judge(entry, named, in_ring)


def _ways(named: Mapping[str, Entry], kinds: tuple[str, ...]) -> dict[str, list[str]]:
    """Each idea and those that it leads to; what leads to itself or nowhere is told in another way."""
    return {
        slug: [r.idea for r in entry.idea.relations if r.kind in kinds and r.idea in named and r.idea != slug]
        for slug, entry in named.items()
    }


def _ring_problem(named: Mapping[str, Entry], ring: list[str], kinds: tuple[str, ...]) -> Problem:
    """Told at the oldest idea of the ring, which is the least likely to come after the others."""
    oldest = min(ring, key=lambda slug: (_first_day(named[slug]), slug))
    at = ring.index(oldest)
    turned = [*ring[at:], *ring[:at], oldest]
    relations = named[oldest].idea.relations
    step = next(i for i, r in enumerate(relations) if r.kind in kinds and r.idea == turned[1])
    shown = turned if len(turned) <= _SHOWN else [*turned[: _SHOWN - 2], "…", oldest]
    document = named[oldest].document
    values = {"ring": " → ".join(shown), "kind": text(f"relation.{relations[step].kind}"), "idea": turned[1]}
    place = document.place_of("relations", step, "idea")
    return document.problem(place, "relation_agreement", "relation_agreement.ring", **values)


def _first_day(entry: Entry) -> dt.date:
    return entry.first_date.first_day if entry.first_date else dt.date.max


def _judge(entry: Entry, named: Mapping[str, Entry], in_ring: set[tuple[str, str]]) -> Iterator[Problem]:
    document = entry.document
    for at, relation in enumerate(entry.idea.relations):
        place = document.place_of("relations", at, "idea")
        if relation.idea == entry.slug:
            yield document.problem(place, "relation_agreement", "relation_agreement.self", slug=entry.slug)
            continue
        other = named.get(relation.idea)
        if other and relation.kind in _LATER and (entry.slug, other.slug) not in in_ring:
            yield from _later(entry, other, at)
        if relation.kind == "merged_into":
            yield from _merged(entry, at)


def _later(entry: Entry, other: Entry, at: int) -> Iterator[Problem]:
    own, others = entry.first_date, other.first_date
    if own and others and own.last_day < others.first_day:
        place = entry.document.place_of("relations", at, "idea")
        kind = text(f"relation.{entry.idea.relations[at].kind}")
        values = {"kind": kind, "idea": other.slug, "own": str(own), "other": str(others)}
        yield entry.document.warning(place, "relation_agreement", "relation_agreement.later", **values)


def _merged(entry: Entry, at: int) -> Iterator[Problem]:
    merged = entry.process.outcomes_of_kind("merged")
    if merged and entry.outcome_kind not in {"merged", None}:
        place = entry.document.place_of("relations", at, "kind")
        values = {"outcome": entry.label("outcomes", entry.idea.outcome or ""), "wanted": merged[0]}
        yield entry.document.problem(place, "relation_agreement", "relation_agreement.merged", **values)

"""Relations between ideas agree: with the outcome, with time, and with each other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ...catalogue.outlining import outline_of
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
_NEVER = "9999-12-31"


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
        slug: [
            idea
            for kind, idea in outline_of(entry).relations
            if kind in kinds and idea in named and idea != slug
        ]
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


def _first_day(entry: Entry) -> str:
    first = outline_of(entry).first_date
    return first[0] if first else _NEVER


def _judge(entry: Entry, named: Mapping[str, Entry], in_ring: set[tuple[str, str]]) -> Iterator[Problem]:
    for at, (kind, idea) in enumerate(outline_of(entry).relations):
        if idea == entry.slug:
            document = entry.document
            place = document.place_of("relations", at, "idea")
            yield document.problem(place, "relation_agreement", "relation_agreement.self", slug=entry.slug)
            continue
        other = named.get(idea)
        if other and kind in _LATER and (entry.slug, other.slug) not in in_ring:
            yield from _later(entry, other, at)
        if kind == "merged_into":
            yield from _merged(entry, at)


def _later(entry: Entry, other: Entry, at: int) -> Iterator[Problem]:
    own, others = outline_of(entry).first_date, outline_of(other).first_date
    if own and others and own[1] < others[0]:
        place = entry.document.place_of("relations", at, "idea")
        kind = text(f"relation.{entry.idea.relations[at].kind}")
        dates = {"own": str(entry.first_date), "other": str(other.first_date)}
        values = {"kind": kind, "idea": other.slug, **dates}
        yield entry.document.warning(place, "relation_agreement", "relation_agreement.later", **values)


def _merged(entry: Entry, at: int) -> Iterator[Problem]:
    merged = entry.process.outcomes_of_kind("merged")
    if merged and outline_of(entry).outcome_kind not in {"merged", None}:
        place = entry.document.place_of("relations", at, "kind")
        values = {"outcome": entry.label("outcomes", entry.idea.outcome or ""), "wanted": merged[0]}
        yield entry.document.problem(place, "relation_agreement", "relation_agreement.merged", **values)

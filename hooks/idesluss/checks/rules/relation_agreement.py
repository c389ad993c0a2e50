"""Relations between ideas agree: with the outcome, with time, and with each other.

An idea does not continue itself, nothing goes round in a ring, what was merged into another idea has the
outcome that says so, and an idea continues or builds on something that was there before it. Change the
relation that is wrong; often the two folder names have changed places.

På svenska
----------
Samband mellan idéer stämmer: med utfallet, med tiden och med varandra.

En idé fortsätter inte sig själv, inget går runt i en ring, det som har gått upp i en annan idé har det utfall
som säger så, och en idé fortsätter eller bygger på något som fanns före den. Ändra det samband som är fel;
ofta har de två mappnamnen bytt plats.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from ...words import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...reading.problem import Problem

_LATER = ("continues", "builds_on")
# Kinds of which no chain may come back to where it began.
_ONE_WAY = (_LATER, ("merged_into",), ("duplicate_of",))
_SHOWN = 6


def check(catalogue: Catalogue) -> Iterator[Problem]:
    held = by_name(catalogue)
    told: set[tuple[str, str]] = set()
    for kinds in _ONE_WAY:
        for ring in rings(_ways(held, kinds)):
            told.update(pairwise([*ring, ring[0]]))
            yield _round(held, ring, kinds)
    for entry in catalogue.judged:
        yield from _judge(entry, held, told)


def by_name(catalogue: Catalogue) -> dict[str, Entry]:
    """Entries by folder name, without the names that two of them share: those are told as taken."""
    shared = Counter(entry.slug for entry in catalogue.judged)
    return {entry.slug: entry for entry in catalogue.judged if shared[entry.slug] == 1}


def _ways(held: Mapping[str, Entry], kinds: tuple[str, ...]) -> dict[str, list[str]]:
    """Each idea and those that it leads to; what leads to itself or nowhere is told in another way."""
    return {
        slug: [r.idea for r in entry.idea.relations if r.kind in kinds and r.idea in held and r.idea != slug]
        for slug, entry in held.items()
    }


def rings(ways: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Rings, and none only if there is none; of rings that hold the same ideas perhaps not all."""
    done: set[str] = set()
    ringed: set[str] = set()
    for start in ways:
        path: dict[str, Iterator[str]] = {} if start in done else {start: iter(ways[start])}
        while path:
            last = next(reversed(path))
            following = next(path[last], None)
            if following is None:
                done.add(last)
                del path[last]
            elif following in path:
                if not ringed.issuperset({last, following}):
                    yield _from(list(path), following)
                    ringed.update({last, following})
            elif following not in done:
                path[following] = iter(ways[following])


def _from(path: list[str], start: str) -> list[str]:
    return path[path.index(start) :]


def _round(held: Mapping[str, Entry], ring: list[str], kinds: tuple[str, ...]) -> Problem:
    """Told at the oldest idea of the ring, which is the least likely to come after the others."""
    oldest = min(ring, key=lambda slug: (_began(held[slug]), slug))
    at = ring.index(oldest)
    turned = [*ring[at:], *ring[:at], oldest]
    relations = held[oldest].idea.relations
    step = next(i for i, r in enumerate(relations) if r.kind in kinds and r.idea == turned[1])
    shown = turned if len(turned) <= _SHOWN else [*turned[: _SHOWN - 2], "…", oldest]
    document = held[oldest].document
    values = {"ring": " → ".join(shown), "kind": text(f"relation.{relations[step].kind}"), "idea": turned[1]}
    place = document.place_of("relations", step, "idea")
    return document.problem(place, "relation_agreement", "relation_agreement.ring", **values)


def _began(entry: Entry) -> dt.date:
    return entry.first_date.first_day if entry.first_date else dt.date.max


def _judge(entry: Entry, held: Mapping[str, Entry], told: set[tuple[str, str]]) -> Iterator[Problem]:
    document = entry.document
    for at, relation in enumerate(entry.idea.relations):
        place = document.place_of("relations", at, "idea")
        if relation.idea == entry.slug:
            yield document.problem(place, "relation_agreement", "relation_agreement.self", slug=entry.slug)
            continue
        other = held.get(relation.idea)
        if other and relation.kind in _LATER and (entry.slug, other.slug) not in told:
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
    outcomes = entry.process.outcomes
    outcome = entry.idea.outcome
    if entry.is_in_process and "merged" in outcomes and outcome in outcomes and outcome != "merged":
        place = entry.document.place_of("relations", at, "kind")
        values = {"outcome": entry.label("outcomes", outcome)}
        yield entry.document.problem(place, "relation_agreement", "relation_agreement.merged", **values)

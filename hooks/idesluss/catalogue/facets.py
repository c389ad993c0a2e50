"""Facets: what an entry can be found by, and the vocabulary that names the values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.process import NOT_KNOWN
from .outcome import outcome_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .entry import Entry

# None where the values name themselves.
VOCABULARY_OF_FACET: dict[str, str | None] = {
    "stage": "stages",
    "outcome": "outcomes",
    "sector": "sectors",
    "theme": "themes",
    "vision_goal": "vision_goals",
    "agenda_goal": "agenda_goals",
    "municipality": "municipalities",
    "organisation": "organisations",
    "call": None,
    "funder": "funders",
    "origin": "origins",
    "innovation_type": "innovation_types",
    "key_factor": "key_factors",
    "year": None,
}


def facet_values(entry: Entry) -> Iterator[tuple[str, str]]:
    """Every (facet, value) under which the entry is found, each once."""
    idea = entry.idea
    if entry.has_stage:
        yield from (("stage", idea.stage),) if idea.stage else ()
        yield "outcome", outcome_of(entry) or NOT_KNOWN
    yield "sector", idea.sector
    yield from (("theme", key) for key in idea.themes)
    yield from (("vision_goal", key) for key in idea.vision_goals)
    yield from (("agenda_goal", str(number)) for number in idea.agenda_goals)
    yield from (("municipality", key) for key in idea.municipalities)
    yield from (("organisation", key) for key in entry.organisations)
    yield from (("call", key) for key in dict.fromkeys(g.call for g in idea.grants if g.call))
    yield from (("funder", key) for key in dict.fromkeys(grant.funder for grant in idea.grants))
    yield from (("origin", idea.origin),) if idea.origin else ()
    yield from (("innovation_type", idea.innovation_type),) if idea.innovation_type else ()
    yield from (("key_factor", stated.factor) for stated in entry.key_factors)
    yield "year", entry.year

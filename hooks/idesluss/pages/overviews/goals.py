"""Goals: the municipality's vision and Agenda 2030, with what contributes to each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...derived.spread import spread_of
from ...model.vocabulary import terms_of
from ..base.order import newest_first

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...derived.spread import Spread
    from ..base.card import EntryLink
    from ..base.published import Page
    from ..base.site import Site
    from ..base.writer import Writer

SHOWN = 3
FACETS = ("vision_goal", "agenda_goal")


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with how its entries spread, and the newest of them; `number` only where goals have numbers."""

    key: str
    number: str
    name: str
    help: str
    spread: Spread
    newest: list[EntryLink]


@dataclass(frozen=True, slots=True)
class GoalsOverview:
    """Every goal by its facet, and how many entries state a goal and how many none."""

    groups: Mapping[str, list[Goal]]
    with_goal: int
    without: int


def page(site: Site) -> Page:
    """Both sorts of goals on a page."""
    entries = site.catalogue.listed
    without = sum(not (entry.idea.vision_goals or entry.idea.agenda_goals) for entry in entries)
    groups = {facet: _goals(site, facet) for facet in FACETS}
    return _write(site.writer, GoalsOverview(groups, len(entries) - without, without))


def _goals(site: Site, facet: str) -> list[Goal]:
    """Every goal of the vocabulary, also those that nothing contributes to."""
    groups = site.catalogue.grouped(facet)
    vocabulary = VOCABULARY_OF_FACET[facet] or ""
    return [
        Goal(
            key=key,
            number=key if facet == "agenda_goal" else "",
            name=site.writer.label(vocabulary, key),
            help=term.help.in_(site.language) if term.help else "",
            spread=spread_of(groups.get(key, []), site.settings.process),
            newest=[site.link(entry) for entry in newest_first(groups.get(key, []))[:SHOWN]],
        )
        for key, term in terms_of(site.settings, vocabulary).items()
    ]


def _write(writer: Writer, overview: GoalsOverview) -> Page:
    return writer.page(
        "overviews/goals.html",
        writer.places(lambda at: at.section("goals")),
        title=writer.word("nav.goals"),
        description=writer.word("goals.lead"),
        section="goals",
        groups=overview.groups,
        with_goal=overview.with_goal,
        without=overview.without,
    )

"""Goals: the municipality's vision and Agenda 2030, with what contributes to each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...derived.spread import spread_of
from ...model.vocabulary import terms_of
from ..base.order import newest_first

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ...derived.spread import Spread
    from ..base.published import Published
    from ..base.site import Site

SHOWN = 3
FACETS = ("vision_goal", "agenda_goal")


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal with how its entries spread, and the newest of them."""

    key: str
    help: str
    spread: Spread
    newest: list[Entry]


def page(site: Site) -> Published:
    catalogue = site.catalogue
    aimless = [e for e in catalogue.entries if not (e.idea.vision_goals or e.idea.agenda_goals)]
    return site.page(
        "overviews/goals.html",
        site.addresses.section("goals"),
        title=site.word("nav.goals"),
        description=site.word("goals.lead"),
        section="goals",
        translation=site.other_addresses.section("goals"),
        groups=[(facet, _goals(site, facet)) for facet in FACETS],
        with_goal=len(catalogue.entries) - len(aimless),
        without=len(aimless),
    )


def _goals(site: Site, facet: str) -> list[Goal]:
    """Every goal of the vocabulary, also those that nothing contributes to."""
    catalogue = site.catalogue
    groups = catalogue.grouped(facet)
    terms = terms_of(catalogue.settings, VOCABULARY_OF_FACET[facet] or "")
    return [
        Goal(
            key=key,
            help=term.help.in_(site.language) if term.help else "",
            spread=spread_of(groups.get(key, []), catalogue.settings.process),
            newest=newest_first(groups.get(key, []))[:SHOWN],
        )
        for key, term in terms.items()
    ]

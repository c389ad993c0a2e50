"""An idea of a neighbour's as pages show it: always with whose it is, and with the way to its own page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...neighbours.copies import Elsewhere
    from ...neighbours.harvested import HarvestedTerm
    from ..base.site import Site

ANCHOR = "idea-"


@dataclass(frozen=True, slots=True)
class ShownElsewhere:
    """What a list says of an idea elsewhere. `url` is its own page there, empty where that is not known.

    `neighbour_url` is the page of the neighbour here. `places` are who coordinates it, or where it is.
    """

    anchor: str
    url: str
    title: str
    title_language: str
    summary: str
    summary_language: str
    result: str
    result_language: str
    stage: str
    outcome: str
    is_tried: bool
    places: str
    year: str
    neighbour: str
    neighbour_url: str


def shown_elsewhere(site: Site, elsewhere: Elsewhere) -> ShownElsewhere:
    """The idea in the site's language, as far as the neighbour tells it in that."""
    idea, language = elsewhere.idea, site.language
    title, title_language = idea.said("title", language)
    summary, summary_language = idea.said("summary", language)
    result, result_language = idea.said("result", language)
    places = idea.values("municipality") or idea.values("organisation")
    return ShownElsewhere(
        anchor=f"{ANCHOR}{idea.slug}",
        url=idea.address(language),
        title=title,
        title_language=title_language,
        summary=summary,
        summary_language=summary_language,
        result=result,
        result_language=result_language,
        stage=_words(idea.stage, language),
        outcome=_words(idea.outcome, language),
        is_tried=idea.is_tried,
        places=", ".join(term.in_(language) for term in places[:3]),
        year=str(idea.year or ""),
        neighbour=site.derived.neighbourhood.neighbours[elsewhere.neighbour].name,
        neighbour_url=site.writer.addresses.neighbour(elsewhere.neighbour),
    )


def _words(term: HarvestedTerm | None, language: str) -> str:
    return term.in_(language) if term else ""

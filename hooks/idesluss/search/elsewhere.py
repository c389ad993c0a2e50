"""Ideas of neighbours as they can be found in the site's own index, so that no other host is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.vocabulary import terms_of
from ..pages.elsewhere.neighbours import PAGE_SIZE
from ..pages.elsewhere.shown import ANCHOR
from .record import SearchRecord, TextPart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..neighbours.copies import Neighbourhood
    from ..neighbours.harvested import HarvestedIdea, HarvestedTerm
    from ..pages.base.addresses import Addresses


def neighbour_records(neighbourhood: Neighbourhood, addresses: Addresses) -> Iterator[SearchRecord]:
    """Each idea in the languages that it is told in; in the site's main one all."""
    language = addresses.language
    is_main = language == addresses.settings.language
    for key, neighbour in neighbourhood.neighbours.items():
        for at, idea in enumerate(neighbourhood.ideas_of(key)):
            if is_main or language in idea.words:
                yield _record(idea, neighbour.name, at, addresses, key)


def _record(idea: HarvestedIdea, name: str, at: int, addresses: Addresses, key: str) -> SearchRecord:
    language = addresses.language
    page = addresses.neighbour(key)
    title, title_language = idea.said("title", language)
    summary, result = idea.said("summary", language)[0], idea.said("result", language)[0]
    states = [term for term in (idea.stage, idea.outcome) if term]
    note = [name, *(term.in_(language) for term in states)]
    # By the name of the file, as a copy of the site on a disk has nothing that finds it.
    here = f"{addresses.sheet(page, at // PAGE_SIZE + 1)}index.html#{ANCHOR}{idea.slug}"
    return SearchRecord(
        language=language,
        url=f"{page}{idea.slug}/",
        kind="neighbour",
        title=title,
        title_language=None if title_language == language else title_language,
        lead=" ".join(filter(None, (summary, result))),
        facts=", ".join(dict.fromkeys(term.in_(language) for term in idea.facets)),
        note=" · ".join(note),
        parts=tuple(TextPart("", "", words) for words in (idea.need, idea.lessons) if words),
        filters=tuple(_filters([*states, *idea.values("sector")], addresses)),
        outside=idea.address(language) or here,
    )


def _filters(terms: list[HarvestedTerm], addresses: Addresses) -> Iterator[tuple[str, str]]:
    """The values of the search's filters that this catalogue has too: those are the same words."""
    lists = {"stage": "stages", "outcome": "outcomes", "sector": "sectors"}
    for term in terms:
        if term.key in terms_of(addresses.settings, lists[term.facet]):
            yield term.facet, term.key

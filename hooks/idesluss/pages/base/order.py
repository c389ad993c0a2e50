"""The orders that lists share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...model.process import STANDINGS
from ...model.vocabulary import terms_of
from ...words.alphabet import alphabetical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from .wording import Wording

    Listed = list[tuple[str, list[Entry]]]

_BY_NAME = frozenset({"municipality", "organisation", "theme"})


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """By first date, newest first; entries without a date by their year."""

    def key(entry: Entry) -> tuple[str, str]:
        return (str(entry.first_date or entry.year), entry.slug)

    return sorted(entries, key=key, reverse=True)


def listed_values(catalogue: Catalogue, wording: Wording, facet: str) -> Listed:
    """Values of a facet in use with their entries, in the vocabulary's order or by name."""
    groups = catalogue.grouped(facet)
    vocabulary = VOCABULARY_OF_FACET[facet]
    if facet == "year":
        order = sorted(groups, reverse=True)
    elif facet in _BY_NAME or vocabulary is None:
        order = sorted(groups, key=lambda value: (alphabetical(wording.facet_label(facet, value)), value))
    else:
        known = terms_of(catalogue.settings, vocabulary)
        # The pipeline links to every stage, so that an empty one has a page that says so.
        order = [key for key in known if key in groups or facet in {"stage", "outcome"}]
        order += [key for key in STANDINGS if facet == "outcome" and key in groups]
    return [(value, groups.get(value, [])) for value in order]

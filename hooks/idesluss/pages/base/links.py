"""What a page knows of other pages: where paths and keys of the catalogue lead."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...catalogue.facets import VOCABULARY_OF_FACET

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...catalogue.catalogue import Catalogue
    from ...model import Call
    from ...words import Language
    from .addresses import Addresses


@dataclass(frozen=True, slots=True)
class Links:
    """Where the files of a catalogue are published, in one language.

    `pages` leads from the path of a file or folder to the address of its page, `pictures` from a picture's
    path to its own; what is not published is in neither. `calls` leads from a call's key to its title.
    `values` are those of a facet that have a page, as the facet and the key.
    """

    pages: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    calls: Mapping[str, str] = field(default_factory=dict)
    values: frozenset[tuple[str, str]] = frozenset()


def links_of(catalogue: Catalogue, addresses: Addresses) -> Links:
    """Every link that a page of the language can have to a file of the catalogue."""
    pictures = {
        f"{posixpath.dirname(entry.path)}/{name}": addresses.picture(entry, name)
        for entry in catalogue.entries
        for name in entry.pictures
    }
    calls = {slug: _title(page.call, addresses.language) for slug, page in catalogue.calls.items()}
    return Links(dict(_pages(catalogue, addresses)), pictures, calls, frozenset(_values(catalogue)))


def _values(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """The values that are listed, and stages and outcomes also where nothing has them."""
    process = catalogue.settings.process
    yield from (("stage", key) for key in process.stages)
    yield from (("outcome", key) for key in process.outcomes)
    for facet in VOCABULARY_OF_FACET:
        yield from ((facet, str(value)) for value in catalogue.grouped(facet))


def _title(call: Call, language: Language) -> str:
    translation = call.translations.get(language)
    return (translation and translation.title) or call.title


def _pages(catalogue: Catalogue, addresses: Addresses) -> Iterator[tuple[str, str]]:
    ideas = {f"idea/{entry.slug}": addresses.idea(entry) for entry in catalogue.entries}
    calls = {f"call/{slug}": addresses.call(slug) for slug in catalogue.calls}
    published = ideas | calls
    for path, target in catalogue.link_targets.items():
        if target in published:
            yield path, published[target]

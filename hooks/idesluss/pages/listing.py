"""Lists of ideas: all of them, and those of one value of a facet, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..catalogue import FACETS
from ..vocabulary import entries
from ..words import say
from .addresses import VOCABULARIES
from .published import Crumb

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..catalogue import Entry
    from .published import Published
    from .site import Site

PAGE_SIZE = 50


def newest_first(listed: Iterable[Entry]) -> list[Entry]:
    """By first date, newest first; entries without a date by their year."""

    def key(entry: Entry) -> tuple[str, str]:
        return (str(entry.first_date or entry.year), entry.slug)

    return sorted(listed, key=key, reverse=True)


@dataclass(frozen=True, slots=True)
class List:
    """A list of entries and what its pages say above it."""

    title: str
    lead: str
    section: str
    address: str
    translation: str
    kind: str = ""
    crumbs: tuple[Crumb, ...] = ()


def pages(site: Site) -> Iterator[Published]:
    """The list of all ideas, the overview of topics, and a list for each value that is used."""
    everything = List(
        title=site.word("nav.ideas"),
        lead=site.word("listing.all"),
        section="ideas",
        address=site.addresses.section("ideas"),
        translation=site.other_addresses.section("ideas"),
    )
    yield from _listed(site, everything, site.catalogue.entries)
    yield _topics(site)
    for facet in FACETS:
        if facet == "call":
            continue
        for value, listed in _values(site, facet):
            yield from _facet(site, facet, value, listed)


def _values(site: Site, facet: str) -> list[tuple[str, list[Entry]]]:
    """Values in use with their entries, in the vocabulary's order or by name."""
    groups = site.catalogue.grouped(facet)
    vocabulary = VOCABULARIES[facet]
    if facet == "year":
        order = sorted(groups, reverse=True)
    elif facet in {"municipality", "organisation", "theme"} or vocabulary is None:
        order = sorted(groups, key=lambda value: site.facet_label(facet, value).casefold())
    else:
        known = entries(site.catalogue.settings, vocabulary)
        # The pipeline links to every stage, so that an empty one has a page that says so.
        order = [key for key in known if key in groups or facet in {"stage", "outcome"}]
    return [(value, groups.get(value, [])) for value in order]


def _facet(site: Site, facet: str, value: str, listed: list[Entry]) -> Iterator[Published]:
    vocabulary = VOCABULARIES[facet]
    term = entries(site.catalogue.settings, vocabulary).get(value) if vocabulary else None
    explained = getattr(term, "help", None)
    of_value = List(
        title=site.facet_label(facet, value),
        lead=explained.in_(site.language) if explained else "",
        section="topics",
        address=site.addresses.facet(facet, value),
        translation=site.other_addresses.facet(facet, value),
        kind=site.word(f"facet.{facet}"),
        crumbs=(site.crumb("topics"),),
    )
    yield from _listed(site, of_value, listed)


def _listed(site: Site, about: List, listed: Iterable[Entry]) -> Iterator[Published]:
    ordered = newest_first(listed)
    total = max(1, -(-len(ordered) // PAGE_SIZE))
    words, other_words = site.word("path.page"), say("path.page", site.other)
    addresses = [_numbered(about.address, words, number) for number in range(1, total + 1)]
    granted = sum(entry.granted or 0 for entry in ordered)
    for number, address in enumerate(addresses, 1):
        numbered = site.word("listing.page", title=about.title, number=number, total=total)
        yield site.page(
            "listing.html",
            address,
            title=about.title if total == 1 else numbered,
            description=about.lead or site.word("listing.description", title=about.title),
            section=about.section,
            translation=_numbered(about.translation, other_words, number),
            crumbs=about.crumbs if number == 1 else (*about.crumbs, Crumb(about.title, about.address)),
            about=about,
            count=len(ordered),
            granted=granted,
            entries=ordered[(number - 1) * PAGE_SIZE : number * PAGE_SIZE],
            number=number,
            addresses=addresses,
        )


def _numbered(address: str, word: str, number: int) -> str:
    return address if number == 1 else f"{address}{word}-{number}/"


def _topics(site: Site) -> Published:
    groups = [(facet, [(v, len(e)) for v, e in _values(site, facet)]) for facet in FACETS]
    return site.page(
        "topics.html",
        site.addresses.section("topics"),
        title=site.word("nav.topics"),
        description=site.word("topics.lead"),
        section="topics",
        translation=site.other_addresses.section("topics"),
        groups=[(facet, values) for facet, values in groups if values],
    )

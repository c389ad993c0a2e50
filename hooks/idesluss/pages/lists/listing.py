"""Lists of entries, page by page: those of each value of a facet, and whatever else is listed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...derived import waiting
from ...derived.grants import sum_of_grants
from ...model.vocabulary import terms_of
from ...words import say
from ...words.alphabet import alphabetical
from ..base.order import newest_first
from ..base.published import Crumb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ..base.published import Published
    from ..base.site import Site

PAGE_SIZE = 50
_BY_NAME = frozenset({"municipality", "organisation", "theme"})


@dataclass(frozen=True, slots=True)
class List:
    """A list of entries and what its pages say above it. `facet` and `value` tell what they share.

    `name` is told away from the page, where the title alone says too little, and `feed` is the page whose
    feed tells news of them, where it is not the list's own.
    """

    title: str
    lead: str
    section: str
    address: str
    translation: str
    kind: str = ""
    name: str = ""
    crumbs: tuple[Crumb, ...] = ()
    facet: str = ""
    value: str = ""
    template: str = "lists/listing.html"
    scripts: tuple[str, ...] = ("neighbours.js",)
    feed: str = ""


def pages(site: Site) -> Iterator[Published]:
    """A list for each value of a facet that is used; calls have pages of their own."""
    for facet in VOCABULARY_OF_FACET:
        if facet != "call":
            for value, found in sorted_entries(site, facet):
                yield from _facet(site, facet, value, found)


def sorted_entries(site: Site, facet: str) -> list[tuple[str, list[Entry]]]:
    """Values of a facet in use with their entries, in the vocabulary's order or by name."""
    groups = site.catalogue.grouped(facet)
    vocabulary = VOCABULARY_OF_FACET[facet]
    if facet == "year":
        order = sorted(groups, reverse=True)
    elif facet in _BY_NAME or vocabulary is None:
        order = sorted(groups, key=lambda value: (alphabetical(site.facet_label(facet, value)), value))
    else:
        known = terms_of(site.catalogue.settings, vocabulary)
        # The pipeline links to every stage, so that an empty one has a page that says so.
        order = [key for key in known if key in groups or facet in {"stage", "outcome"}]
    return [(value, groups.get(value, [])) for value in order]


def _facet(site: Site, facet: str, value: str, found: list[Entry]) -> Iterator[Published]:
    vocabulary = VOCABULARY_OF_FACET[facet]
    term = terms_of(site.catalogue.settings, vocabulary).get(value) if vocabulary else None
    explained = getattr(term, "help", None)
    kind, title = site.word(f"facet.{facet}"), site.facet_label(facet, value)
    about = List(
        title=title,
        name=f"{kind}: {title}",
        lead=explained.in_(site.language) if explained else "",
        section="topics",
        address=site.addresses.facet(facet, value),
        translation=site.other_addresses.facet(facet, value),
        kind=kind,
        crumbs=(site.crumb("topics"),),
        facet=facet,
        value=value,
    )
    yield from list_pages(site, about, newest_first(found))


def list_pages(site: Site, about: List, ordered: list[Entry], **context: Any) -> Iterator[Published]:
    """The pages of a list, with `context` for its template."""
    total = max(1, -(-len(ordered) // PAGE_SIZE))
    words, other_words = site.word("path.page"), say("path.page", site.other)
    addresses = [_numbered(about.address, words, number) for number in range(1, total + 1)]
    summed = _summed(site, ordered, about.value if about.facet == "funder" else None)
    for number, address in enumerate(addresses, 1):
        name = about.name or about.title
        numbered = site.word("listing.page", title=name, number=number, total=total)
        yield site.page(
            about.template,
            address,
            title=name if total == 1 else numbered,
            description=_described(site, about),
            section=about.section,
            translation=_numbered(about.translation, other_words, number),
            crumbs=about.crumbs if number == 1 else (*about.crumbs, Crumb(about.title, about.address)),
            scripts=about.scripts,
            feed=about.feed or about.address,
            about=about,
            value=about.value,
            listed=ordered,
            count=len(ordered),
            entries=ordered[(number - 1) * PAGE_SIZE : number * PAGE_SIZE],
            number=number,
            addresses=addresses,
            **summed,
            **context,
        )


def _described(site: Site, about: List) -> str:
    if not about.lead:
        return site.word("listing.description", title=about.name or about.title)
    return f"{about.name}. {about.lead}" if about.name else about.lead


def _summed(site: Site, found: list[Entry], funder: str | None) -> dict[str, Any]:
    """What the list's entries come to: grants, open ones, late ones, and the median wait in days.

    Of the grants only the funder's own, where one is named.
    """
    grants = [grant for entry in found for grant in entry.idea.grants if funder in {None, grant.funder}]
    waits = [wait for entry in found if (wait := site.derived.of(entry).wait)]
    return {
        "grants": sum_of_grants(grants),
        "open": sum(entry.idea.outcome == "open" for entry in found),
        "overdue": sum(wait.is_overdue for wait in waits),
        "median_days": waiting.median_days(wait for wait in waits if not wait.running_until),
    }


def _numbered(address: str, word: str, number: int) -> str:
    return address if number == 1 else f"{address}{word}-{number}/"

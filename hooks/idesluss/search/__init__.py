"""What the search finds: each page as the index is told of it, and words with their roots and parts."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..catalogue.facets import VOCABULARY_OF_FACET
from ..model.vocabulary import term_label
from ..pages.base.addresses import Addresses
from ..words import say
from .elsewhere import neighbour_records
from .entries import call_record, idea_record
from .lexicon import Lexicon
from .markup import parts_of
from .record import SearchRecord, WrittenPage
from .spreading import spread
from .stub import stub, stub_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..catalogue.catalogue import Catalogue
    from ..neighbours.copies import Neighbourhood
    from ..pages import Page
    from ..words import Language
    from .record import Kind


_OF_PROGRAM = "about"  # the section of rules, fields and hand-written pages


@dataclass(frozen=True, slots=True)
class IndexPlan:
    """What the index of a language is made of: paths to stubs of pages, and to files beside the index.

    Each part becomes an index of its own, since the time of a search grows with the square of what an index
    holds, and what has not changed need not be made again.
    """

    language: Language
    parts: tuple[dict[str, str], ...]
    beside: dict[str, str]


def index_plans(
    catalogue: Catalogue,
    pages: Iterable[Page],
    documents: Iterable[WrittenPage],
    neighbourhood: Neighbourhood | None = None,
) -> Iterator[IndexPlan]:
    """Everything of the site that can be found, one language at a time, with what its neighbours tell."""
    every_page, written = [*pages], [*documents]
    for language in catalogue.settings.site_languages:
        listed = [*search_records(catalogue, language, every_page, written)]
        if neighbourhood:
            listed += neighbour_records(neighbourhood, Addresses(catalogue.settings, language))
        yield _index_plan(language, listed)


def _index_plan(language: Language, listed: list[SearchRecord]) -> IndexPlan:
    lexicon = Lexicon((record.text for record in listed), language)
    families = lexicon.families()
    beside = {f"words/{ord(letter):x}.json": _json(roots) for letter, roots in families.items()}
    parts = tuple({stub_path(record): stub(record, lexicon) for record in part} for part in spread(listed))
    beside["words.json"] = _json(
        {
            "common": lexicon.common(),
            "endings": lexicon.endings(),
            "letters": "".join(families),
            "texts": len(listed),
            "parts": len(parts),
        }
    )
    return IndexPlan(language, parts, beside)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def search_records(
    catalogue: Catalogue, language: Language, pages: Iterable[Page], documents: Iterable[WrittenPage]
) -> Iterator[SearchRecord]:
    """Each page of a language that can be found: ideas, calls, topics, and pages that tell of the whole."""
    addresses = Addresses(catalogue.settings, language)
    known: set[str] = set()
    for record in _own(catalogue, addresses):
        known.add(record.url)
        yield record
    for page in pages:
        # A further page of a list says nothing that its first page does not.
        is_told = page.language == language and page.is_indexed and page.number == 1
        if is_told and page.url not in known:
            yield _page(page)
    yield from (_document(document) for document in documents if document.language == language)


def _own(catalogue: Catalogue, addresses: Addresses) -> Iterator[SearchRecord]:
    yield from (idea_record(entry, catalogue.calls, addresses) for entry in catalogue.entries)
    yield from (call_record(page, addresses) for page in catalogue.calls.values())
    for facet, vocabulary in VOCABULARY_OF_FACET.items():
        if facet != "call":
            for value, listed in catalogue.grouped(facet).items():
                yield _topic(addresses, facet, value, vocabulary, len(listed))


def _topic(addresses: Addresses, facet: str, value: str, vocabulary: str | None, count: int) -> SearchRecord:
    language = addresses.language
    label = term_label(addresses.settings, vocabulary, value).in_(language) if vocabulary else value
    shown = say("listing.count", language, count=count, shown=count)
    return SearchRecord(
        language=language,
        url=addresses.facet(facet, value),
        kind="topic",
        title=label,
        note=f"{say(f'facet.{facet}', language)} · {shown}",
    )


def _page(page: Page) -> SearchRecord:
    """A page of the site; what it says of the program is help, and is found only when it is asked for."""
    if page.is_document:
        return _document(WrittenPage(page.url, page.language, page.title, page.description, page.content))
    kind: Kind = "help" if page.section == _OF_PROGRAM else "page"
    return SearchRecord(page.language, page.url, kind, page.title, page.description)


def _document(document: WrittenPage) -> SearchRecord:
    parts = parts_of(document.html)
    return SearchRecord(
        document.language, document.url, "help", document.title, document.description, parts=parts
    )


__all__ = ["IndexPlan", "SearchRecord", "WrittenPage", "index_plans", "search_records"]

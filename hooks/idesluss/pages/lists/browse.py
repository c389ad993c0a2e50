"""The catalogue page: all entries, facets to narrow them down, and the index that a script reads."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...catalogue.facets import VOCABULARY_OF_FACET, facet_values
from ..base.card import KINDS
from ..base.order import newest_first
from ..base.published import File
from .listing import Listing, list_pages, totals_of
from .topics import all_values_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ...catalogue.entry import Entry
    from ...derived.waiting import Wait
    from ...words import Language
    from ..base.card import Card
    from ..base.published import Published
    from ..base.shown_picture import ShownPicture
    from ..base.site import Site
    from ..base.writer import Writer

SHOWN = 10  # values of a facet that are offered before the others are asked for
INDEX = "index.json"
SCRIPT = "browse/page.js"
SORTS = ("newest", "waiting", "grant", "decided", "title")
_OPEN = frozenset({"stage", "outcome", "sector"})  # facets that stand open from the start


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet with the number of entries that have it."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet in use, with its values in order. `offered` are those with most entries."""

    name: str
    title: str
    values: tuple[FacetValue, ...]
    all_at: str

    @property
    def offered(self) -> tuple[FacetValue, ...]:
        if len(self.values) <= SHOWN:
            return self.values
        most = set(sorted(self.values, key=lambda value: -value.count)[:SHOWN])
        return tuple(value for value in self.values if value in most)

    @property
    def is_open(self) -> bool:
        return self.name in _OPEN


@dataclass(frozen=True, slots=True)
class IndexRow:
    """What the index holds of an entry. `waiting` is days and `grant` whole kronor, -1 if not known.

    `decided` is the day of the last decision, empty without one; `values` leads from a facet to its values.
    """

    card: Card
    waiting: int
    grant: int
    decided: str
    values: Mapping[str, Sequence[str]]


def pages(site: Site) -> Iterator[Published]:
    """The pages of the whole list, and the index."""
    entries = newest_first(site.catalogue.listed)
    facets = [facet for name in VOCABULARY_OF_FACET if (facet := _facet(site, name)).values]
    rows = [_row(site, entry) for entry in entries]
    yield from _write(site.writer, _listing(site, entries), facets, rows)


def _facet(site: Site, name: str) -> Facet:
    writer = site.writer
    values = [
        FacetValue(key, writer.facet_label(name, key), len(entries))
        for key, entries in site.listed(name)
        if entries
    ]
    title = writer.word(f"facets.{name}")
    return Facet(name, title, tuple(values), all_values_at(writer.addresses, name))


def _listing(site: Site, entries: list[Entry]) -> Listing:
    writer = site.writer
    return Listing(
        title=writer.word("nav.ideas"),
        lead=writer.word("listing.all"),
        section="ideas",
        address=writer.addresses.section("ideas"),
        places=writer.places(lambda at: at.section("ideas")),
        cards=[site.card(entry) for entry in entries],
        totals=totals_of(site, entries),
        template="lists/browse.html",
        scripts=(SCRIPT,),
        feed=writer.addresses.section("latest"),
    )


def _row(site: Site, entry: Entry) -> IndexRow:
    return IndexRow(
        card=site.card(entry),
        waiting=_waited(site.facts(entry).wait),
        grant=-1 if entry.granted is None else entry.granted,
        decided=str(entry.decisions[-1].date) if entry.decisions else "",
        values=_by_facet(entry),
    )


def _by_facet(entry: Entry) -> dict[str, list[str]]:
    by_facet: dict[str, list[str]] = {}
    for facet, value in facet_values(entry):
        by_facet.setdefault(facet, []).append(value)
    return by_facet


def _waited(wait: Wait | None) -> int:
    """Days awaited; work that goes on awaits nothing."""
    return -1 if wait is None or wait.days is None or wait.running_until else wait.days


def _write(
    writer: Writer, listing: Listing, facets: list[Facet], rows: list[IndexRow]
) -> Iterator[Published]:
    index = _index(writer, facets, rows)
    path = f"{listing.address}{INDEX}"
    # A browser that has kept an older index must not draw today's page with it.
    asked = f"{path}?v={hashlib.sha256(index.encode()).hexdigest()[:10]}"
    yield from list_pages(writer, listing, facets=facets, sorts=SORTS, index=asked)
    yield File(path, index)


def _index(writer: Writer, facets: list[Facet], rows: list[IndexRow]) -> str:
    """Columns rather than rows, and numbers for the values of facets, so that little is sent.

    Each column has an item for each entry, newest first. `in` holds, for each facet, the places of the
    entry's values in that facet.
    """
    columns: dict[str, Any] = {
        "version": 1,
        "facets": [_facet_column(facet) for facet in facets],
        "resultWord": writer.word("card.result"),
        **_card_columns(writer.language, [row.card for row in rows]),
        "inLanguage": [_in_language(writer, row.card) for row in rows],
        "waiting": [row.waiting for row in rows],
        "grant": [row.grant for row in rows],
        "decided": [row.decided for row in rows],
        "in": [_places(facet, rows) for facet in facets],
    }
    return json.dumps(columns, ensure_ascii=False, separators=(",", ":"))


def _facet_column(facet: Facet) -> dict[str, Any]:
    return {
        "name": facet.name,
        "title": facet.title,
        "keys": [value.key for value in facet.values],
        "labels": [value.label for value in facet.values],
    }


def _card_columns(language: Language, cards: list[Card]) -> dict[str, list[Any]]:
    return {
        "url": [card.url for card in cards],
        "title": [card.title for card in cards],
        "titleLanguage": [_other(language, card.title_language) for card in cards],
        "summary": [card.summary for card in cards],
        "summaryLanguage": [_other(language, card.summary_language) for card in cards],
        "result": [card.result for card in cards],
        "resultLanguage": [_other(language, card.result_language) if card.result else "" for card in cards],
        "stage": [card.stage for card in cards],
        "outcome": [[card.outcome, card.outcome_words] for card in cards],
        **{kind: [_fact(card, kind) for card in cards] for kind in KINDS},
        "picture": [_picture(language, card.picture) for card in cards],
        "late": [int(any(fact.is_late for fact in card.facts)) for card in cards],
    }


def _picture(language: Language, picture: ShownPicture | None) -> tuple[str, int, int, str, str] | int:
    """Address, width, height, what it shows, and the language of that; 0 where there is none."""
    if picture is None:
        return 0
    return (picture.url, picture.width, picture.height, picture.alt, _other(language, picture.language))


def _in_language(writer: Writer, card: Card) -> str:
    """What the card says of its text in other languages, as its template does."""
    languages = [card.title_language, card.summary_language, *([card.result_language] if card.result else [])]
    others = [language for language in dict.fromkeys(languages) if language != writer.language]
    return writer.text_in(others) if others else ""


def _fact(card: Card, kind: str) -> str:
    return next((fact.words for fact in card.facts if fact.kind == kind), "")


def _other(language: Language, of_words: Language) -> str:
    """The language of words that are not in the page's own."""
    return "" if of_words == language else of_words


def _places(facet: Facet, rows: list[IndexRow]) -> list[list[int]]:
    place = {value.key: at for at, value in enumerate(facet.values)}
    return [[place[key] for key in row.values.get(facet.name, ()) if key in place] for row in rows]

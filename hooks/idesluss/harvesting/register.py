"""Registers as neighbours: the rows of a sheet by an import's map, told as what a neighbour has."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from ..importing.conversion import Conversion
from ..importing.gathering import drafts_of
from ..importing.map_file import read_map, shipped_map, shipped_maps
from ..importing.read_sheet import read_sheet
from ..importing.sheet import SheetForm, UnreadableSheet
from ..importing.terms import Terms
from ..model.vocabulary import term_label
from ..neighbours.distilled import MOST_IDEAS, NotCatalogue
from ..neighbours.harmless import calendar_year
from ..neighbours.harvested import HarvestedIdea, HarvestNote, NeighbourCopy
from ..words import LANGUAGES
from ..words.characters import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.catalogue import Catalogue
    from ..importing.draft import Draft
    from ..importing.import_map import ImportMap
    from ..model import Settings
    from ..model.neighbour import Neighbour
    from ..words import Language

_LONGEST_NAME = 60
_MOST = 12  # municipalities or themes of an idea
# Field to its facet and its list.
_FACETS = {
    "sector": ("sector", "sectors"),
    "themes": ("theme", "themes"),
    "municipalities": ("municipality", "municipalities"),
}


def register_copy(content: bytes, neighbour: Neighbour, catalogue: Catalogue) -> NeighbourCopy:
    """The copy that a register's file makes by its map. Raises NotCatalogue."""
    import_map = _map(neighbour, catalogue)
    name = urlsplit(neighbour.url).path.rpartition("/")[2]
    m = import_map
    try:
        sheet = read_sheet(name, content, SheetForm(m.sheet, m.header, m.separator, m.encoding, m.records))
    except UnreadableSheet:
        raise NotCatalogue("not_sheet") from None
    language = m.language or catalogue.settings.language
    terms = Terms(catalogue.settings, catalogue.tree.shipped)
    # Words that the lists lack are asked for, so that what is not the catalogue's keeps its own names.
    reading = Conversion(m, terms, catalogue.today, language, adds_terms=True)
    drafts = drafts_of(sheet.rows[:MOST_IDEAS], reading, lambda _: None)
    names = _Names(catalogue.settings, terms, language)
    ideas = {idea.slug: idea for idea in _ideas(drafts, neighbour, names)}
    lost = len(drafts) - len(ideas)
    notes = (HarvestNote(key="unreadable", count=lost),) if lost else ()
    return NeighbourCopy(url=neighbour.url, home=neighbour.url, ideas=tuple(ideas.values()), notes=notes)


def _map(neighbour: Neighbour, catalogue: Catalogue) -> ImportMap:
    name = neighbour.map or ""
    known = name in shipped_maps()
    read = read_map(f"{name}.yml", shipped_map(name), catalogue.settings, {}) if known else None
    if read is None or read.import_map is None:
        raise NotCatalogue("unknown_map")
    return read.import_map


class _Names:
    """What keys are called, in the catalogue's lists or by the rows themselves."""

    def __init__(self, settings: Settings, terms: Terms, language: Language) -> None:
        self.settings, self.language = settings, language
        self._asked = {(term.vocabulary, term.key): term.name for term in terms.new.values()}

    def term(self, facet: str, vocabulary: str, key: object) -> dict[str, Any]:
        """A term of a facet as it is kept."""
        own = term_label(self.settings, vocabulary, str(key))
        asked = self._asked.get((vocabulary, str(key)))
        words = {self.language: asked} if asked else {code: own.in_(code) for code in LANGUAGES}
        return {"facet": facet, "key": key, "words": words}


def _ideas(drafts: list[Draft], neighbour: Neighbour, names: _Names) -> Iterator[HarvestedIdea]:
    for draft in drafts:
        if draft.title:
            with suppress(ValidationError):
                yield HarvestedIdea.model_validate(_values(draft, neighbour, names))


def _values(draft: Draft, neighbour: Neighbour, names: _Names) -> dict[str, Any]:
    fields, language = draft.fields, names.language
    sources = [source.get("url") for source in fields.get("sources", ())]
    stage = fields.get("stage")
    return {
        "slug": slugify(draft.id, _LONGEST_NAME),
        "kind": "record",
        "language": language,
        "words": {language: fields, **fields.get("translations", {})},
        "stage": names.term("stage", "stages", stage) if stage else None,
        "is_tried": bool(fields.get("result")),
        "facets": [*_facets(fields, names)],
        "page": {language: next(filter(None, sources), neighbour.url)},
        "year": calendar_year(fields.get("period", {}).get("start")) or draft.year,
    }


def _facets(fields: dict[str, Any], names: _Names) -> Iterator[dict[str, Any]]:
    holder = fields.get("coordinator", {}).get("organisation")
    if holder:
        yield names.term("organisation", "organisations", holder)
    for name, (facet, vocabulary) in _FACETS.items():
        value = fields.get(name, [])
        keys = value if isinstance(value, list) else [value]
        yield from (names.term(facet, vocabulary, key) for key in keys[:_MOST])

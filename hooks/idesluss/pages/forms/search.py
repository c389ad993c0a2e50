"""The search page: a field and filters for the script, and other ways in for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...model.process import STANDINGS
from ...model.vocabulary import terms_of
from .choice import Choice

if TYPE_CHECKING:
    from ..base.published import Page
    from ..base.site import Site
    from ..base.writer import Writer

KINDS = ("idea", "record", "research", "call", "page")
WAYS = ("topics", "ideas", "pipeline", "calls", "organisations", "municipalities")
_FACETS = ("stage", "outcome", "sector")


def page(site: Site) -> Page:
    """The page, with filters for what some entry has; neighbours, and what is about the catalogue itself."""
    more = {"own": site.catalogue.own, "neighbour": site.settings.neighbours}
    named = (*KINDS, *(kind for kind, is_there in more.items() if is_there))
    kinds = [Choice(kind, site.writer.word(f"search.kind.{kind}")) for kind in named]
    return _write(site.writer, {"kind": kinds} | {facet: _choices(site, facet) for facet in _FACETS})


def _choices(site: Site, facet: str) -> list[Choice]:
    """The facet's values that lead to something, with what they are called."""
    groups = site.catalogue.grouped(facet)
    known = terms_of(site.settings, str(VOCABULARY_OF_FACET[facet]))
    keys = (*known, *(STANDINGS if facet == "outcome" else ()))
    return [Choice(key, site.writer.facet_label(facet, key)) for key in keys if key in groups]


def _write(writer: Writer, filters: dict[str, list[Choice]]) -> Page:
    return writer.page(
        "forms/search.html",
        writer.places(lambda at: at.section("search")),
        title=writer.word("nav.search"),
        description=writer.word("search.lead"),
        section="search",
        filters=filters,
        ways=WAYS,
        is_indexed=False,
    )

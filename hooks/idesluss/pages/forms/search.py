"""The search page: a field and filters for the script, and other ways in for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalogue.facets import VOCABULARY_OF_FACET
from ...model.vocabulary import terms_of

if TYPE_CHECKING:
    from ..base.published import Published
    from ..base.site import Site

KINDS = ("idea", "research", "call", "page")
WAYS = ("topics", "ideas", "pipeline", "calls", "organisations", "municipalities")
_FACETS = ("stage", "outcome", "sector")


def page(site: Site) -> Published:
    return site.page(
        "forms/search.html",
        site.addresses.section("search"),
        title=site.word("nav.search"),
        description=site.word("search.lead"),
        section="search",
        translation=site.other_addresses.section("search"),
        filters=_filters(site),
        ways=WAYS,
        is_indexed=False,
    )


def _filters(site: Site) -> dict[str, list[tuple[str, str]]]:
    """Each filter's values that lead to something, with what they are called."""
    filters = {"kind": [(kind, site.word(f"search.kind.{kind}")) for kind in KINDS]}
    for facet in _FACETS:
        groups = site.catalogue.grouped(facet)
        known = terms_of(site.catalogue.settings, str(VOCABULARY_OF_FACET[facet]))
        filters[facet] = [(key, site.facet_label(facet, key)) for key in known if key in groups]
    return filters

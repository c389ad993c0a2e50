"""A folder name, or a former name, belongs to one entry only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalogue.outlining import outline_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "fields"
MAY_BE_EXEMPTED = True
MEANS = {"slug": "value"}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    holders: dict[str, str] = {}
    for entry in catalogue.judged:
        for at, slug in enumerate(outline_of(entry).names):
            if holders.setdefault(slug, entry.path) != entry.path:
                document = entry.document
                place = document.place_of("aliases", at - 1) if at else document.place()
                yield document.problem(place, "slug_taken", "slug_taken", slug=slug, other=holders[slug])


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    yield from _former_names_in_vain(entry)


def _former_names_in_vain(entry: Entry) -> Iterator[Problem]:
    """Those that lead to where the page is, or from where another leads that is written in another way."""
    document, written = entry.document, entry.idea.aliases
    for at, (address, name) in enumerate(zip(entry.addresses[1:], written, strict=True)):
        if name in written[:at]:
            continue  # told as repeated
        place = document.place_of("aliases", at)
        if address == entry.addresses[0]:
            yield document.problem(place, "slug_taken", "slug_taken.own", slug=name)
        elif address in entry.addresses[: at + 1]:
            yield document.problem(place, "slug_taken", "slug_taken.twice", slug=name)

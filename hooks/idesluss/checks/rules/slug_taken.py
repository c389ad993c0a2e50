"""A folder name, or a former name, belongs to one entry only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...reading.problem import Problem

GROUP = "fields"
MAY_BE_EXEMPTED = True
MEANS = {"slug": "value"}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    holders: dict[str, str] = {}
    for entry in catalogue.judged:
        for at, slug in enumerate((entry.slug, *entry.idea.aliases)):
            if slug not in holders:
                holders[slug] = entry.path
                continue
            if slug in entry.idea.aliases[: max(0, at - 1)]:
                continue  # told as repeated
            document = entry.document
            place = document.place_of("aliases", at - 1) if at else document.place()
            if slug == entry.slug and at:
                yield document.problem(place, "slug_taken", "slug_taken.own", slug=slug)
            else:
                yield document.problem(place, "slug_taken", "slug_taken", slug=slug, other=holders[slug])

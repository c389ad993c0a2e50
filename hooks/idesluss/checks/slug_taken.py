"""A folder name or former name belongs to one entry only.

The name is the entry's identity and its address. Choose another name for the newer one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue import Catalogue
    from ..problem import Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    holders: dict[str, str] = {}
    for entry in catalogue.judged:
        for at, slug in enumerate((entry.slug, *entry.idea.aliases)):
            if slug not in holders:
                holders[slug] = entry.path
                continue
            document = entry.document
            place = document.place_of("aliases", at - 1) if at else document.place()
            yield document.problem(place, "slug_taken", "slug_taken", slug=slug, other=holders[slug])

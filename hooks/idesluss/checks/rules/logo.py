"""The logo is there, and does nothing but be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.paths import CONTENT
from ...reading.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue

GROUP = "links_and_pictures"
MAY_BE_EXEMPTED = False


def check(catalogue: Catalogue) -> Iterator[Problem]:
    brand, logos = catalogue.settings.brand, catalogue.tree.logos
    named = brand.logo if brand else None
    if named and named not in logos:
        document = catalogue.tree.settings
        place = document.place_of("brand", "logo")
        yield document.problem(place, "logo", "logo.absent", path=f"{CONTENT}/{named}")
    for path, logo in logos.items():
        for key, values in logo.verdicts:
            yield Problem(Place(f"{CONTENT}/{path}"), "logo", "error", key, values)
        if path != named:
            yield Problem(Place(f"{CONTENT}/{path}"), "logo", "warning", "logo.unused", {"name": path})

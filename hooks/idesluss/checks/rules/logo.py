"""The logo is there, and does nothing but be seen.

It is shown on every page, and a drawing in SVG can hold scripts, whole pages and addresses of other hosts,
which would then be a part of the site. Save it as plain SVG, with words as outlines, or as PNG. It stands on
the main colour, in the header, in dark and on paper, so choose the version that is made for that ground.

På svenska
----------
Logotypen finns, och gör ingenting annat än syns.

Den visas på varje sida, och en teckning i SVG kan rymma skript, hela sidor och adresser till andra servrar,
som då skulle bli en del av webbplatsen. Spara den som vanlig SVG, med ord som konturer, eller som PNG. Den
står på huvudfärgen, i sidhuvudet, i mörkt läge och på papper, så välj den variant som är gjord för den.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.folders import CONTENT
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

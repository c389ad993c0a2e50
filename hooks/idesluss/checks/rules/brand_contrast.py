"""The brand's colours give pages that can be read, in light and in dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...words import in_every, text
from ...words.formats import ratio

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...derived.palette import Failure
    from ...model.brand import BrandColours
    from ...reading.problem import Problem

GROUP = "fields"
MAY_BE_EXEMPTED = False


def check(catalogue: Catalogue) -> Iterator[Problem]:
    brand = catalogue.settings.brand
    if brand is None:
        return
    from ...derived.palette import mended  # noqa: PLC0415  # a large library, for catalogues with a brand alone

    document = catalogue.tree.settings
    for asked, failure, better in mended(brand.colours):
        place = document.place_of("brand", "colours", asked)
        values = _words(brand.colours, asked, failure, better)
        yield document.problem(place, "brand_contrast", "brand_contrast", **values)


def _words(colours: BrandColours, asked: str, failure: Failure, better: BrandColours) -> dict[str, object]:
    pair, scheme, reached = failure
    return {
        "given": getattr(colours, asked),
        "tone": text(f"tone.{pair.tone}"),
        "ground": text(f"tone.{pair.ground}"),
        "scheme": text(f"scheme.{scheme}"),
        "found": in_every(lambda language: ratio(reached, language)),
        "wanted": in_every(lambda language: ratio(pair.wanted, language)),
        "suggestion": getattr(better, asked),
    }

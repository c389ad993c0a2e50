"""The brand's colours give pages that can be read, in light and in dark.

Every tone of the site follows from the few colours in catalogue.yml, and is judged against what it stands on:
words need a contrast of 4.5 to 1, edges of fields and parts of charts 3 to 1, as WCAG 2.2 asks. Take the
colour that the message proposes: it is the nearest that passes, only lighter or darker. Or choose another;
the main colour is deep enough for white words, and the paper light enough for grey ones.

På svenska
----------
Varumärkets färger ger sidor som går att läsa, ljusa och mörka.

Alla nyanser på webbplatsen följer av de få färgerna i catalogue.yml och prövas mot det som de ligger på: ord
behöver kontrasten 4,5 till 1, kanter på fält och delar av diagram 3 till 1, som WCAG 2.2 kräver. Ta färgen
som beskedet föreslår: den är den närmaste som klarar kraven, bara ljusare eller mörkare. Eller välj en annan;
huvudfärgen är mörk nog för vita ord och papperet ljust nog för grå.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...derived.palette import mended
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

"""Contact goes to a function, not to somebody's private mail or mobile.

Private addresses and numbers stay in the history when the person has gone on to something else, and they
draw unwanted calls. Write a function mailbox or a switchboard number, or the person's role. This warns and
stops nothing, as some numbers that begin like a mobile belong to a function.

På svenska
----------
Kontakt går till en funktion, inte till någons privata e-post eller mobil.

Privata adresser och nummer ligger kvar i historiken när personen har gått vidare till annat, och de drar
till sig oönskade samtal. Skriv en funktionsbrevlåda, ett växelnummer eller personens roll. Det här varnar
och stoppar inget, eftersom en del nummer som börjar som en mobil hör till en funktion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...reading.problem import Place, Problem
from ..personal_data import personal_data_in_names, personal_data_in_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue

GROUP = "people"
MAY_BE_EXEMPTED = False
MASKS_ITS_LINE = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for place, kind, _ in personal_data_in_texts(catalogue, {"mail", "mobile"}):
        yield Problem(place, "private_contact", "warning", f"private_contact.{kind}")
    for path, _ in personal_data_in_names(catalogue, {"mail", "mobile"}):
        yield Problem(Place(path), "private_contact", "warning", "private_contact.name")

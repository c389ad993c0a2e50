"""What was finally paid of a grant is no more than what was awarded.

A funder pays at most what it has decided. If the source gives a larger final amount, the grant was raised:
write the raised amount as awarded, and tell of it in the note.

På svenska
----------
Det som till slut betalades av ett bidrag är inte mer än det som beviljades.

En finansiär betalar högst det som den har beslutat. Anger källan ett högre slutligt belopp, så har bidraget
höjts: skriv det höjda beloppet som beviljat, och berätta om det i anmärkningen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...reading.problem import Problem

GROUP = "money_and_time"
MAY_BE_EXEMPTED = False


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue.judged:
        for at, grant in enumerate(entry.idea.grants):
            if grant.final is not None and grant.awarded is not None and grant.final > grant.awarded:
                place = entry.document.place_of("grants", at, "final")
                values = {"final": grant.final, "awarded": grant.awarded}
                yield entry.document.warning(place, "grant_sum", "grant_sum", **values)

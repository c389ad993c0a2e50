"""What an entry is called in a source belongs to one entry only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalogue.outlining import outline_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...reading.problem import Problem

GROUP = "fields"
MAY_BE_EXEMPTED = False


def check(catalogue: Catalogue) -> Iterator[Problem]:
    holders: dict[tuple[str, str], str] = {}
    for entry in catalogue.judged:
        external = outline_of(entry).external
        if external is None:
            continue
        holder = holders.setdefault(external, entry.path)
        if holder != entry.path:
            source, given = external
            place = entry.document.place_of("external_id", "id")
            values = {"given": given, "source": source, "other": holder}
            yield entry.document.problem(place, "external_id_taken", "external_id_taken", **values)

"""What an entry is called in a source belongs to one entry only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...reading.problem import Problem

GROUP = "fields"
MAY_BE_EXEMPTED = False


def check(catalogue: Catalogue) -> Iterator[Problem]:
    holders: dict[tuple[str, str], str] = {}
    for entry in catalogue.judged:
        external = entry.idea.external_id
        if external is None:
            continue
        holder = holders.setdefault((external.source, external.id), entry.path)
        if holder != entry.path:
            place = entry.document.place_of("external_id", "id")
            values = {"given": external.id, "source": external.source, "other": holder}
            yield entry.document.problem(place, "external_id_taken", "external_id_taken", **values)

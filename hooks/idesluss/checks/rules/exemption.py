"""An exempted mistake is there, is counted, and is one that may wait; the list of them never grows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ...reading.records import nearest
from ...words.characters import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...catalogue.catalogue import Catalogue
    from ...history.change import Change
    from ...model import Settings
    from ...reading.problem import Problem

GROUP = "change"
MAY_BE_EXEMPTED = False
MEANS = {"rule": "value"}


def check_exemptions(
    catalogue: Catalogue, covered: Counter[tuple[str, str]], may_be_exempted: Mapping[str, bool]
) -> Iterator[Problem]:
    """`covered` says by path and rule how many mistakes the list lets wait, the other which rules let any."""
    document = catalogue.tree.settings
    for at, exemption in enumerate(catalogue.settings.exemptions):
        place = document.place_of("exemptions", at, "rule")
        rule, count = plain(exemption.rule, 60), covered[exemption.path, exemption.rule]
        if exemption.rule not in may_be_exempted:
            near = nearest(exemption.rule, may_be_exempted) or "required"
            yield document.problem(place, "exemption", "exemption.unknown", rule=rule, nearest=near)
        elif not may_be_exempted[exemption.rule]:
            yield document.problem(place, "exemption", "exemption.not_here", rule=rule)
        elif count < exemption.count:
            values = {"rule": rule, "count": exemption.count, "found": count}
            yield document.problem(place, "exemption", "exemption.unused", **values)


def check_change(change: Change) -> Iterator[Problem]:
    """A list may be begun with mistakes that were there before, and only grow shorter from then on."""
    if change.base is None:
        return
    begun = _counts(change.base.settings)
    allowed = begun or Counter((p.place.path, p.rule) for p in change.base_problems if p.severity == "error")
    document = change.head.tree.settings
    for at, exemption in enumerate(change.head.settings.exemptions):
        path = change.path_before(exemption.path)
        if exemption.count > allowed[path, exemption.rule]:
            place = document.place_of("exemptions", at, "rule")
            values = {"rule": plain(exemption.rule, 60), "path": plain(exemption.path, 120)}
            yield document.problem(place, "exemption", "exemption.grown", **values)


def _counts(settings: Settings) -> Counter[tuple[str, str]]:
    return Counter({(e.path, e.rule): e.count for e in settings.exemptions})

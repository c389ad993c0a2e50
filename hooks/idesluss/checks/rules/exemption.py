"""An exempted mistake is there, is counted, and is one that may wait; the list of them never grows.

A catalogue that takes on a new rule has old mistakes that cannot all be mended in a day. They are listed in
catalogue.yml, with a reason, and then warn instead of stopping the publication. What is mended leaves the
list, and new mistakes do not enter it.

På svenska
----------
Ett undantaget fel finns, är räknat och kan vänta, och listan över dem växer aldrig.

En katalog som får en ny regel har gamla fel som inte alla kan rättas på en dag. De står i catalogue.yml med
skäl, och varnar då i stället för att stoppa publiceringen. Det som rättas lämnar listan, och nya fel
kommer inte in i den.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ...reading.records import nearest
from ...words.characters import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from ...catalogue.catalogue import Catalogue
    from ...history.change import Change
    from ...model import Settings
    from ...reading.problem import Problem

NEVER = frozenset(
    {
        *("encoding", "exemption", "field", "file", "front_matter", "hidden_character", "missing_field"),
        *("personal_number", "picture", "settings", "unknown_field", "yaml"),
    }
)


def applied(
    catalogue: Catalogue,
    problems: Sequence[Problem],
    rules: Collection[str],
    was_there: Callable[[Problem], bool] = lambda _: True,
) -> list[Problem]:
    """The problems with those that are exempted as warnings, and what is wrong with the exemptions.

    A mistake that was not there before is not let be, whatever the list says.
    """
    left = Counter({(e.path, e.rule): e.count for e in catalogue.settings.exemptions if e.rule not in NEVER})
    asked = left.copy()
    told: list[Problem] = []
    for problem in problems:
        sign = (problem.place.path, problem.rule)
        is_listed = problem.severity == "error" and left[sign] > 0 and _may_wait(problem)
        left[sign] -= is_listed
        is_exempt = is_listed and was_there(problem)
        told.append(replace(problem, severity="warning") if is_exempt else problem)
    return [*told, *_judged(catalogue, {sign: asked[sign] - left[sign] for sign in asked}, rules)]


def _may_wait(problem: Problem) -> bool:
    """Whether the process can be followed all the same: not where its stages or gates are not known."""
    return problem.rule != "unknown_term" or problem.values["of"] not in {"stages", "gates"}


def _judged(
    catalogue: Catalogue, found: dict[tuple[str, str], int], rules: Collection[str]
) -> Iterator[Problem]:
    document = catalogue.tree.settings
    for at, exemption in enumerate(catalogue.settings.exemptions):
        place = document.place_of("exemptions", at, "rule")
        rule, values = plain(exemption.rule, 60), {"count": exemption.count}
        if exemption.rule not in rules:
            near = nearest(exemption.rule, rules) or "required"
            yield document.problem(place, "exemption", "exemption.unknown", rule=rule, nearest=near)
        elif exemption.rule in NEVER:
            yield document.problem(place, "exemption", "exemption.not_here", rule=rule)
        elif found[exemption.path, exemption.rule] < exemption.count:
            values["found"] = found[exemption.path, exemption.rule]
            yield document.problem(place, "exemption", "exemption.unused", rule=rule, **values)


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

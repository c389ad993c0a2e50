"""A new idea is compared with those that are here already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalogue.outlining import outline_of
from ...reading.personal import masked
from ...reading.problem import Problem
from ...words import same
from ...words.characters import fold, plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...derived.similar import Match
    from ...derived.whole import Derived

GROUP = "process"
MAY_BE_EXEMPTED = False

_MOST = 3


def check_derived(derived: Derived, paths: Collection[str] | None) -> Iterator[Problem]:
    catalogue = derived.catalogue
    new = [entry for entry in catalogue.entries if outline_of(entry).is_new]
    asked = [entry for entry in new if paths is None or entry.path in paths]
    slugs, wanted = ([entry.slug for entry in entries] for entries in (new, asked))
    nearest = derived.nearest(slugs, wanted, _MOST + 5, catalogue.settings.similar_from / 100)
    for entry in asked:
        unknown = [match for match in nearest[entry.slug] if _is_news(entry, catalogue.by_slug[match.key])]
        if unknown:
            listed = ", ".join(_description(catalogue, match) for match in unknown[:_MOST])
            place = entry.document.place_of("title")
            yield Problem(place, "similar_idea", "hint", "similar_idea", {"similar": same(listed)})


def _is_news(entry: Entry, other: Entry) -> bool:
    """Whether the other one was here first, and neither of the two names the other."""
    if outline_of(other).is_new and _order(other) > _order(entry):
        return False
    return not _is_considered(entry, other)


def _order(entry: Entry) -> tuple[str, str]:
    return outline_of(entry).submitted, entry.path


def _is_considered(entry: Entry, other: Entry) -> bool:
    related = {idea for _, idea in outline_of(entry).relations}
    named = " ".join(f"{similar.title} {similar.link or ''}" for similar in entry.idea.similar_considered)
    is_named = other.slug in related or fold(outline_of(other).title) in fold(named) or other.slug in named
    return is_named or any(idea == entry.slug for _, idea in outline_of(other).relations)


def _description(catalogue: Catalogue, match: Match) -> str:
    other = catalogue.by_slug[match.key]
    folder = f"{other.year}/{other.slug}"
    shown = masked(folder, catalogue.scans.of(folder))
    return f"{plain(outline_of(other).title, 80)} ({shown}, {round(match.score * 100)} %)"

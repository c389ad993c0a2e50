"""What may be here already: the same grant by its reference, or nearly the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..derived.similar import LikenessIndex, Writing, writing_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..catalogue.entry import Entry
    from ..words import Language
    from .draft import Draft

# From so much likeness on two are taken for perhaps the same; hints to proposers begin far below.
ALIKE_FROM = 0.8
EVERY = 200  # drafts after which somebody is told how it goes


def entries_by_reference(entries: Iterable[Entry]) -> dict[tuple[str, str], Entry]:
    """Entries by funder and reference of each grant."""
    return {
        (grant.funder, grant.reference): entry
        for entry in entries
        for grant in entry.idea.grants
        if grant.reference
    }


def references_of(draft: Draft) -> list[tuple[str, str]]:
    """Funder and reference of each grant of a draft."""
    grants = draft.fields.get("grants", [])
    return [(grant["funder"], str(grant["reference"])) for grant in grants if "reference" in grant]


def alike(
    drafts: Mapping[str, Draft], entries: Iterable[Entry], language: Language, tell: Callable[[int], None]
) -> Iterator[tuple[str, str, float]]:
    """Path of a draft, path of another or of an entry that says nearly the same, and how alike they are."""
    writings = {
        path: Writing(
            draft.title, str(draft.fields.get("summary", "")), draft.fields.get("language", language)
        )
        for path, draft in drafts.items()
    }
    writings |= {entry.path: writing_of(entry) for entry in entries if entry.path not in writings}
    index = LikenessIndex(writings)
    order = {path: at for at, path in enumerate(writings)}
    for number, path in enumerate(drafts, 1):
        nearest = index.near(path, 1, ALIKE_FROM)
        # Of two new ones the later is told of.
        if nearest and (nearest[0].key not in drafts or order[nearest[0].key] < order[path]):
            yield path, nearest[0].key, nearest[0].score
        if number % EVERY == 0:
            tell(EVERY)

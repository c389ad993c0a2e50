"""The need bank: needs that nobody has answered with an idea, and needs that several have ideas for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..neighbours.copies import Elsewhere, Neighbourhood
    from .elsewhere import LikenessElsewhere

MOST_GROUPS = 200
MOST_IN_GROUP = 12
_ANSWERS = "responds_to"


@dataclass(frozen=True, slots=True)
class SameNeed:
    """Ideas for one need: the entry here that tells it, if any, and those of neighbours, the likest first."""

    entry: Entry | None
    elsewhere: tuple[Elsewhere, ...]

    @property
    def count(self) -> int:
        """How many have an idea for it."""
        return len(self.elsewhere) + (self.entry is not None)


def unanswered_needs(catalogue: Catalogue) -> list[Entry]:
    """Open ideas that tell a need and nothing yet of what to do, and that no other idea responds to."""
    return [entry for entry in catalogue.ideas if entry.is_open and _tells_need_alone(catalogue, entry)]


def _tells_need_alone(catalogue: Catalogue, entry: Entry) -> bool:
    need = entry.section_for("need")
    others = [section for section in entry.body.sections if section.has_text and section is not need]
    answers = [relation for relation, _ in catalogue.relations_to(entry) if relation.kind == _ANSWERS]
    return need is not None and not others and not answers and entry.plan is None


def same_needs(
    catalogue: Catalogue, neighbourhood: Neighbourhood, likeness: LikenessElsewhere
) -> list[SameNeed]:
    """Needs with ideas at several places, those of most places first; no idea of a neighbour's stands twice.

    They begin with the entries here. A catalogue without ideas of its own gathers what its neighbours have.
    """
    groups = [*_groups_of_entries(catalogue, neighbourhood, likeness)]
    if not catalogue.listed:
        groups = [*_groups_of_neighbours(neighbourhood, likeness)]
    kept: list[SameNeed] = []
    taken: set[str] = set()
    for group in sorted(groups, key=lambda group: -group.count):
        free = tuple(elsewhere for elsewhere in group.elsewhere if elsewhere.key not in taken)
        fresh = SameNeed(group.entry, free[:MOST_IN_GROUP])
        if fresh.count > 1:
            taken |= {elsewhere.key for elsewhere in fresh.elsewhere}
            kept.append(fresh)
    return sorted(kept, key=lambda group: -group.count)[:MOST_GROUPS]


def _groups_of_entries(
    catalogue: Catalogue, neighbourhood: Neighbourhood, likeness: LikenessElsewhere
) -> Iterator[SameNeed]:
    for entry in catalogue.listed:
        alike = (neighbourhood.ideas[match.key] for match in likeness.to_entry(entry))
        yield SameNeed(entry, tuple(alike))


def _groups_of_neighbours(neighbourhood: Neighbourhood, likeness: LikenessElsewhere) -> Iterator[SameNeed]:
    for elsewhere in neighbourhood.ideas.values():
        alike = (neighbourhood.ideas[match.key] for match in likeness.to_idea(elsewhere))
        yield SameNeed(None, (elsewhere, *alike))

"""What neighbours have that bears on an idea: the same need, what was tried, and who uses what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...neighbours.copies import address_key
from ..elsewhere.shown import shown_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...model.parts import UsedIdea
    from ...neighbours.copies import Elsewhere
    from ..base.site import Site
    from ..elsewhere.shown import ShownElsewhere

MOST = 4


@dataclass(frozen=True, slots=True)
class ShownUse:
    """An idea elsewhere that this one uses; `idea` is what its catalogue tells, where that is a neighbour."""

    use: UsedIdea
    idea: ShownElsewhere | None


@dataclass(frozen=True, slots=True)
class FoundElsewhere:
    """What is said of other catalogues: `tried` came to an end there, `same` is under way or not begun.

    `users` are ideas of neighbours that say they use this one.
    """

    tried: tuple[ShownElsewhere, ...]
    same: tuple[ShownElsewhere, ...]
    uses: tuple[ShownUse, ...]
    users: tuple[ShownElsewhere, ...]

    def __bool__(self) -> bool:
        return bool(self.tried or self.same or self.uses or self.users)


def found_elsewhere(site: Site, entry: Entry) -> FoundElsewhere:
    """All of it; what is used, or uses, is not told again as alike."""
    ideas = site.derived.neighbourhood.ideas
    uses, users = [*_uses(site, entry)], site.users_elsewhere.get(entry.slug, ())
    tied = {known.key for _, known in uses if known} | {user.key for user in users}
    matches = () if entry.is_own else site.derived.likeness_elsewhere.to_entry(entry)
    alike = [ideas[match.key] for match in matches if match.key not in tied]
    tried = [elsewhere for elsewhere in alike if elsewhere.idea.is_tried]
    same = [elsewhere for elsewhere in alike if not elsewhere.idea.is_tried]
    return FoundElsewhere(
        tried=tuple(shown_elsewhere(site, elsewhere) for elsewhere in tried[:MOST]),
        same=tuple(shown_elsewhere(site, elsewhere) for elsewhere in same[:MOST]),
        uses=tuple(ShownUse(use, shown_elsewhere(site, known) if known else None) for use, known in uses),
        users=tuple(shown_elsewhere(site, user) for user in users),
    )


def _uses(site: Site, entry: Entry) -> Iterator[tuple[UsedIdea, Elsewhere | None]]:
    known = site.derived.neighbourhood.by_address
    return ((use, known.get(address_key(use.url))) for use in entry.idea.uses)

"""Ideas that others have taken up: other organisations than the one that coordinates them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..catalogue.entry import Entry
from ..model.parts import Reuse

if TYPE_CHECKING:
    from ..catalogue.catalogue import Catalogue

Reuses = Mapping[Entry, tuple[Reuse, ...]]


def reuses_by_others(catalogue: Catalogue) -> Reuses:
    """Each idea that others have taken up, with who did so and when."""
    return {entry: others for entry in catalogue.placed if (others := _by_others(entry))}


def _by_others(entry: Entry) -> tuple[Reuse, ...]:
    own = entry.idea.coordinator.organisation if entry.idea.coordinator else None
    return tuple(reuse for reuse in entry.idea.reused_by if reuse.organisation != own)

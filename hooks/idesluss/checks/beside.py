"""What an entry is judged by besides itself, its settings and its day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..catalogue.call_page import CallPage
    from ..catalogue.entry import Entry
    from ..derived.facts import EntryFacts
    from ..derived.whole import Derived
    from ..reading.personal import PersonalScans


@dataclass(frozen=True, slots=True)
class Beside:
    """The calls, what personal data texts have, and what follows from an entry and its day."""

    calls: Mapping[str, CallPage]
    scans: PersonalScans
    facts_of: Callable[[Entry], EntryFacts]


def beside_entries(derived: Derived) -> Beside:
    """What each entry of a catalogue is judged by."""
    return Beside(derived.catalogue.calls, derived.catalogue.scans, derived.of)

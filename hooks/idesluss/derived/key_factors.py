"""Key factors: which ideas state them, which lack them, and what came of those."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from ..model.parts import FactorState
from .spread import spread_of

if TYPE_CHECKING:
    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..model.parts import KeyFactor
    from ..model.process import Process
    from .spread import Spread

FACTOR_STATES: tuple[FactorState, ...] = get_args(FactorState)


@dataclass(frozen=True, slots=True)
class Factor:
    """A key factor with the entries that state it, by the state they say it is in."""

    key: str
    by_state: dict[FactorState, list[Entry]]

    @property
    def count(self) -> int:
        return sum(map(len, self.by_state.values()))

    def spreads(self, process: Process) -> dict[FactorState, Spread]:
        """What came of those that state it, by the state."""
        return {state: spread_of(entries, process) for state, entries in self.by_state.items()}


def key_factors(catalogue: Catalogue) -> list[Factor]:
    """Every factor: the most lacked first, then those that are in place, then those nobody speaks of."""
    factors = [key_factor(catalogue, key) for key in catalogue.settings.key_factors]
    return sorted(factors, key=lambda f: (-len(f.by_state["missing"]), -len(f.by_state["partly"]), -f.count))


def key_factor(catalogue: Catalogue, key: str) -> Factor:
    """One factor of the settings, with entries under every state, also those that none is in."""
    by_state: dict[FactorState, list[Entry]] = {state: [] for state in FACTOR_STATES}
    for entry in catalogue.grouped("key_factor").get(key, []):
        stated = next(factor for factor in entry.key_factors if factor.factor == key)
        by_state[stated.state].append(entry)
    return Factor(key, by_state)


def lacked_factors(entry: Entry) -> list[KeyFactor]:
    """The factors that the entry lacks, first wholly and then in part."""
    lacked = [stated for stated in entry.key_factors if stated.state != "in_place"]
    return sorted(lacked, key=lambda stated: stated.state != "missing")

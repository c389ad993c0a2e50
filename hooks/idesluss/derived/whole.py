"""All that follows from a catalogue taken as a whole, each thing worked out once, when first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..catalogue.outlining import outline_of
from ..neighbours.copies import Neighbourhood
from .alike import Alike, alike_to
from .awaited import EntryWait, oldest_wait, waits_of
from .deadlines import deadlines_of
from .elsewhere import LikenessElsewhere
from .facts import EntryFacts, Facts, entry_facts
from .figures import Figures, figures_of
from .freshness import old_readings
from .key_factors import Factor, key_factors
from .lessons import Lesson, lessons_of
from .needs import SameNeed, same_needs, unanswered_needs
from .network import followers_by_call
from .reuse import Reuses, reuses_by_others
from .similar import LikenessIndex, Match, likeness_of, nearest_as_json, nearest_from_json

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from .deadlines import Deadline
    from .freshness import SourceReading


class Derived:
    """What is derived from `catalogue` and its neighbours; gone with it, so that no build keeps anything."""

    def __init__(self, catalogue: Catalogue, neighbourhood: Neighbourhood | None = None) -> None:
        self.catalogue = catalogue
        self._facts: dict[Entry, EntryFacts] = {}
        self.neighbourhood = neighbourhood or Neighbourhood(catalogue.settings.neighbours)
        self._alike: dict[str, tuple[Alike, ...]] = {}

    def after(self, catalogue: Catalogue) -> Derived:
        """What follows from a catalogue a few entries of which are new.

        Of what other ideas are like an entry, and of neighbours, it tells what was known before.
        """
        derived = Derived(catalogue, self.neighbourhood)
        derived._facts = {entry: self._facts[entry] for entry in catalogue.judged if entry in self._facts}
        derived._alike = {entry.slug: self._alike.get(entry.slug, ()) for entry in catalogue.entries}
        if "likeness_elsewhere" in self.__dict__:
            derived.likeness_elsewhere = self.likeness_elsewhere
        return derived

    @cached_property
    def facts(self) -> Facts:
        """The derived record of every entry that is judged."""
        return {entry: self.of(entry) for entry in self.catalogue.judged}

    def of(self, entry: Entry) -> EntryFacts:
        """The entry's derived record."""
        if entry not in self._facts:
            self._facts[entry] = entry_facts(entry)
        return self._facts[entry]

    @cached_property
    def likeness(self) -> LikenessIndex:
        """Of all entries that are published."""
        return likeness_of(self.catalogue.entries)

    def nearest(
        self, asked: Sequence[str], wanted: Collection[str], count: int, at_least: float
    ) -> dict[str, list[Match]]:
        """Of each entry that is wanted those most like it.

        All that are asked for are remembered where all were wanted, by the words of every entry.
        """
        onlooker = self.catalogue.onlooker
        if onlooker is None or not wanted:
            return {slug: self.likeness.nearest(slug, count, at_least) for slug in wanted}
        words = (part for entry in self.catalogue.entries for part in (entry.slug, *outline_of(entry).words))
        about = ("nearest", repr((list(asked), count, at_least)), *words)
        known = nearest_from_json(onlooker.recall(*about))
        if known is None:
            known = {slug: self.likeness.nearest(slug, count, at_least) for slug in wanted}
            if {*asked} == {*wanted}:
                onlooker.remember(nearest_as_json(known), *about)
        return known

    @cached_property
    def _likeness_apart(self) -> tuple[LikenessIndex, LikenessIndex]:
        """Of what is listed, and of what is about the catalogue itself."""
        if not self.catalogue.own:
            return self.likeness, self.likeness
        return likeness_of(self.catalogue.listed), likeness_of(self.catalogue.own)

    def alike(self, entry: Entry) -> tuple[Alike, ...]:
        """The entries most like this one, by the words they share, the most alike first."""
        if entry.slug not in self._alike:
            self._alike[entry.slug] = alike_to(entry, self._likeness_apart[entry.is_own])
        return self._alike[entry.slug]

    @cached_property
    def likeness_elsewhere(self) -> LikenessElsewhere:
        """Of what is listed here, and all that neighbours tell of."""
        return LikenessElsewhere(self.catalogue, self.neighbourhood)

    @cached_property
    def same_needs(self) -> list[SameNeed]:
        """Needs that several have ideas for, here and at neighbours."""
        return same_needs(self.catalogue, self.neighbourhood, self.likeness_elsewhere)

    @cached_property
    def unanswered_needs(self) -> list[Entry]:
        """Needs here that nobody has an idea for yet."""
        return unanswered_needs(self.catalogue)

    @cached_property
    def figures(self) -> Figures:
        return figures_of(
            self.catalogue, self.facts, awaited=self.waits, reuses=self.reuses, lessons=self.lessons
        )

    @cached_property
    def waits(self) -> tuple[EntryWait, ...]:
        """Every open idea with its wait, the longest first."""
        return waits_of(self.catalogue, self.facts)

    @cached_property
    def oldest_wait(self) -> EntryWait | None:
        return oldest_wait(self.waits)

    @cached_property
    def reuses(self) -> Reuses:
        """Each idea that others than its own organisation have taken up, with who did so and when."""
        return reuses_by_others(self.catalogue)

    @cached_property
    def old_readings(self) -> list[SourceReading]:
        """The sources that nobody has read for a year."""
        return old_readings(self.catalogue)

    @cached_property
    def deadlines(self) -> list[Deadline]:
        return deadlines_of(self.catalogue, self.facts)

    @cached_property
    def lessons(self) -> list[Lesson]:
        return lessons_of(self.catalogue)

    @cached_property
    def key_factors(self) -> list[Factor]:
        return key_factors(self.catalogue)

    @cached_property
    def followers_in_call(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Call to the folder name of each entry with a grant from it, with the few that follow it there."""
        return followers_by_call(self.catalogue)

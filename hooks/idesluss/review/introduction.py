"""A new entry for whoever has not seen it before: in its own words, and who proposes it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ..model import Idea, field_title
from ..model.vocabulary import term_label
from ..words import enumeration, formats, in_every, say, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.entry import Entry
    from ..history.change import Change
    from ..words import Language, Text

_UNREAD = "review.unread"


@dataclass(frozen=True, slots=True)
class Introduction:
    """Passages that are quoted, and facts in a few words, each with what it is called."""

    passages: tuple[tuple[Text, str], ...]
    facts: tuple[tuple[Text, Text], ...]

    def in_words(self, language: Language) -> Iterator[tuple[Text, str]]:
        """Passages and facts alike, in one language."""
        yield from self.passages
        yield from ((name, value.in_(language)) for name, value in self.facts)


def introduction_of(change: Change, entry: Entry, language: Language) -> Introduction:
    """The introduction of an entry, of what can be read of it."""
    return Introduction(tuple(_passages(entry, language)), tuple(_facts(change, entry)))


def _passages(entry: Entry, language: Language) -> Iterator[tuple[Text, str]]:
    is_read = "idea.summary" not in entry.unread
    yield field_title(Idea, "summary"), entry.summary(language)[0] if is_read else say(_UNREAD, language)
    if entry.idea.result and "idea.result" not in entry.unread:
        yield field_title(Idea, "result"), entry.idea.result
    key, need = entry.process.section_for("need"), entry.section_for("need")
    if key and need:
        yield term_label(entry.settings, "sections", key), need.words


def _facts(change: Change, entry: Entry) -> Iterator[tuple[Text, Text]]:
    idea, unread = entry.idea, entry.unread_of("idea")
    origin = [change.label("origins", idea.origin)] if idea.origin and "origin" not in unread else []
    coordinator = [] if "coordinator" in unread or not idea.coordinator else [idea.coordinator]
    organisations = [change.label("organisations", holder.organisation) for holder in coordinator]
    if origin or organisations:
        yield text("review.proposed_by"), enumeration("and", [*origin, *organisations])
    if idea.partners and "partners" not in unread:
        partners = [change.label("organisations", partner.organisation) for partner in idea.partners]
        yield field_title(Idea, "partners"), enumeration("and", partners)
    if idea.submitted and "submitted" not in unread:
        yield field_title(Idea, "submitted"), in_every(partial(formats.date, idea.submitted))
    sector = text(_UNREAD) if "sector" in unread else change.label("sectors", idea.sector)
    yield field_title(Idea, "sector"), sector

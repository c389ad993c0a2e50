"""What a neighbour is to be told: that an idea of its is used here, as its own forms would write it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.vocabulary import term_label
from ..neighbours.copies import address_key
from ..proposal.supplement import ASKED, field_heading, supplement_text
from ..words.characters import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.catalogue import Catalogue
    from ..catalogue.entry import Entry
    from ..model.parts import UsedIdea
    from ..neighbours.copies import Elsewhere, Neighbourhood
    from ..words import Language


@dataclass(frozen=True, slots=True)
class UseMessage:
    """A message to a neighbour: the file that it is written to, and its text.

    Sent to the neighbour's mailbox, or as an issue, it becomes a proposed line of the idea's `reused_by`.
    """

    neighbour: str
    path: str
    text: str


def messages_of_use(catalogue: Catalogue, neighbourhood: Neighbourhood) -> Iterator[UseMessage]:
    """A message for each use that the neighbour's own idea does not tell of yet."""
    for entry in catalogue.entries:
        for use in entry.idea.uses:
            elsewhere = neighbourhood.by_address.get(address_key(use.url))
            name = user_of(entry)
            if elsewhere and not _is_told(elsewhere, name):
                path = f"{elsewhere.neighbour}/{elsewhere.idea.slug}.{entry.slug}.md"
                text = _message(elsewhere, use, name, entry.settings.language)
                yield UseMessage(elsewhere.neighbour, path, text)


def user_of(entry: Entry) -> str:
    """What the organisation is called that uses the idea: who coordinates it, or else the publisher."""
    settings, holder = entry.settings, entry.idea.coordinator
    if holder:
        return term_label(settings, "organisations", holder.organisation).in_(settings.language)
    return settings.publisher or settings.name


def _is_told(elsewhere: Elsewhere, name: str) -> bool:
    return any(fold(reuse.organisation) == fold(name) for reuse in elsewhere.idea.reused_by)


def _message(elsewhere: Elsewhere, use: UsedIdea, name: str, language: Language) -> str:
    answers = {"organisation": name, "year": str(use.year), "note": use.note or ""}
    parts = [supplement_text("use", elsewhere.idea.slug, language)]
    parts += [
        f"### {field_heading(field, language)}\n\n{answers[field.name]}"
        for field in ASKED["use"]
        if answers[field.name]
    ]
    return "\n\n".join(parts) + "\n"

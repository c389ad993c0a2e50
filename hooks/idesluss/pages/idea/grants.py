"""An idea's grants, each under its own title or the idea's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ...model import Grant
    from ...words import Language
    from ..base.writer import Writer


@dataclass(frozen=True, slots=True)
class ShownGrant:
    """A grant; `call_title` is empty where its call has no page."""

    grant: Grant
    title: str
    title_language: Language
    call_title: str


def shown_grants(writer: Writer, entry: Entry) -> tuple[ShownGrant, ...]:
    """The entry's grants in the order that they are written."""
    return tuple(_shown(writer, entry, grant) for grant in entry.idea.grants)


def _shown(writer: Writer, entry: Entry, grant: Grant) -> ShownGrant:
    language = entry.idea.language if grant.title else entry.title_language(writer.language)
    call_title = writer.links.calls.get(grant.call, "") if grant.call else ""
    return ShownGrant(grant, grant.title or entry.title(writer.language), language, call_title)

"""An idea's grants, each with the title of its call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ...model import Grant
    from ..base.writer import Writer


@dataclass(frozen=True, slots=True)
class ShownGrant:
    """A grant; `call_title` is empty where its call has no page."""

    grant: Grant
    call_title: str


def shown_grants(writer: Writer, entry: Entry) -> tuple[ShownGrant, ...]:
    """The entry's grants in the order that they are written."""
    return tuple(_shown(writer, grant) for grant in entry.idea.grants)


def _shown(writer: Writer, grant: Grant) -> ShownGrant:
    call_title = writer.links.calls.get(grant.call, "") if grant.call else ""
    return ShownGrant(grant, call_title)

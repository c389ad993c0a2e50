"""Results that were measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...words import text
from .event import Event, items_of, quoted

if TYPE_CHECKING:
    from ...catalogue.entry import Entry


def effect_event(entry: Entry, was: object, now: object) -> Event | None:
    """The indicators that got a result, if any did."""
    before = {str(item.get("indicator")) for item in items_of(was) if item.get("result")}
    after = [str(item.get("indicator")) for item in items_of(now) if item.get("result")]
    new = [indicator for indicator in after if indicator not in before]
    if not new:
        return None
    current = {effect.indicator for effect in entry.idea.effects}
    return Event("result", text("story.event.result", count=len(new)), quoted(new, current))

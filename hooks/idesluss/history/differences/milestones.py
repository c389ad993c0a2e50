"""Milestones that came, were reached, were moved, or were taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...words import text
from .event import Event, Item, date_in_words, items_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry


def milestone_events(entry: Entry, was: object, now: object) -> Iterator[Event]:
    before, after = _named(was), _named(now)
    current = {milestone.name for milestone in entry.plan.milestones} if entry.plan else set()
    both = [name for name in after if name in before]
    groups = {
        "added": [name for name in after if name not in before],
        "done": [name for name in both if after[name].get("done") and not before[name].get("done")],
        "removed": [name for name in before if name not in after],
    }
    for kind, names in groups.items():
        if names:
            words = text(f"story.event.milestone_{kind}", count=len(names))
            yield Event("milestone", words, quoted(names, current))
    for name in both:
        yield from _moved(name, before[name], after[name], current)


def _named(value: object) -> dict[str, Item]:
    return {item["name"]: item for item in items_of(value) if isinstance(item.get("name"), str)}


def _moved(name: str, before: Item, after: Item, current: set[str]) -> Iterator[Event]:
    days = date_in_words(before.get("due")), date_in_words(after.get("due"))
    if days[0] and days[1] and days[0] != days[1]:
        words = text("story.event.milestone_due", before=days[0], after=days[1])
        yield Event("milestone", words, quoted([name], current))

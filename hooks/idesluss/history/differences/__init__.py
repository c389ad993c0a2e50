"""What differs between two versions of an entry's files, in words.

Words that somebody wrote are told only where the entry still says them: what was taken away, perhaps for
somebody's sake, does not come back here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import Idea, Plan
from ...words import text
from . import decisions, effects, fields, grants, milestones, prose
from .event import Event

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ..versions import Version


def of_idea(before: Version, after: Version, entry: Entry) -> list[Event]:
    """What became different in idea.md."""
    changed = fields.changed(before, after)
    told = list(_unread(after))
    for name, vocabulary in (("stage", "stages"), ("outcome", "outcomes")):
        if name in changed:
            told.append(fields.move(entry, name, vocabulary, *changed.pop(name)))
    told += decisions.compared(entry, *changed.pop("decisions", (None, None)))
    told += grants.compared(entry, *changed.pop("grants", (None, None)))
    if "title" in changed:
        now = changed.pop("title")[1]
        told.append(Event("title", text("story.event.title"), now if now == entry.idea.title else ""))
    measured = effects.compared(entry, *changed.get("effects", (None, None)))
    if measured:
        told.append(measured)
        del changed["effects"]
    return [*told, *fields.rest(changed, Idea, ""), *prose.compared(before, after, entry)]


def of_plan(before: Version, after: Version, entry: Entry) -> list[Event]:
    """What became different in plan.md."""
    changed = fields.changed(before, after)
    told = list(_unread(after))
    for name, compared in (("budget", grants.budget), ("milestones", milestones.compared)):
        found = list(compared(entry, *changed.get(name, (None, None))))
        if found:
            told += found
            del changed[name]
    return [*told, *fields.rest(changed, Plan, "plan_"), *prose.compared(before, after, entry, of_plan=True)]


def _unread(after: Version) -> list[Event]:
    return [] if after.is_whole else [Event("unread", text("story.event.unread"))]


__all__ = ["Event", "of_idea", "of_plan"]

"""What differs between two versions of an entry's files, in words.

Words that somebody wrote are told only where the entry still says them: what was taken away, perhaps for
somebody's sake, does not come back here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import Idea, Plan
from ...words import text
from .decisions import decision_events
from .effects import effect_event
from .event import Event
from .fields import changed_fields, field_events, field_labels, move_event
from .grants import budget_events, grant_events
from .milestones import milestone_events
from .pictures import own_picture_event, picture_events, told_once
from .prose import prose_events

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ..versions import Version


def idea_events(before: Version, after: Version, entry: Entry) -> list[Event]:
    """What became different in idea.md."""
    changed = changed_fields(before, after)
    events = list(_unread(after))
    for name, vocabulary in (("stage", "stages"), ("outcome", "outcomes")):
        if name in changed:
            events.append(move_event(entry, name, vocabulary, *changed.pop(name)))
    events += decision_events(entry, *changed.pop("decisions", (None, None)))
    events += grant_events(entry, *changed.pop("grants", (None, None)))
    if "title" in changed:
        now = changed.pop("title")[1]
        events.append(Event("title", text("story.event.title"), now if now == entry.idea.title else ""))
    if "picture" in changed:
        events.append(own_picture_event(*changed.pop("picture")))
    measured = effect_event(entry, *changed.get("effects", (None, None)))
    if measured:
        events.append(measured)
        del changed["effects"]
    return [*events, *field_events(changed, Idea, ""), *prose_events(before, after, entry)]


def plan_events(before: Version, after: Version, entry: Entry) -> list[Event]:
    """What became different in plan.md."""
    changed = changed_fields(before, after)
    events = list(_unread(after))
    for name, compared in (("budget", budget_events), ("milestones", milestone_events)):
        compared_events = list(compared(entry, *changed.get(name, (None, None))))
        if compared_events:
            events += compared_events
            del changed[name]
    return [*events, *field_events(changed, Plan, "plan_"), *prose_events(before, after, entry, of_plan=True)]


def _unread(after: Version) -> list[Event]:
    return [] if after.is_whole else [Event("unread", text("story.event.unread"))]


__all__ = ["Event", "field_labels", "idea_events", "picture_events", "plan_events", "told_once"]

"""Pictures that came, went, were exchanged or got another name."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ...words import text
from .event import Event

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def picture_events(was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Event]:
    """What became different; both sides lead from a picture's name to what tells its content from others'."""
    gone = [was[name] for name in was.keys() - now.keys()]
    counts: Counter[str] = Counter()
    for name in now:
        if name in was:
            counts["changed"] += was[name] != now[name]
        elif now[name] in gone:
            gone.remove(now[name])
            counts["renamed"] += 1
        else:
            counts["added"] += 1
    counts["removed"] = len(gone)
    for kind in ("added", "removed", "changed", "renamed"):
        if counts[kind]:
            yield Event("picture", text(f"story.event.picture_{kind}", count=counts[kind]))


def told_once(events: Sequence[Event]) -> list[Event]:
    """Without that a text shows other pictures, where what has become of the pictures is told."""
    is_told = any(event.kind == "picture" for event in events)
    return [event for event in events if not (is_told and event.kind == "shown")]

"""Pictures that came, went, were exchanged or got another name, and the one that an entry has as its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...words import text
from .event import Event, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence


def picture_events(
    was: Mapping[str, str], now: Mapping[str, str], *, named: Collection[str] = ()
) -> Iterator[Event]:
    """What became different; both sides lead from a picture's name to what tells its content from others'.

    Of the pictures in `named` the name is told.
    """
    gone = [was[name] for name in was.keys() - now.keys()]
    names: dict[str, list[str]] = {"added": [], "removed": [], "changed": [], "renamed": []}
    for name in sorted(now):
        if name in was:
            names["changed"] += [name] if was[name] != now[name] else []
        elif now[name] in gone:
            gone.remove(now[name])
            names["renamed"].append(name)
        else:
            names["added"].append(name)
    names["removed"] = gone
    for kind, those in names.items():
        if those:
            words = text(f"story.event.picture_{kind}", count=len(those))
            quote = "" if kind == "removed" else quoted(those, {*named})
            yield Event("picture", words, quote, key=kind if len(those) == 1 else "")


def own_picture_event(was: Any, now: Any) -> Event:
    """What became of the field that names an entry's own picture."""
    if not was or not now:
        kind = "added" if now else "removed"
    else:
        kind = "changed" if _file_in(was) != _file_in(now) else "told"
    return Event("own_picture", text(f"story.event.own_picture_{kind}"), key=kind)


def _file_in(picture: Any) -> object:
    return picture.get("file") if isinstance(picture, dict) else picture


def told_once(events: Sequence[Event]) -> list[Event]:
    """Without that a text shows others, or that one came or went, where that is told in other words."""
    is_told = any(event.kind == "picture" for event in events)
    own = {event.key for event in events if event.kind == "own_picture"} & {"added", "removed"}
    return [
        event
        for event in events
        if not (is_told and event.kind == "shown") and not (event.kind == "picture" and event.key in own)
    ]

"""Whether a call takes applications on a day, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt

    from ..model import Call

State = Literal["open", "coming", "closed", "unknown"]
STATES: tuple[State, ...] = ("open", "coming", "unknown", "closed")


@dataclass(frozen=True, slots=True)
class CallState:
    """A call on a day. `days` are left until the last day of an open call, or until a coming one opens."""

    state: State
    days: int | None = None


def call_state(call: Call, today: dt.date) -> CallState:
    """By the dates that the call states; without them by the source's word, and else unknown."""
    if call.closes and call.closes.last_day < today:
        return CallState("closed")
    if call.opens and call.opens.first_day > today:
        return CallState("coming", (call.opens.first_day - today).days)
    if call.closes:
        return CallState("open", (call.closes.last_day - today).days)
    if call.reported_status == "closed" or (call.end and call.end.last_day < today):
        return CallState("closed")
    return CallState("open" if call.reported_status == "ongoing" else "unknown")

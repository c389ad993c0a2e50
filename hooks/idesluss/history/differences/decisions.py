"""Decisions that came, were changed, or were taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from ...model.decisions import Verdict
from ...model.vocabulary import gate_label
from ...words import text
from .event import Event, differing_items, former_item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...words import Text


def decision_events(entry: Entry, was: object, now: object) -> Iterator[Event]:
    """Without the link to the change that carried a decision, which is known only afterwards."""
    lost, new = differing_items(was, now, without="change")
    for item in new:
        gate, verdict = item.get("gate"), item.get("verdict")
        if former_item(lost, item, "gate") or verdict not in get_args(Verdict):
            yield _event("decision_changed", entry, gate)
        else:
            yield _event("decision", entry, gate, verdict=text(f"choice.verdict.{verdict}"))
    for item in lost:
        yield _event("decision_removed", entry, item.get("gate"))


def _event(kind: str, entry: Entry, gate: object, **values: Text) -> Event:
    key = gate if isinstance(gate, str) and gate in entry.process.gates else ""
    words = gate_label(entry.settings, key) if key else text("story.former")
    return Event(kind, text(f"story.event.{kind}", gate=words, **values), key=key)

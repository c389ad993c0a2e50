"""Where an idea stands: its way through the gates, whose move it is, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ...catalogue.outcome import last_read, outcome_of
from ...model.process import NOT_KNOWN, RUNNING, is_reached, stage_order
from .events import event_anchor

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...derived.waiting import Wait
    from ...model import Decision, PartialDate
    from ...reading.markdown import Section


@dataclass(frozen=True, slots=True)
class GatePassage:
    """A decision, and its place on the page."""

    decision: Decision
    anchor: str


@dataclass(frozen=True, slots=True)
class TrackStep:
    """A stage on the track: whether the idea has been there, is there, or may come there."""

    key: str
    state: Literal["past", "now", "ahead"]
    gate: str | None
    passage: GatePassage | None


@dataclass(frozen=True, slots=True)
class Promise:
    """The day an answer is promised by, and how many days are left or have passed since."""

    due: dt.date
    state: Literal["left", "today", "late"]
    days: int


@dataclass(frozen=True, slots=True)
class Status:
    """What the first screen answers. `granted` is whole kronor.

    `is_resting` is on hold; `is_elsewhere` work that is not handled here, which `runs` until the day of its
    period, or whose outcome `is_not_known`, as far as its sources told on the day they were `read`.
    `off_track` is a latest decision that no step of the track leads to.
    """

    is_open: bool
    is_closed: bool
    is_resting: bool
    is_elsewhere: bool
    is_not_known: bool
    runs: PartialDate | None
    read: PartialDate | None
    wait: Wait | None
    promise: Promise | None
    granted: int | None
    result: Section | None
    steps: tuple[TrackStep, ...]
    off_track: GatePassage | None


def status_of(entry: Entry, wait: Wait | None) -> Status:
    """Where the entry stands, with its wait if it has one."""
    passages = tuple(GatePassage(d, event_anchor(at)) for at, d in enumerate(entry.decisions))
    standing = outcome_of(entry)
    steps = tuple(_track(entry, passages))
    promise = _promise(wait.due, entry.today) if wait and wait.due else None
    return Status(
        is_open=entry.is_open,
        is_closed=entry.is_closed,
        is_resting=entry.outcome_kind == "on_hold",
        is_elsewhere=entry.is_record,
        is_not_known=standing == NOT_KNOWN,
        runs=entry.period_end if standing == RUNNING else None,
        read=last_read(entry),
        wait=wait,
        promise=promise,
        granted=entry.granted,
        result=_result(entry),
        steps=steps,
        off_track=_off_track(passages, steps),
    )


def _promise(due: dt.date, today: dt.date) -> Promise:
    days = (due - today).days
    state: Literal["left", "today", "late"] = "left" if days > 0 else "late" if days else "today"
    return Promise(due, state, abs(days))


def _track(entry: Entry, passages: tuple[GatePassage, ...]) -> Iterator[TrackStep]:
    process = entry.process
    now = entry.idea.stage
    if not entry.has_stage or now is None:
        return
    opened = {p.decision.gate: p for p in passages if p.decision.verdict == "go"}
    for key in stage_order(process):
        gate = next((g for g, rule in process.gates.items() if rule.to_stage == key != rule.from_stage), None)
        state: Literal["past", "now", "ahead"] = "past" if is_reached(process, now, key) else "ahead"
        yield TrackStep(key, "now" if key == now else state, gate, opened.get(gate or ""))


def _off_track(passages: tuple[GatePassage, ...], steps: tuple[TrackStep, ...]) -> GatePassage | None:
    """The latest decision, where no step of the track leads to it."""
    on_track = [step.passage for step in steps]
    return next((latest for latest in passages[-1:] if latest not in on_track), None)


def _result(entry: Entry) -> Section | None:
    """The section that says what came of the idea: results, or lessons where it stopped."""
    if entry.is_open:
        return None
    return entry.section_for("lessons" if entry.outcome_kind == "stopped" else "results")

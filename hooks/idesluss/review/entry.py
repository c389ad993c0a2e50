"""What a change does to one entry, as data: what changed in words, the gates it passes, what it is like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..derived.checklist import checklist_of
from ..history.differences import Event, idea_events, plan_events
from ..history.versions import Version, read_version
from ..model.process import gates_between, next_gate, stage_order
from ..words import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.entry import Entry
    from ..derived.checklist import ChecklistItem
    from ..derived.whole import Derived
    from ..history.change import Change, EntryChange
    from ..model import Decision
    from ..reading.document import Document

MOST_SIMILAR, LEAST_SIMILAR = 3, 0.25
_VERDICTS_TO_GO_ON = frozenset({"go"})


@dataclass(frozen=True, slots=True)
class GateReport:
    """A gate that the change decides at or passes, or the next one ahead, with all that it asks for."""

    key: str
    decision: Decision | None
    is_passed: bool
    items: tuple[ChecklistItem, ...]

    @property
    def remain(self) -> int:
        return sum(item.state == "remains" for item in self.items)


@dataclass(frozen=True, slots=True)
class EntryReport:
    """What is told of an entry. `ahead` is the next gate where none is passed or decided at."""

    change: EntryChange
    events: tuple[Event, ...]
    gates: tuple[GateReport, ...]
    ahead: GateReport | None
    similar: tuple[tuple[Entry, float], ...]
    labels: tuple[str, ...]

    @property
    def entry(self) -> Entry:
        return self.change.after


def entry_report(change: Change, found: EntryChange, head: Derived) -> EntryReport:
    """What a reviewer gets to know of an entry that a change touches; `head` is derived from it."""
    gates = tuple(_gates(change, found))
    return EntryReport(
        change=found,
        events=tuple(_events(found)),
        gates=gates,
        ahead=None if gates else _ahead(change, found),
        similar=tuple(_similar(found, head)) if found.is_new else (),
        labels=tuple(_labels(found)),
    )


def _events(found: EntryChange) -> Iterator[Event]:
    """The change in words; what came with a new entry needs none."""
    before, after = found.before, found.after
    if before is None:
        return
    yield from idea_events(_version(before.document), _version(after.document), after)
    if (before.plan_document is None) != (after.plan_document is None):
        key = "plan_came" if after.plan_document else "plan_went"
        yield Event(key, text(f"story.event.{key}"))
    if before.plan_document and after.plan_document:
        yield from plan_events(_version(before.plan_document), _version(after.plan_document), after)


def _version(document: Document) -> Version:
    return read_version("\n".join(document.lines).encode(), Version())


def _gates(change: Change, found: EntryChange) -> Iterator[GateReport]:
    """In the order of the process; decisions not to go on pass nothing, but what was asked for counts."""
    process = change.settings.process
    before = (found.before and found.before.idea.stage) or stage_order(process)[0]
    passed = gates_between(process, before, found.after.idea.stage or "")
    decided = {decision.gate: decision for _, decision in found.new_decisions}
    for key, rule in process.gates.items():
        if key in passed or key in decided:
            items = checklist_of(found.after, rule, change.settings)
            decision = decided.get(key)
            goes_on = key in passed or (decision is not None and decision.verdict in _VERDICTS_TO_GO_ON)
            yield GateReport(key, decision, goes_on, items)


def _ahead(change: Change, found: EntryChange) -> GateReport | None:
    idea, process = found.after.idea, change.settings.process
    outcome = process.outcomes.get(idea.outcome or "")
    if (
        not found.after.is_in_process
        or idea.stage not in process.stages
        or outcome is None
        or outcome.is_final
    ):
        return None
    leading = next_gate(process, idea.stage)
    if leading is None:
        return None
    return GateReport(
        leading[0], None, is_passed=False, items=checklist_of(found.after, leading[1], change.settings)
    )


def _similar(found: EntryChange, head: Derived) -> Iterator[tuple[Entry, float]]:
    known = head.catalogue.by_slug
    for match in head.likeness.nearest(found.after.slug, MOST_SIMILAR, LEAST_SIMILAR):
        yield known[match.key], match.score


def _labels(found: EntryChange) -> Iterator[str]:
    """Labels of a pull request: where the idea stands, and what kind of change it is."""
    idea = found.after.idea
    if idea.stage:
        yield f"stage:{idea.stage}"
    if idea.outcome and idea.outcome != "open":
        yield f"outcome:{idea.outcome}"
    yield f"sector:{idea.sector}"
    yield from (f"kind:{kind}" for kind in _kinds(found))


def _kinds(found: EntryChange) -> list[str]:
    before, after = found.before, found.after
    had_plan = bool(before and before.plan_document)
    results = {"effects", "reused_by"}
    kinds = [
        ("new", before is None),
        ("decision", before is not None and bool(found.new_decisions)),
        ("plan", bool(after.plan_document) and (not had_plan or _differs(found, of_plan=True))),
        ("result", before is not None and any(_field(before, n) != _field(after, n) for n in results)),
    ]
    return [kind for kind, holds in kinds if holds] or ["edit"]


def _field(entry: Entry, name: str) -> object:
    return getattr(entry.idea, name)


def _differs(found: EntryChange, *, of_plan: bool) -> bool:
    sides = (found.before, found.after)
    documents = [(side.plan_document if of_plan else side.document) if side else None for side in sides]
    lines = [document.lines if document else [] for document in documents]
    return lines[0] != lines[1]

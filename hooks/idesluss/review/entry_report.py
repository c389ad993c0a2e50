"""What a change does to one entry, as data: what changed in words, the gates it passes, what it is like."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..derived.checklist import checklist_of
from ..derived.similar import writing_of
from ..history.differences import Event, field_labels, idea_events, picture_events, plan_events, told_once
from ..history.versions import Version, read_version
from ..model import Idea
from ..model.process import gates_between, next_gate
from ..model.vocabulary import gate_label
from ..words import text
from .item_report import item_report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.entry import Entry
    from ..checks import JudgedChange
    from ..derived.whole import Derived
    from ..history.change import Change, EntryChange
    from ..model import Decision
    from ..model.process import GateRule, Process
    from ..reading.document import Document
    from ..words import Language
    from .item_report import ItemReport

MOST_SIMILAR, LEAST_SIMILAR = 3, 0.25
_VERDICTS_TO_GO_ON = frozenset({"go"})
# Those that answer what the gate asks for; the others are about the idea as a whole.
_VERDICTS_ON_THE_LIST = frozenset({"go", "revise"})


@dataclass(frozen=True, slots=True)
class GateReport:
    """A gate that the change decides at or passes, or one ahead, with all that it asks for.

    `decisions` are those that the change brings there, in order of time; the last of them holds.
    `approved_by` are the roles whose latest decision there is to go on, `lacks` those that still must say so:
    all others where all must, any of them where one is enough and none has.
    """

    key: str
    decisions: tuple[Decision, ...]
    is_passed: bool
    items: tuple[ItemReport, ...]
    approved_by: tuple[str, ...]
    lacks: tuple[str, ...]

    @property
    def decision(self) -> Decision | None:
        """The decision that holds, of those that the change brings."""
        return self.decisions[-1] if self.decisions else None

    @property
    def remaining(self) -> tuple[ItemReport, ...]:
        """The items that somebody has to do something about."""
        return tuple(item for item in self.items if item.remains)


@dataclass(frozen=True, slots=True)
class EntryReport:
    """What a reviewer gets to know of an entry that a change touches.

    `gates` are those that the change decides at or passes, `now` the one to decide at where a new idea
    brings no decision, `following` the one after those; `is_nearer` says whether the change has to do with
    that one, which a mended slip has not. `similar` are older entries with a likeness of 0 to 1, for a new
    entry only. `waived` names what the change excuses it from.
    """

    change: EntryChange
    events: tuple[Event, ...]
    gates: tuple[GateReport, ...]
    now: GateReport | None
    following: GateReport | None
    is_nearer: bool
    similar: tuple[tuple[Entry, float], ...]
    waived: tuple[str, ...]
    labels: tuple[str, ...]

    @property
    def entry(self) -> Entry:
        """The entry as it is after the change."""
        return self.change.after

    def title(self, language: Language) -> str:
        """What the entry is called; its folder's name where its title cannot be read."""
        return self.entry.slug if "idea.title" in self.entry.unread else self.entry.title(language)


def entry_report(judged: JudgedChange, edit: EntryChange) -> EntryReport:
    """The report of an entry that the change touches."""
    gates = tuple(_gates(judged, edit))
    stage = edit.after.idea.stage
    now = _gate_ahead(judged, edit, stage) if edit.is_new and not gates else None
    after_now = judged.change.settings.process.gates[now.key].to_stage if now else stage
    is_last = now is not None and after_now == stage
    following = None if is_last else _gate_ahead(judged, edit, after_now)
    return EntryReport(
        change=edit,
        events=tuple(_events(judged.change, edit)),
        gates=gates,
        now=now,
        following=following,
        is_nearer=edit.is_new or bool(gates) or _differs_at(judged, edit, following),
        similar=tuple(_similar(edit, judged.head)) if edit.is_new else (),
        waived=tuple(new_waivers(edit)),
        labels=tuple(_labels(edit)),
    )


def _differs_at(judged: JudgedChange, edit: EntryChange, gate: GateReport | None) -> bool:
    """Whether the gate stands otherwise than before: another one, or with other things that remain."""
    before, after = edit.before, edit.after
    if gate is None or before is None:
        return True
    if (before.idea.stage, before.idea.outcome) != (after.idea.stage, after.idea.outcome):
        return True
    rule, settings = judged.change.settings.process.gates[gate.key], judged.change.settings
    was, now = (
        [
            (item.requirement.name, item.evidence)
            for item in checklist_of(side, rule, settings)
            if item.state == "remains"
        ]
        for side in (before, after)
    )
    return was != now or any(item.state in {"wrong", "unread"} for item in gate.items)


def _events(change: Change, edit: EntryChange) -> Iterator[Event]:
    """The change in words; what came with a new entry needs none."""
    before, after = edit.before, edit.after
    if before is None:
        return
    written = [*_written(before, after), *_pictures(change, before, after)]
    events = [*told_once(written), *_untold(before, after)]
    yield from events
    if not events and (before.path, before.idea, before.plan) == (after.path, after.idea, after.plan):
        yield Event("form", text("review.form_only"))


def _written(before: Entry, after: Entry) -> Iterator[Event]:
    """What the files say otherwise, as an entry's history tells it."""
    yield from idea_events(_version(before.document), _version(after.document), after)
    if (before.plan_document is None) != (after.plan_document is None):
        key = "plan_came" if after.plan_document else "plan_went"
        yield Event(key, text(f"story.event.{key}"))
    if before.plan_document and after.plan_document:
        yield from plan_events(_version(before.plan_document), _version(after.plan_document), after)


def _pictures(change: Change, before: Entry, after: Entry) -> Iterator[Event]:
    was, now = posixpath.dirname(before.path), posixpath.dirname(after.path)
    names: dict[str, str] = {}  # to the name that the picture had; empty where it was not there
    for name in after.pictures:
        path = f"{now}/{name}"
        folder, former = posixpath.split(change.renamed.get(path, path))
        is_kept = folder == was if path in change.renamed else path not in change.files
        names[name] = former if is_kept else ""
    return picture_events({name: name for name in before.pictures}, names, named=after.pictures)


def _untold(before: Entry, after: Entry) -> Iterator[Event]:
    """What a history leaves out since it comes with something else, where it comes alone."""
    if before.path == after.path and before.idea.aliases != after.idea.aliases:
        key = "changed" if before.idea.aliases else "added"
        yield Event("fields", text(f"story.event.{key}", fields=field_labels(Idea, ["aliases"])))
    for decision in after.idea.decisions:
        if decision.change and decision.model_copy(update={"change": None}) in before.idea.decisions:
            yield Event("link", text("review.linked", gate=gate_label(after.settings, decision.gate)))


def _version(document: Document) -> Version:
    return read_version("\n".join(document.lines).encode(), Version())


def passed_gates(process: Process, edit: EntryChange) -> list[str]:
    """The gates between the stage before the change, the first one for a new entry, and the stage after.

    What is not handled here passes none, wherever its sources say that it stands.
    """
    if not edit.after.is_in_process:
        return []
    before = (edit.before and edit.before.idea.stage) or process.first_stage
    return gates_between(process, before, edit.after.idea.stage or "")


def new_waivers(edit: EntryChange) -> list[str]:
    """The names of the requirements that the change excuses the entry from, and that it was not before."""
    was = edit.before.waived if edit.before else frozenset()
    names = (name for waiver in edit.after.waivers for name in waiver.waives)
    return list(dict.fromkeys(name for name in names if name in edit.after.waived - was))


def _gates(judged: JudgedChange, edit: EntryChange) -> Iterator[GateReport]:
    """In the order of the process; decisions not to go on pass nothing, but what was asked for counts."""
    process = judged.change.settings.process
    passed = passed_gates(process, edit)
    new = {id(decision) for _, decision in edit.new_decisions}
    for key in process.gates:
        there = tuple(d for d in edit.after.decisions if d.gate == key and id(d) in new)
        if key in passed or there:
            goes_on = key in passed or there[-1].verdict in _VERDICTS_TO_GO_ON
            yield _gate_report(judged, edit, key, there, is_passed=goes_on)


def _gate_ahead(judged: JudgedChange, edit: EntryChange, stage: str | None) -> GateReport | None:
    """The gate that leads on from a stage, where the idea goes on."""
    process = judged.change.settings.process
    leading = next_gate(process, stage) if edit.after.goes_on and stage in process.stages else None
    if leading is None:
        return None
    return _gate_report(judged, edit, leading[0], (), is_passed=False)


def _gate_report(
    judged: JudgedChange, edit: EntryChange, key: str, decisions: tuple[Decision, ...], *, is_passed: bool
) -> GateReport:
    rule = judged.change.settings.process.gates[key]
    latest = {decision.role: decision.verdict for decision in edit.after.decisions if decision.gate == key}
    approved_by = tuple(role for role, verdict in latest.items() if verdict == "go")
    others = tuple(role for role in rule.approvers if role not in approved_by)
    opening = judged.change.settings.process.roles_to_open(key) & {*approved_by}
    lacks = others if rule.approval == "all" or not opening else ()
    asks = not decisions or decisions[-1].verdict in _VERDICTS_ON_THE_LIST
    return GateReport(
        key, decisions, is_passed, _items(judged, edit, rule) if asks else (), approved_by, lacks
    )


def _items(judged: JudgedChange, edit: EntryChange, rule: GateRule) -> tuple[ItemReport, ...]:
    settings, problems = judged.change.settings, [*judged.caused, *judged.older]
    asked = checklist_of(edit.after, rule, settings)
    return tuple(item_report(edit.after, item, problems, settings.process) for item in asked)


def _similar(edit: EntryChange, head: Derived) -> Iterator[tuple[Entry, float]]:
    known, slug = head.catalogue.by_slug, edit.after.slug
    # One that is half readable is not among those that are compared; what can be read of it is.
    asked = slug if slug in known else writing_of(edit.after)
    for match in head.likeness.nearest(asked, MOST_SIMILAR, LEAST_SIMILAR):
        yield known[match.key], match.score


def _labels(edit: EntryChange) -> Iterator[str]:
    """Labels of a pull request: where the idea stands, if that can be read, and what kind of change it is."""
    idea = edit.after.idea
    if idea.stage:
        yield f"stage:{idea.stage}"
    if idea.outcome and edit.after.outcome_kind != "open":
        yield f"outcome:{idea.outcome}"
    if "idea.sector" not in edit.after.unread:
        yield f"sector:{idea.sector}"
    yield from (f"kind:{kind}" for kind in _kinds(edit))


def _kinds(edit: EntryChange) -> list[str]:
    before, after = edit.before, edit.after
    had_plan = bool(before and before.plan_document)
    results = {"effects", "reused_by"}
    kinds = [
        ("new", before is None),
        ("decision", before is not None and bool(edit.new_decisions)),
        ("plan", bool(after.plan_document) and (not had_plan or _plan_differs(edit))),
        ("result", before is not None and any(_field(before, n) != _field(after, n) for n in results)),
    ]
    return [kind for kind, holds in kinds if holds] or ["edit"]


def _field(entry: Entry, name: str) -> object:
    return getattr(entry.idea, name)


def _plan_differs(edit: EntryChange) -> bool:
    plans = [side.plan_document if side else None for side in (edit.before, edit.after)]
    before, after = (plan.lines if plan else [] for plan in plans)
    return before != after

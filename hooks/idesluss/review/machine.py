"""The review as JSON, for another program such as a workflow that sets labels."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .approval import asked_approvals
from .entry import entry_report
from .labels import CODE, is_of_program

if TYPE_CHECKING:
    from ..checks import JudgedChange
    from ..derived.whole import Derived
    from ..history.change import Change
    from ..words import Language
    from .approval import Approval, AskedApproval
    from .entry import EntryReport, GateReport

SCHEMA = "2"


def report_as_json(judged: JudgedChange, language: Language) -> str:
    """`{"schema", "labels": […], "asked": [{"path", "approvals", "changes", "gates", "similar", …}]}`."""
    change = judged.change
    told = [_asked(change, judged.head, one, language) for one in asked_approvals(change)]
    labels = {label for one in told for label in one["labels"]}
    if any(map(is_of_program, change.files)):
        labels.add(CODE)
    made = {"schema": SCHEMA, "labels": sorted(labels), "asked": told}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _asked(change: Change, head: Derived, found: AskedApproval, language: Language) -> dict[str, Any]:
    told = entry_report(change, found.entry, head) if found.entry else None
    return {
        "path": found.path,
        "title": told.entry.title(language) if told else None,
        "is_new": told.change.is_new if told else None,
        "approvals": [_approval(change, one, language) for one in found.approvals],
        "labels": list(told.labels) if told else [],
        **(_entry(change, told, language) if told else {}),
    }


def _approval(change: Change, one: Approval, language: Language) -> dict[str, Any]:
    return {
        "role": one.role,
        "label": change.label("roles", one.role).in_(language),
        "github": list(one.github),
        "reasons": [reason.in_(language) for reason in one.reasons],
    }


def _entry(change: Change, told: EntryReport, language: Language) -> dict[str, Any]:
    return {
        "changes": [event.words.in_(language) for event in told.events],
        "gates": [_gate(change, gate, language) for gate in told.gates],
        "ahead": _gate(change, told.ahead, language) if told.ahead else None,
        "similar": [{"path": other.path, "score": round(score, 3)} for other, score in told.similar],
    }


def _gate(change: Change, gate: GateReport, language: Language) -> dict[str, Any]:
    return {
        "gate": gate.key,
        "label": change.label("gates", gate.key).in_(language),
        "verdict": gate.decision.verdict if gate.decision else None,
        "is_passed": gate.is_passed,
        "items": [
            {"name": item.name.in_(language), "state": item.state, "evidence": item.evidence.in_(language)}
            for item in gate.items
        ],
    }

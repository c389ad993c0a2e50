"""The review as JSON, for another program such as a workflow that sets labels."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .approval import approval_requests
from .entry_report import entry_report
from .labels import CODE, is_of_program

if TYPE_CHECKING:
    from ..checks import JudgedChange
    from ..derived.whole import Derived
    from ..history.change import Change
    from ..words import Language
    from .approval import Approval, ApprovalRequest
    from .entry_report import EntryReport, GateReport

SCHEMA = "2"


def report_as_json(judged: JudgedChange, language: Language) -> str:
    """`{"schema", "is_readable", "labels": […], "asked": [{"path", "approvals", "changes", "gates", …}]}`."""
    change = judged.change
    requests = [_request(change, judged.head, request, language) for request in approval_requests(change)]
    labels = {label for request in requests for label in request["labels"]}
    if any(map(is_of_program, change.files)):
        labels.add(CODE)
    return _as_json(labels, requests, is_readable=True)


def unreadable_as_json() -> str:
    """The report where no catalogue could be read: nothing is known of what the change does."""
    return _as_json(set(), [], is_readable=False)


def _as_json(labels: set[str], requests: list[dict[str, Any]], *, is_readable: bool) -> str:
    report = {"schema": SCHEMA, "is_readable": is_readable, "labels": sorted(labels), "asked": requests}
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _request(change: Change, head: Derived, request: ApprovalRequest, language: Language) -> dict[str, Any]:
    report = entry_report(change, request.entry_change, head) if request.entry_change else None
    return {
        "path": request.path,
        "title": report.title(language) if report else None,
        "is_new": report.change.is_new if report else None,
        "approvals": [_approval(change, approval, language) for approval in request.approvals],
        "labels": list(report.labels) if report else [],
        **(_entry(change, report, language) if report else {}),
    }


def _approval(change: Change, approval: Approval, language: Language) -> dict[str, Any]:
    return {
        "role": approval.role,
        "label": change.label("roles", approval.role).in_(language),
        "github": list(approval.github),
        "reasons": [reason.in_(language) for reason in approval.reasons],
    }


def _entry(change: Change, report: EntryReport, language: Language) -> dict[str, Any]:
    return {
        "changes": [event.words.in_(language) for event in report.events],
        "gates": [_gate(change, gate, language) for gate in report.gates],
        "ahead": _gate(change, report.ahead, language) if report.ahead else None,
        "similar": [{"path": other.path, "score": round(score, 3)} for other, score in report.similar],
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

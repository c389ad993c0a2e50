"""The review as JSON, for another program such as a workflow that sets labels: all that people read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ..reporters.as_json import problem_as_json, visible_json
from ..reporters.parts import message_text, with_causes
from .approval import approval_requests
from .entry_report import entry_report
from .introduction import introduction_of
from .labels import CODE, is_of_program
from .masking import without_personal_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..checks import JudgedChange
    from ..history.change import Change
    from ..reading.problem import Problem
    from ..reporters.parts import Origin
    from ..words import Language, Text
    from .approval import Approval, ApprovalRequest
    from .entry_report import EntryReport, GateReport
    from .item_report import ItemReport

SCHEMA = "3"


def report_as_json(judged: JudgedChange, language: Language) -> str:
    """`{"schema", "is_readable", "summary", "labels": […], "asked": [{"path", …}], "problems": […]}`."""
    change = judged.change
    requests = [_request(judged, request, language) for request in approval_requests(change)]
    labels = {label for request in requests for label in request["labels"]}
    if any(map(is_of_program, change.files)):
        labels.add(CODE)
    problems = with_causes(judged.caused, judged.older)
    report = _as_json(problems, labels, requests, language, is_readable=True)
    return visible_json(without_personal_data(report, change.head.scans))


def unreadable_as_json(problems: Sequence[Problem], language: Language) -> str:
    """The report where no catalogue could be read: nothing is known of what the change does."""
    return visible_json(_as_json(with_causes(problems, ()), set(), [], language, is_readable=False))


def _as_json(
    problems: Sequence[tuple[Problem, Origin | None]],
    labels: set[str],
    requests: list[dict[str, Any]],
    language: Language,
    *,
    is_readable: bool,
) -> dict[str, Any]:
    counts = Counter(problem.severity for problem, cause in problems if cause == "change")
    sums = {"errors": counts["error"], "warnings": counts["warning"], "hints": counts["hint"]}
    return {
        "schema": SCHEMA,
        "is_readable": is_readable,
        "summary": {**sums, "older": len(problems) - counts.total()},
        "labels": sorted(labels),
        "asked": requests,
        "problems": [problem_as_json(problem, cause, language) for problem, cause in problems],
    }


def _request(judged: JudgedChange, request: ApprovalRequest, language: Language) -> dict[str, Any]:
    change = judged.change
    report = entry_report(judged, request.entry_change) if request.entry_change else None
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
        "holders": list(approval.holders),
        "reasons": [reason.in_(language) for reason in approval.reasons],
    }


def _entry(change: Change, report: EntryReport, language: Language) -> dict[str, Any]:
    introduction = introduction_of(change, report.entry, language) if report.change.is_new else None
    return {
        "introduction": [
            {"name": name.in_(language), "words": words}
            for name, words in (introduction.in_words(language) if introduction else ())
        ],
        "waived": list(report.waived),
        "changes": [_in_words(event.words, language) for event in report.events],
        "gates": [_gate(change, gate, language) for gate in report.gates],
        "now": _gate(change, report.now, language) if report.now else None,
        "following": _gate(change, report.following, language) if report.following else None,
        "similar": [
            {"path": other.path, "title": other.title(language), "score": round(score, 3)}
            for other, score in report.similar
        ],
    }


def _gate(change: Change, gate: GateReport, language: Language) -> dict[str, Any]:
    decision = gate.decision
    return {
        "gate": gate.key,
        "label": change.label("gates", gate.key).in_(language),
        "question": change.settings.process.gates[gate.key].question.in_(language),
        "verdict": decision.verdict if decision else None,
        "role": decision.role if decision else None,
        "reason": decision.reason if decision else None,
        "decisions": [
            {"date": str(new.date), "verdict": new.verdict, "role": new.role, "reason": new.reason}
            for new in gate.decisions
        ],
        "is_passed": gate.is_passed,
        "approved_by": list(gate.approved_by),
        "lacks": list(gate.lacks),
        "items": [_item(item, language) for item in gate.items],
    }


def _item(report: ItemReport, language: Language) -> dict[str, Any]:
    item = report.item
    return {
        "requirement": item.requirement.name,
        "name": item.name.in_(language),
        "state": report.state,
        "evidence": _in_words(item.evidence, language),
        "wanted": item.help.in_(language),
        "problems": [message_text(problem, language) for problem in report.problems],
    }


def _in_words(words: Text, language: Language) -> str:
    """With ordinary spaces also where a page holds a number together."""
    return words.in_(language).replace("\u00a0", " ")

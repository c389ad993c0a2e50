"""The review as Markdown, for a person: the whole first, then entry by entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.vocabulary import gate_label
from ..model.web_address import address_below
from ..pages.base.addresses import addresses_for
from ..reporters.parts import hint_text, message_text
from ..words import say
from ..words.inert import inert, quiet
from .approval import approval_requests
from .entry_report import entry_report
from .labels import is_of_program

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..checks import JudgedChange
    from ..derived.checklist import ChecklistItem
    from ..history.change import Change
    from ..history.differences import Event
    from ..reading.problem import Problem
    from ..words import Language
    from .approval import Approval, ApprovalRequest
    from .entry_report import EntryReport, GateReport

MANY = 40  # files or problems of one kind that are listed before the rest is only counted
_LONG = 200
_MARKS = {"there": "✓", "remains": "✗", "waived": "–"}


@dataclass(frozen=True, slots=True)
class Review:
    """A change with its problems, and the language that the review is written in.

    `preview` is the address of a site that shows the change; without it the catalogue's own is linked.
    `is_unmerged` where the change could not be merged into what it is to come into.
    """

    judged: JudgedChange
    language: Language
    preview: str = ""
    is_unmerged: bool = False

    @property
    def change(self) -> Change:
        return self.judged.change

    def word(self, key: str, /, **values: object) -> str:
        """The words of `review.<key>`, filled in."""
        return say(f"review.{key}", self.language, **values)

    def label(self, vocabulary: str, key: str | None) -> str:
        """What a key is called, as plain Markdown; a dash for none."""
        return quiet(self.change.label(vocabulary, key).in_(self.language), _LONG) if key else "–"

    def gate(self, key: str) -> str:
        """A gate's key and name, as plain Markdown."""
        return quiet(gate_label(self.change.settings, key).in_(self.language), _LONG)


def report_as_markdown(
    judged: JudgedChange, language: Language, preview: str = "", *, is_unmerged: bool = False
) -> str:
    """The review of a change; `preview` is the address of a site that shows it."""
    review = Review(judged, language, preview, is_unmerged)
    return "\n".join(_lines(review, approval_requests(judged.change))) + "\n"


def _lines(review: Review, requests: list[ApprovalRequest]) -> Iterator[str]:
    yield f"# {review.word('title')}"
    yield ""
    yield _verdict(review)
    if review.is_unmerged:
        yield ""
        yield f"> {review.word('unmerged')}"
    yield from _program_notice(review)
    for request in requests:
        if request.entry_change:
            report = entry_report(review.change, request.entry_change, review.judged.head)
            yield ""
            yield from _entry(review, request, report)
    yield from _others(review, [request for request in requests if not request.entry_change])
    if not requests:
        yield ""
        yield review.word("nothing")
    yield from _problems(review)


def _verdict(review: Review) -> str:
    errors = sum(problem.severity == "error" for problem in review.judged.caused)
    verdict = review.word("stopped" if errors else "passes", count=errors)
    older = len(review.judged.older)
    return f"{verdict} {review.word('older', count=older)}" if older else verdict


def _program_notice(review: Review) -> Iterator[str]:
    """Said first, since such a change can change how everything else is judged."""
    touched = sorted(path for path in review.change.files if is_of_program(path))
    if touched:
        yield ""
        yield f"> **{review.word('program', count=len(touched))}** {review.word('program_lead')}"


def _entry(review: Review, request: ApprovalRequest, report: EntryReport) -> Iterator[str]:
    kind = review.word("new" if report.change.is_new else "changed")
    yield f"## {inert(report.title(review.language))}"
    yield ""
    yield f"{kind}: {inert(request.path, _LONG)}{_where(review, report)}"
    yield ""
    yield from (f"- {row}" for row in _moves(review, report))
    yield from (f"- {_event(review, event)}" for event in _events(report))
    for gate in report.gates:
        yield from _gate(review, gate)
    if report.ahead:
        yield from _ahead(review, report.ahead)
    yield from _similar(review, report)
    yield ""
    yield f"**{review.word('approvers')}**"
    yield ""
    for approval in request.approvals:
        reasons = "; ".join(quiet(reason.in_(review.language)) for reason in approval.reasons)
        yield f"- {_role(review, approval)}: {reasons}"


def _where(review: Review, report: EntryReport) -> str:
    """A link to the page, where it is known which site shows the change."""
    path = addresses_for(review.change.head.settings, review.language).idea(report.entry)
    if not review.preview:
        return f" → {inert(path, _LONG)}"
    return f" → [{review.word('preview')}](<{address_below(review.preview, path)}>)"


def _events(report: EntryReport) -> list[Event]:
    """All but stage, outcome and decisions, which stand with their gates."""
    return [event for event in report.events if event.kind not in {"stage", "outcome", "decision"}]


def _event(review: Review, event: Event) -> str:
    words = quiet(event.words.in_(review.language))
    return f"{words}: {inert(event.quote, _LONG)}" if event.quote else words


def _moves(review: Review, report: EntryReport) -> Iterator[str]:
    """What the change does to the place, the stage and the outcome."""
    before, after = report.change.before, report.entry
    if before and before.path != after.path:
        yield review.word("moved", before=inert(before.path, _LONG))
    for name, vocabulary in (("stage", "stages"), ("outcome", "outcomes")):
        was, now = (getattr(side.idea, name) if side else None for side in (before, after))
        if was != now and f"idea.{name}" not in after.unread:
            sides = {"before": review.label(vocabulary, was), "after": review.label(vocabulary, now)}
            yield review.word(name, **sides)


def _gate(review: Review, gate: GateReport) -> Iterator[str]:
    """The decision at a gate, its question, and the list of what must be there."""
    rule = review.change.settings.process.gates[gate.key]
    yield ""
    yield f"### {review.gate(gate.key)}"
    yield ""
    yield f"*{quiet(rule.question.in_(review.language))}*"
    yield ""
    if gate.decision:
        verdict = say(f"choice.verdict.{gate.decision.verdict}", review.language)
        role = review.label("roles", gate.decision.role)
        yield review.word("decision", date=gate.decision.date, verdict=f"**{verdict}**", role=role)
        yield ""
        yield f"> {inert(gate.decision.reason, 600)}"
    else:
        yield f"**{review.word('undecided')}**"
    yield ""
    yield from _items(review, gate.items)


def _items(review: Review, items: Sequence[ChecklistItem]) -> Iterator[str]:
    for item in items:
        name = quiet(item.name.in_(review.language))
        shown = inert(item.evidence.in_(review.language)) if any(item.evidence.by_language) else ""
        rest = quiet(item.expectation(review.language)) if item.state == "remains" else shown
        waived = f" ({review.word('waived')})" if item.state == "waived" else ""
        yield f"- {_MARKS[item.state]} {name}{waived}{': ' if rest else ''}{rest}"


def _ahead(review: Review, gate: GateReport) -> Iterator[str]:
    """What remains until the next gate."""
    yield ""
    yield review.word("ahead", gate=review.gate(gate.key), count=gate.remain)
    if gate.remain:
        yield ""
        yield from _items(review, [item for item in gate.items if item.state == "remains"])


def _similar(review: Review, report: EntryReport) -> Iterator[str]:
    if report.similar:
        yield ""
        yield f"**{review.word('similar')}**"
        yield ""
    for other, score in report.similar:
        stage = review.label("stages", other.idea.stage) if other.idea.stage else ""
        outcome = review.label("outcomes", other.idea.outcome) if other.idea.outcome else ""
        where = ", ".join(filter(None, (stage, outcome)))
        title = inert(other.title(review.language))
        yield f"- {title} ({where}; {round(100 * score)} %): {inert(other.path, _LONG)}"


def _others(review: Review, others: list[ApprovalRequest]) -> Iterator[str]:
    if others:
        yield ""
        yield f"## {review.word('others')}"
        yield ""
    yield from (_other(review, request) for request in others[:MANY])
    if len(others) > MANY:
        yield f"- {review.word('more', count=len(others) - MANY)}"


def _other(review: Review, request: ApprovalRequest) -> str:
    reasons = dict.fromkeys(
        reason.in_(review.language) for approval in request.approvals for reason in approval.reasons
    )
    roles = ", ".join(_role(review, approval) for approval in request.approvals)
    return f"- {inert(request.path, _LONG)}: {roles} – {quiet('; '.join(reasons))}"


def _role(review: Review, approval: Approval) -> str:
    """What the role is called, and who holds it on GitHub if anybody does."""
    holders = ", ".join(inert(name) for name in approval.github)
    return f"{review.label('roles', approval.role)}{f' ({holders})' if holders else ''}"


def unreadable_as_markdown(problems: Sequence[Problem], language: Language) -> str:
    """The report where no catalogue could be read, so that only the problems can be told."""
    count = sum(problem.severity == "error" for problem in problems)
    lines = [f"# {say('review.title', language)}", "", say("review.unreadable", language, count=count), ""]
    return "\n".join([*lines, *_problem_rows(problems, language)]) + "\n"


def _problems(review: Review) -> Iterator[str]:
    """What the change caused, each with its remedy; of what was there before only how much and where."""
    if review.judged.caused:
        yield ""
        yield f"## {review.word('problems')}"
        yield ""
    yield from _problem_rows(review.judged.caused, review.language)
    if review.judged.older:
        files = sorted({problem.place.path for problem in review.judged.older})
        yield ""
        paths = ", ".join(inert(path, _LONG) for path in files[:MANY])
        yield f"{review.word('older', count=len(review.judged.older))} {paths}"


def _problem_rows(problems: Sequence[Problem], language: Language) -> Iterator[str]:
    for problem in problems[:MANY]:
        place = inert(f"{problem.place.path}:{problem.place.line}", _LONG)
        words = " ".join(quiet(part(problem, language)) for part in (message_text, hint_text))
        yield f"- **{say(f'severity.{problem.severity}', language)}** {place} {words} ({quiet(problem.rule)})"
    if len(problems) > MANY:
        yield f"- {say('review.more_problems', language, count=len(problems) - MANY)}"

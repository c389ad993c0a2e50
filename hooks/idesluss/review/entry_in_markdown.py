"""An entry that a change touches, as Markdown: what it is, what changes, its gates, and who must approve."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from ..derived.checklist import requirement_name
from ..model.web_address import address_below
from ..pages.base.addresses import addresses_for
from ..words.inert import inert, quiet
from .gate_in_markdown import gate_part
from .introduction import introduction_of
from .review import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .approval import Approval, ApprovalRequest
    from .entry_report import EntryReport
    from .review import Review

_LONG_PASSAGE = 1200


def entry_part(review: Review, request: ApprovalRequest, report: EntryReport) -> Iterator[str]:
    """All of an entry, under a heading of its own."""
    yield ""
    yield f"## {quiet(report.title(review.language), LONG)}"
    yield ""
    yield f"{_kind(review, report)}: {inert(request.path, LONG)}{_where(review, report)}"
    if report.change.is_new:
        yield from _passages(review, report)
    changed = (*_moves(review, report), *_events(review, report), *_waived(review, report))
    rows = [*_facts(review, report), *changed]
    yield from ["", *(f"- {row}" for row in rows)] if rows else ()
    yield from _similar(review, report)
    yield from gate_part(review, report)
    yield ""
    yield f"**{review.word('approvers')}**"
    yield ""
    for approval in request.approvals:
        reasons = "; ".join(quiet(reason.in_(review.language)) for reason in approval.reasons)
        yield f"- {role_with_holders(review, approval)}: {reasons}"


def _kind(review: Review, report: EntryReport) -> str:
    what = "new" if report.change.is_new else "changed"
    return review.word(what if report.entry.is_in_process else f"{what}_outside")


def _where(review: Review, report: EntryReport) -> str:
    """A link to the page, where it is known which site shows the change."""
    path = addresses_for(review.change.head.settings, review.language).idea(report.entry)
    if not review.preview:
        return f" → {inert(path, LONG)}"
    return f" → [{review.word('preview')}](<{address_below(review.preview, quote(path))}>)"


def _passages(review: Review, report: EntryReport) -> Iterator[str]:
    """A new entry in its own words."""
    for at, (name, words) in enumerate(
        introduction_of(review.change, report.entry, review.language).passages
    ):
        yield ">" if at else ""
        yield f"> **{quiet(name.in_(review.language))}:** {quiet(words, _LONG_PASSAGE)}"


def _facts(review: Review, report: EntryReport) -> Iterator[str]:
    """Where a new entry comes from."""
    if report.change.is_new:
        for name, value in introduction_of(review.change, report.entry, review.language).facts:
            yield f"{quiet(name.in_(review.language))}: {quiet(value.in_(review.language))}"


def _events(review: Review, report: EntryReport) -> Iterator[str]:
    """All but stage, outcome and decisions, which stand with their gates."""
    for event in report.events:
        if event.kind not in {"stage", "outcome", "decision"}:
            words = quiet(event.words.in_(review.language))
            yield f"{words}: {inert(event.quote, LONG)}" if event.quote else words


def _moves(review: Review, report: EntryReport) -> Iterator[str]:
    """What the change does to the place, the stage and the outcome; what these are, for a new entry."""
    before, after = report.change.before, report.entry
    if before and before.path != after.path:
        yield review.word("moved", before=inert(before.path, LONG))
    for name, vocabulary in (("stage", "stages"), ("outcome", "outcomes")):
        was, now = (getattr(side.idea, name) if side else None for side in (before, after))
        if was != now and f"idea.{name}" not in after.unread:
            sides = {"before": review.label(vocabulary, was), "after": review.label(vocabulary, now)}
            yield review.word(name if was else f"{name}_new", **sides)


def _waived(review: Review, report: EntryReport) -> Iterator[str]:
    """What the change excuses it from, with the reason that it gives."""
    reasons = {name: waiver.reason for waiver in report.entry.waivers for name in waiver.waives}
    for name in report.waived:
        what = quiet(requirement_name(review.change.settings, name).in_(review.language), LONG)
        yield f"**{review.word('waived', what=what)}:** {quiet(reasons[name], _LONG_PASSAGE)}"


def _similar(review: Review, report: EntryReport) -> Iterator[str]:
    if not report.change.is_new:
        return
    yield ""
    if not report.similar:
        yield review.word("no_similar")
        return
    yield f"**{review.word('similar')}**"
    yield ""
    for other, score in report.similar:
        stage = review.label("stages", other.idea.stage) if other.idea.stage else ""
        outcome = review.label("outcomes", other.idea.outcome) if other.idea.outcome else ""
        where = ", ".join(filter(None, (stage, outcome, f"{round(100 * score)} %")))
        title, path = quiet(other.title(review.language), LONG), inert(other.path, LONG)
        summary = quiet(other.summary(review.language)[0], _LONG_PASSAGE)
        yield f"- **{title}** ({where}), {path}: {summary}"


def role_with_holders(review: Review, approval: Approval) -> str:
    """What the role is called, and who holds it on GitHub if anybody does."""
    holders = ", ".join(inert(name) for name in approval.holders)
    return f"{review.label('roles', approval.role)}{f' ({holders})' if holders else ''}"

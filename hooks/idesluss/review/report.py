"""The review as Markdown, for a person: the verdict first, then entry by entry, then what else there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words import say
from ..words.inert import inert, quiet
from .approval import approval_requests
from .entry_in_markdown import entry_part, role_with_holders
from .entry_report import entry_report
from .imported import imported_part, imported_together
from .labels import is_of_program
from .masking import without_personal_data
from .problems_in_markdown import MANY, older_part, problem_part, problem_rows, verdict_line
from .review import LONG, Review

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..checks import JudgedChange
    from ..reading.problem import Problem
    from ..words import Language
    from .approval import ApprovalRequest

# GitHub shows a summary of at most 1 MiB for each step, and nothing at all of one that is larger.
LARGEST = 900_000


def report_as_markdown(  # noqa: PLR0913  # what is told and how, the last three by name
    judged: JudgedChange,
    language: Language,
    preview: str = "",
    *,
    is_unmerged: bool = False,
    is_whole: bool = False,
    out_of_date: Sequence[str] = (),
) -> str:
    """The review of a change; `preview` is the address of a site that shows it.

    It is cut to what a job's summary takes, and says what is left out, unless it `is_whole`.
    """
    review = Review(judged, language, preview, is_unmerged, is_whole, tuple(out_of_date))
    requests = approval_requests(judged.change)
    entries = [request for request in requests if request.entry_change]
    others = [request for request in requests if not request.entry_change]
    together = {} if is_whole else imported_together(entries)
    put_together = {request.path for alike in together.values() for request in alike}
    entries = [request for request in entries if request.path not in put_together]
    beginning = _joined(_beginning(review, is_empty=not requests))
    end = _joined(_others(review, others)) + _joined(older_part(judged.older, language, is_whole=is_whole))
    taken = len(f"{beginning}{end}".encode())
    imported = _joined(imported_part(review, together))
    report = beginning + imported + _entries(review, entries, taken) + end
    return without_personal_data(report, judged.change.head.scans)


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _beginning(review: Review, *, is_empty: bool) -> Iterator[str]:
    yield f"# {verdict_line(review.judged.caused, review.language)}"
    if review.is_unmerged:
        yield ""
        yield f"> {review.word('unmerged')}"
    yield from _program_notice(review)
    yield from problem_part(review.judged.caused, review.language, is_whole=review.is_whole)
    if review.out_of_date:
        paths = ", ".join(f"`{path}`" for path in review.out_of_date)
        yield ""
        yield f"> **{review.word('out_of_date', count=len(review.out_of_date))}** {paths}"
        yield ">"
        yield "> `idesluss generate && idesluss codeowners`"
    if is_empty:
        yield ""
        yield review.word("nothing")


def _program_notice(review: Review) -> Iterator[str]:
    """Said first, since such a change can change how everything else is judged."""
    touched = sorted(path for path in review.change.files if is_of_program(path))
    if touched:
        yield ""
        yield f"> **{review.word('program', count=len(touched))}** {review.word('program_lead')}"


def _entries(review: Review, requests: Sequence[ApprovalRequest], taken: int) -> str:
    """As many entries as there is room for, each of them whole, and how many there are besides."""
    parts: list[str] = []
    for at, request in enumerate(requests):
        if request.entry_change:
            report = entry_report(review.judged, request.entry_change)
            part = _joined(entry_part(review, request, report))
            taken += len(part.encode())
            if taken > LARGEST and not review.is_whole:
                return "".join(parts) + f"\n> {review.word('cut', count=len(requests) - at)}\n"
            parts.append(part)
    return "".join(parts)


def _others(review: Review, others: Sequence[ApprovalRequest]) -> Iterator[str]:
    if others:
        yield ""
        yield f"## {review.word('others')}"
        yield ""
    shown = others if review.is_whole else others[:MANY]
    paths: dict[str, list[str]] = {}
    for request in shown:
        path = f"{inert(request.path, LONG)}{_removed_title(review, request.path)}"
        paths.setdefault(_who_and_why(review, request), []).append(path)
    yield from (f"- {who_and_why}: {', '.join(together)}" for who_and_why, together in paths.items())
    if len(others) > len(shown):
        yield f"- {review.word('more', count=len(others) - len(shown))}"


def _who_and_why(review: Review, request: ApprovalRequest) -> str:
    """Who must approve it and why, which many files have in common."""
    reasons = dict.fromkeys(
        reason.in_(review.language) for approval in request.approvals for reason in approval.reasons
    )
    roles = ", ".join(role_with_holders(review, approval) for approval in request.approvals)
    return f"{roles} – {quiet('; '.join(reasons))}"


def _removed_title(review: Review, path: str) -> str:
    """What an idea was called that the change takes away."""
    entries = review.change.base.judged if review.change.base else ()
    removed = next((entry for entry in entries if entry.path == path), None)
    is_known = removed is not None and "idea.title" not in removed.unread
    return f" ({quiet(removed.title(review.language), LONG)})" if removed and is_known else ""


def unreadable_as_markdown(problems: Sequence[Problem], language: Language) -> str:
    """The report where no catalogue could be read, so that only the problems can be told."""
    lines = [f"# {verdict_line(problems, language)}", "", say("review.unreadable", language), ""]
    return _joined([*lines, *problem_rows(problems, language, is_whole=False)])

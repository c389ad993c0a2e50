"""Entries that an import wrote, which are many at once: a line for each source, not a part for each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..words.inert import inert, quiet
from .entry_in_markdown import role_with_holders
from .review import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .approval import ApprovalRequest
    from .review import Review

# Of one source, more than this are put together.
MANY_IMPORTED = 10
_SHOWN = 3

Imported = dict[tuple[str, bool], list["ApprovalRequest"]]


def imported_together(requests: Sequence[ApprovalRequest]) -> Imported:
    """The requests for entries that one import wrote, by source and newness, where they are many."""
    by_source: Imported = defaultdict(list)
    for request in requests:
        source = _source(request)
        if source and request.entry_change:
            by_source[source, request.entry_change.is_new].append(request)
    return {key: alike for key, alike in by_source.items() if len(alike) > MANY_IMPORTED}


def _source(request: ApprovalRequest) -> str | None:
    """The source that the change brings the entry from; None where something else changed it."""
    edit = request.entry_change
    external = edit.after.idea.external_id if edit else None
    if edit is None or external is None or edit.after.is_in_process:
        return None
    was = edit.before.idea.external_id if edit.before else None
    return external.source if was is None or was.written != external.written else None


def imported_part(review: Review, together: Imported) -> Iterator[str]:
    """A line for each source, with how many entries it brings and some of them, and who must approve."""
    if together:
        yield ""
        yield f"## {review.word('imported')}"
        yield ""
    for (source, is_new), requests in together.items():
        what = review.word("imported_new" if is_new else "imported_changed", count=len(requests))
        shown = ", ".join(inert(request.path, LONG) for request in requests[:_SHOWN])
        roles = dict.fromkeys(
            role_with_holders(review, approval) for request in requests for approval in request.approvals
        )
        words = {"what": what, "source": quiet(source, LONG), "shown": shown, "roles": ", ".join(roles)}
        yield f"- {review.word('imported_line', **words)}"

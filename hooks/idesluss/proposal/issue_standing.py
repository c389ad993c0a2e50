"""Whether a proposal is written of an issue now: by what has become of it, and by its author's pace."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Literal

from ..words import say

if TYPE_CHECKING:
    from ..words import Language
    from .issue_answer import Issue

Standing = Literal["free", "taken", "reviewed", "closed", "merged", "many"]

MOST = 5  # proposals of one author within WINDOW
WINDOW = dt.timedelta(days=1)
# Whose review counts: those who may write in the repository. Anybody at all may leave a word.
_REVIEWERS = frozenset({"OWNER", "MEMBER", "COLLABORATOR"})


def standing_of(issue: Issue, pulls: Any, issues: Any, *, is_taken: bool) -> Standing:
    """What stands in the way of writing the proposal, or that nothing does.

    `pulls` are the pull requests of the issue's branch as `gh pr list --json state,reviews` tells of them,
    `issues` the latest proposals as GitHub's list of issues does. ValueError where either is something else.
    """
    if not (isinstance(pulls, list) and isinstance(issues, list)):
        raise ValueError(type(pulls))  # noqa: TRY004  # what GitHub told is wrong, not our types
    try:
        states = {pull["state"] for pull in pulls}
        is_reviewed = any(map(_is_reviewed, pulls))
        is_many = _is_many(issue, issues)
    except (AttributeError, KeyError, TypeError) as fault:
        raise ValueError(str(fault)) from None
    if "MERGED" in states:
        return "merged"
    if is_taken:
        return "taken"
    if is_reviewed:
        return "reviewed"
    # Only somebody who may write in the repository, or the author's own wish, has closed it.
    if "CLOSED" in states and "OPEN" not in states:
        return "closed"
    return "many" if is_many else "free"


def standing_comment(standing: Standing, language: Language) -> str:
    """What the author is told to do instead; empty where there is nothing to tell."""
    if standing in {"free", "merged"}:
        return ""
    return f"{say(f'issue.{standing}', language, most=MOST)}\n"


def _is_reviewed(pull: Any) -> bool:
    return any(review["authorAssociation"] in _REVIEWERS for review in pull["reviews"])


def _is_many(issue: Issue, issues: Any) -> bool:
    """Whether the author had sent as many as a day takes before this one."""
    if issue.author_id is None or issue.updated is None:
        return False
    since = issue.updated - WINDOW
    earlier = [
        other
        for other in issues
        if other["user"]["id"] == issue.author_id
        and other["number"] < issue.number
        and dt.datetime.fromisoformat(other["created_at"]) > since
    ]
    return len(earlier) >= MOST

"""What a reviewer gets to know of a change, as Markdown: what it does, and who must approve it.

Nothing that somebody wrote in a file passes through as anything but words: it stands in code spans, where
GitHub makes neither links nor mentions nor HTML of it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from . import approval
from .problem import has_errors
from .text import plain
from .words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .approval import Approval, Asked
    from .change import Change, EntryChange
    from .problem import Problem
    from .words import Language

SCHEMA = "1"
MANY = 40  # files of one kind that are named one by one


def inert(words: str, longest: int = 120) -> str:
    """Somebody's words as a code span that they cannot end."""
    shown = plain(words, longest)
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    pad = " " if "`" in shown else ""
    return f"{fence}{pad}{shown or ' '}{pad}{fence}"


def as_markdown(change: Change, caused: Sequence[Problem], older: int, language: Language) -> str:
    """The review of a change; `caused` are the problems of the change, `older` how many were there before."""
    asked = approval.asked(change)
    lines = [f"# {say('review.title', language)}", "", _verdict(caused, older, language), ""]
    for found in (one for one in asked if one.entry):
        lines += [*_entry(change, found, language), ""]
    others = [one for one in asked if not one.entry]
    if others:
        lines += [f"## {say('review.others', language)}", ""]
        lines += [_other(change, one, language) for one in others[:MANY]]
        lines += [f"- {say('review.more', language, count=len(others) - MANY)}"] if len(others) > MANY else []
        lines += [""]
    if not asked:
        lines += [say("review.nothing", language), ""]
    return "\n".join(lines)


def _verdict(caused: Sequence[Problem], older: int, language: Language) -> str:
    errors = sum(problem.severity == "error" for problem in caused)
    key = "review.stopped" if has_errors(caused) else "review.passes"
    told = say(key, language, count=errors)
    return f"{told} {say('review.older', language, count=older)}" if older else told


def _entry(change: Change, found: Asked, language: Language) -> Iterator[str]:
    entry = found.entry
    if entry is None:
        return
    kind = say("review.new" if entry.is_new else "review.changed", language)
    yield f"## {inert(entry.after.title(language))}"
    yield ""
    yield f"{kind}: {inert(found.path, 200)}"
    yield from (f"- {told}" for told in _moves(change, entry, language))
    yield ""
    yield f"**{say('review.approvers', language)}**"
    yield ""
    for one in found.approvals:
        reasons = "; ".join(reason.in_(language) for reason in one.reasons)
        yield f"- {_role(change, one, language)}: {reasons}"


def _other(change: Change, one: Asked, language: Language) -> str:
    reasons = dict.fromkeys(reason.in_(language) for role in one.approvals for reason in role.reasons)
    return f"- {inert(one.path, 200)}: {_roles(change, one.approvals, language)} – {'; '.join(reasons)}"


def _moves(change: Change, entry: EntryChange, language: Language) -> Iterator[str]:
    """What the change does to the stage and the outcome, and the decisions that it adds."""
    before, after = entry.before and entry.before.idea, entry.after.idea
    if entry.before and entry.before.path != entry.after.path:
        yield say("review.moved", language, before=inert(entry.before.path, 200))
    for name, vocabulary in (("stage", "stages"), ("outcome", "outcomes")):
        was, now = (getattr(idea, name, None) for idea in (before, after))
        if was != now:
            told = [_label(change, vocabulary, key, language) for key in (was, now)]
            yield say(f"review.{name}", language, before=told[0], after=told[1])
    for _, decision in entry.new_decisions:
        gate = f"{decision.gate} {_label(change, 'gates', decision.gate, language)}"
        verdict = say(f"choice.verdict.{decision.verdict}", language)
        yield say("review.decision", language, gate=gate, verdict=verdict, date=decision.date)


def _label(change: Change, vocabulary: str, key: str | None, language: Language) -> str:
    return change.label(vocabulary, plain(key, 60)).in_(language) if key else "–"


def _role(change: Change, one: Approval, language: Language) -> str:
    held = ", ".join(inert(name) for name in one.github)
    return f"{change.label('roles', one.role).in_(language)}{f' ({held})' if held else ''}"


def _roles(change: Change, approvals: Sequence[Approval], language: Language) -> str:
    return ", ".join(_role(change, one, language) for one in approvals)


def as_json(change: Change, language: Language) -> str:
    """The approvals for another program: `{"schema", "asked": [{"path", "approvals": […]}]}`."""
    told = [
        {
            "path": found.path,
            "title": found.entry.after.title(language) if found.entry else None,
            "is_new": found.entry.is_new if found.entry else None,
            "approvals": [
                {
                    "role": one.role,
                    "label": change.label("roles", one.role).in_(language),
                    "github": list(one.github),
                    "reasons": [reason.in_(language) for reason in one.reasons],
                }
                for one in found.approvals
            ],
        }
        for found in approval.asked(change)
    ]
    return json.dumps({"schema": SCHEMA, "asked": told}, ensure_ascii=False, indent=2) + "\n"

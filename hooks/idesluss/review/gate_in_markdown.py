"""A gate as Markdown: its question, what is decided, all that it asks for, and lines to answer with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from ..proposal.additions import answer_at
from ..reporters.parts import message_text
from ..words import enumeration, say
from ..words.characters import within_sentence
from ..words.inert import inert, quiet
from .review import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..catalogue.entry import Entry
    from .entry_report import EntryReport, GateReport
    from .item_report import ItemReport
    from .review import Review

_MARKS = {"there": "✓", "waived": "–", "remains": "✗", "unread": "?", "wrong": "!"}
_LONG_REASON = 600


def gate_part(review: Review, report: EntryReport) -> Iterator[str]:
    """The gates that the change decides at or passes, the one to decide at now, and the one that follows."""
    for gate in report.gates:
        key = "decided_gate" if gate.decision else "passed_gate"
        yield from _head(review, gate, key)
        yield from _decision(review, gate)
        yield from _items(review, gate.items)
        if not (gate.decision or gate.remaining):
            yield from _answer(review, report.entry, gate)
    if report.now:
        yield from _head(review, report.now, "now")
        yield from _items(review, report.now.items)
        yield from _answer(review, report.entry, report.now)
    is_told = report.following and report.following.key in [gate.key for gate in report.gates]
    if report.following and report.is_nearer and not is_told:
        yield from _head(review, report.following, "following")
        yield from _remaining(review, report.following)


def _head(review: Review, gate: GateReport, key: str) -> Iterator[str]:
    rule = review.change.settings.process.gates[gate.key]
    yield ""
    yield f"### {review.word(key, gate=review.gate(gate.key))}"
    yield ""
    yield f"*{quiet(rule.question.in_(review.language))}*"
    yield ""


def _decision(review: Review, gate: GateReport) -> Iterator[str]:
    """All that is decided, or that nothing is, and what the files have to say of who has decided."""
    for decision in gate.decisions:
        verdict = say(f"choice.verdict.{decision.verdict}", review.language)
        role = review.label("roles", decision.role)
        yield review.word("decision", date=decision.date, verdict=f"**{verdict}**", role=role)
        yield ""
        yield f"> {quiet(decision.reason, _LONG_REASON)}"
        yield ""
    if not gate.decisions:
        yield f"**{review.word('undecided')}**"
        yield ""
    yield _in_files(review, gate)
    if gate.items:
        yield ""


def _in_files(review: Review, gate: GateReport) -> str:
    """Whether what stands in the files is enough, and that nothing else is seen from here."""
    is_by_all = review.change.settings.process.gates[gate.key].approval == "all"
    roles = _roles(review, "and", gate.approved_by)
    lacks = _roles(review, "and" if is_by_all else "or", gate.lacks)
    if gate.decision and gate.decision.verdict != "go":
        role = review.label("roles", gate.decision.role)
        said = review.word(f"in_files_{gate.decision.verdict}", role=role)
    elif gate.approved_by:
        said = review.word("in_files_lacks" if gate.lacks else "in_files", roles=roles, lacks=lacks)
    else:
        said = review.word("not_in_files", lacks=lacks)
    return f"{said} {review.word('unseen')}"


def _roles(review: Review, kind: Literal["and", "or"], roles: Sequence[str]) -> str:
    return enumeration(kind, [review.label("roles", role) for role in roles]).in_(review.language)


def _remaining(review: Review, gate: GateReport) -> Iterator[str]:
    if not gate.remaining:
        yield review.word("all_there")
        return
    yield review.word("remains", count=len(gate.remaining))
    yield ""
    yield from _items(review, gate.remaining)


def _items(review: Review, items: Sequence[ItemReport]) -> Iterator[str]:
    for item in items:
        yield f"- {_MARKS[item.state]} {_item(review, item)}"


def _item(review: Review, report: ItemReport) -> str:
    item, language = report.item, review.language
    name = quiet(item.name.in_(language))
    evidence = inert(item.evidence.in_(language)) if any(item.evidence.by_language) else ""
    match report.state:
        case "remains":
            wanted = quiet(within_sentence(item.help.in_(language)))
            key = "item_short" if evidence else "item_missing"
            return review.word(key, name=name, evidence=evidence, wanted=wanted)
        case "wrong":
            wrong = quiet(message_text(report.problems[0], language))
            shown = ": ".join(filter(None, (name, evidence)))
            key = "item_wrong_file" if item.requirement.kind == "file" else "item_wrong"
            return review.word(key, shown=shown, wrong=wrong, count=len(report.problems))
        case "unread" | "waived":
            return review.word(f"item_{report.state}", name=name)
        case "there":
            return ": ".join(filter(None, (name, evidence)))


def _answer(review: Review, entry: Entry, gate: GateReport) -> Iterator[str]:
    """Lines that can be pasted as they are: to go on where nothing remains, else that something does."""
    if {"idea.decisions", "idea.stage"} & entry.unread:
        return
    language = review.language
    judged_at = (gate.key, review.change.settings.process.gates[gate.key])
    lines = answer_at(entry, judged_at, language, entry.today, goes_on=not gate.remaining)
    where = say("additions.add_list", language, field=f"`{lines.field}`") if lines.field else ""
    yield ""
    yield "<details>"
    yield f"<summary>{review.word('answer_remains' if gate.remaining else 'answer')}</summary>"
    yield ""
    yield f"{say('additions.where', language, path=inert(lines.path, LONG))} " + (
        where or say("additions.add_field", language)
    )
    yield ""
    yield from _fenced(lines.lines)
    if lines.then and not gate.is_passed:
        yield ""
        yield say("additions.then", language)
        yield ""
        yield from _fenced(lines.then)
    yield ""
    yield "</details>"


def _fenced(lines: str) -> Iterator[str]:
    """The lines as they are, within a fence that is longer than any in them."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", lines)), 3)
    yield f"{fence}yaml"
    yield from lines.rstrip("\n").split("\n")
    yield fence

"""Whether what a gate asks for is there and right: an item of its list beside what the check says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..words.characters import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..catalogue.entry import Entry
    from ..derived.checklist import ChecklistItem
    from ..model.process import Process
    from ..model.requirements import Requirement
    from ..reading.document import Document
    from ..reading.problem import Problem

State = Literal["there", "waived", "remains", "unread", "wrong"]
# What does not agree is told at one of the two fields, and the other is no better.
_AGREE = {"plan_balance": frozenset({"budget", "financing"})}
# A heading of Markdown: number signs, a space, and its words.
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")


@dataclass(frozen=True, slots=True)
class ItemReport:
    """An item of a gate's list: `unread` where it cannot be read, `wrong` where it has these problems."""

    item: ChecklistItem
    state: State
    problems: tuple[Problem, ...] = ()

    @property
    def remains(self) -> bool:
        """Whether somebody has to do something before the gate can be passed."""
        return self.state in {"remains", "unread", "wrong"}


def item_report(
    entry: Entry, item: ChecklistItem, problems: Sequence[Problem], process: Process
) -> ItemReport:
    """The item with its problems among all those of the change; `process` is what the gate stands in."""
    if item.state == "waived":
        return ItemReport(item, "waived")
    if _is_unread(entry, item.requirement):
        return ItemReport(item, "unread")
    if item.state == "remains":
        return ItemReport(item, "remains")
    own = tuple(_problems(entry, item.requirement, problems, process))
    return ItemReport(item, "wrong" if own else "there", own)


def _is_unread(entry: Entry, asked: Requirement) -> bool:
    is_plan_unread = asked.file == "plan" and entry.plan is None and entry.plan_document is not None
    return is_plan_unread or f"{asked.file}.{asked.field}" in entry.unread


def _problems(
    entry: Entry, asked: Requirement, problems: Sequence[Problem], process: Process
) -> Iterator[Problem]:
    """Errors and warnings that stand where the item does, or say that it does not agree with another."""
    document = entry.document if asked.file == "idea" else entry.plan_document
    for problem in problems:
        if document and problem.place.path == document.path and problem.severity != "hint":
            line = problem.place.line
            if (
                asked.kind == "file"
                or asked.field in _AGREE.get(problem.rule, ())
                or (asked.kind == "section" and _is_in_section(document, line, asked.part, process))
                or (asked.kind != "section" and _field_at(document, line) == asked.field)
            ):
                yield problem


def _field_at(document: Document, line: int) -> str | None:
    """The field that the line belongs to: the last that begins at or above it."""
    begun = [(keyed, name) for name, (keyed, _) in (document.front.keys or {}).items() if keyed <= line]
    return max(begun)[1] if begun and line < document.body_line else None


def _is_in_section(document: Document, line: int, key: str, process: Process) -> bool:
    """Whether the line stands below the section's heading, and before the next that is as high."""
    rule = process.sections.get(key)
    titles = set(map(fold, rule.headings)) if rule else set()
    inside = 0
    for number, written in enumerate(document.lines[document.body_line - 1 : line], document.body_line):
        heading = _HEADING.match(written)
        if heading and number <= line and (not inside or len(heading[1]) <= inside):
            inside = len(heading[1]) if fold(heading[2]) in titles else 0
    return bool(inside)

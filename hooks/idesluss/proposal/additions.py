"""What somebody may add to an idea that is there: an answer, a plan, an effect, that others use it."""

from __future__ import annotations

import json
import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ..model.process import is_reached
from ..model.requirements import demands_on, measuring_stage, planning_stage
from ..model.vocabulary import term_label
from ..words import say

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from ..catalogue.entry import Entry
    from ..derived.waiting import Wait
    from ..model.process import GateRule, Process
    from ..words import Language

Kind = Literal["answer", "plan", "effect", "reuse"]


@dataclass(frozen=True, slots=True)
class Addition:
    """Lines to add to a file, or a file to add. `field` is the list they belong to, if it is there already.

    `then` is a line that is to be changed besides, in the same change.
    """

    kind: Kind
    path: str
    lines: str
    field: str = ""
    then: str = ""

    @property
    def is_file(self) -> bool:
        """Whether it is a file to add, rather than lines to a file that is there."""
        return self.kind == "plan"


def additions(entry: Entry, wait: Wait | None, language: Language, today: dt.date) -> Iterator[Addition]:
    """What can be added to the entry as it stands, with its wait if it has one."""
    if not entry.is_in_process:
        return
    process = entry.process
    if wait and wait.gate:
        yield answer_at(entry, (wait.gate, process.gates[wait.gate]), language, today)
    if entry.goes_on and entry.plan_document is None:
        yield _plan(entry, language, today)
    if entry.idea.stage and is_reached(process, entry.idea.stage, measuring_stage(process)):
        yield _effect(entry, language, today)
        yield _reuse(entry, language, today)


def answer_at(
    entry: Entry, gate: tuple[str, GateRule], language: Language, today: dt.date, *, goes_on: bool = True
) -> Addition:
    """A decision at the gate: to go on, with the stage it leads to, or that something is to be completed."""
    key, rule = gate
    item = [
        f"gate: {key}",
        f"date: {today}",
        f"verdict: {'go' if goes_on else 'revise'}",
        f"role: {rule.approvers[0]}",
        f"reason: {_quoted('additions.reason', language)}",
    ]
    onward = f"stage: {rule.to_stage}" if rule.leads_on and goes_on else ""
    return _listed(entry, "answer", "decisions", item, onward)


def _effect(entry: Entry, language: Language, today: dt.date) -> Addition:
    words = [f"{name}: {_quoted(f'additions.{name}', language)}" for name in ("baseline", "target", "result")]
    item = [
        f"indicator: {_quoted('additions.indicator', language)}",
        *words,
        f"measured: {today}",
        f"source: {_quoted('additions.source', language)}",
    ]
    return _listed(entry, "effect", "effects", item)


def _reuse(entry: Entry, language: Language, today: dt.date) -> Addition:
    # Not a key of the list: the check asks for a real one, so that nobody is named by mistake.
    item = [
        f"organisation: {say('additions.organisation', language)}",
        f"year: {today.year}",
        f"note: {_quoted('additions.note', language)}",
    ]
    return _listed(entry, "reuse", "reused_by", item)


def _listed(entry: Entry, kind: Kind, field: str, item: list[str], then: str = "") -> Addition:
    """An item of a list, with the list's name where the file has none yet."""
    rows = [f"  {'- ' if not at else '  '}{row}" for at, row in enumerate(item)]
    is_there = bool(getattr(entry.idea, field))
    lines = rows if is_there else [f"{field}:", *rows]
    return Addition(kind, entry.path, "\n".join(lines) + "\n", field if is_there else "", then)


def _plan(entry: Entry, language: Language, today: dt.date) -> Addition:
    start, end = f"{today.year}-{today.month:02}", f"{today.year + 1}-{today.month:02}"
    lines = [
        "---",
        f"period: {{ start: {start}, end: {end} }}",
        "milestones:",
        f"  - name: {_quoted('additions.milestone', language)}",
        f"    due: {end}",
        *_money(entry, language, today.year + 1),
        *_roles(entry, language),
        "---",
        *_plan_sections(entry, language),
    ]
    return Addition("plan", posixpath.join(posixpath.dirname(entry.path), "plan.md"), "\n".join(lines) + "\n")


def _money(entry: Entry, language: Language, year: int) -> list[str]:
    """A budget in balance, where the catalogue knows of anybody who could pay."""
    funder = next(iter(entry.settings.funders), None)
    if funder is None:
        return []
    item = [f"  - item: {_quoted('additions.item', language)}", f"    year: {year}", "    amount: 0"]
    return ["budget:", *item, f"    funder: {funder}", "financing:", f"  - funder: {funder}", "    amount: 0"]


def _roles(entry: Entry, language: Language) -> list[str]:
    holder = entry.idea.coordinator
    if holder is None:
        return []
    return [
        "roles:",
        f"  - role: {_quoted('additions.role', language)}",
        f"    organisation: {holder.organisation}",
    ]


def _plan_sections(entry: Entry, language: Language) -> Iterator[str]:
    """The sections that the way to the work it plans asks of a plan, each with what is expected of it."""
    settings = entry.settings
    for name in _sections_of_plan(settings.process, entry):
        advice = settings.process.sections[name].help.in_(language)
        yield f"\n## {term_label(settings, 'sections', name).in_(language)}\n\n{advice}"


def _sections_of_plan(process: Process, entry: Entry) -> list[str]:
    """Their keys, in the order that the gates ask for them, as if the idea had come there already."""
    idea = entry.idea.model_copy(update={"stage": planning_stage(process) or entry.idea.stage})
    required = [demand.requirement for demand in demands_on(entry.settings, idea, entry.today)]
    sections = [each for each in required if each.file == "plan" and each.kind == "section"]
    return list(dict.fromkeys(section.part for section in sections))


def _quoted(key: str, language: Language) -> str:
    return json.dumps(say(key, language), ensure_ascii=False)

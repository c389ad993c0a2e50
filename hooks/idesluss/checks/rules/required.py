"""An entry holds what its stage, its gates and its outcome ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...catalogue.entry import is_said
from ...model import Idea, Plan, field_title
from ...model.requirements import is_excusable
from ...words import Text, enumeration, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...model.requirements import Demand, Requirement
    from ...reading.document import Document
    from ...reading.problem import Place, Problem
    from ..beside import Beside

GROUP = "process"
MAY_BE_EXEMPTED = True
MEANS = {"name": "requirement", "gate": "key"}


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    answered = set(entry.waived)
    for demand in entry.demands:
        name = demand.requirement.name
        if name in answered or entry.meets(demand.requirement):
            continue
        if demand.requirement.kind == "decision" and _has_unknown_gate(entry):
            continue  # told as an unknown term
        if demand.requirement.file == "plan" and demand.requirement.kind != "file" and not entry.plan:
            continue
        answered.add(name)
        yield _problem(entry, demand)


def _has_unknown_gate(entry: Entry) -> bool:
    gates = entry.process.gates
    return any(decision.gate not in gates for decision in entry.idea.decisions)


def _problem(entry: Entry, demand: Demand) -> Problem:
    requirement = demand.requirement
    is_in_plan = requirement.file == "plan" and requirement.kind != "file" and entry.plan_document
    document = entry.plan_document if is_in_plan and entry.plan_document else entry.document
    return document.problem(
        _place(entry, document, requirement, "outcome" if demand.asked_by == "outcomes" else "stage"),
        "required",
        f"required.{_kind(entry, demand)}",
        name=requirement.name,
        what=_label(entry, requirement),
        because=_because(entry, demand),
        heading=_heading(entry, requirement),
        gate=demand.key if demand.asked_by == "gates" else "",
        roles=_roles(entry, requirement),
    )


def _kind(entry: Entry, demand: Demand) -> str:
    """Which words tell that it is missing: some things nothing excuses from, and some gates all must open."""
    requirement = demand.requirement
    gate = entry.process.gates.get(requirement.part) if requirement.kind == "decision" else None
    if gate and gate.approval == "all" and entry.still_to_approve(requirement.part):
        return "decision_all"
    if gate and _is_let_through(entry, requirement.part):
        return "decision_beside"
    is_asked_of_all = demand.asked_by in {"facts", "kinds"} or not is_excusable(requirement.name)
    return "always" if requirement.kind == "field" and is_asked_of_all else requirement.kind


def _is_let_through(entry: Entry, gate: str) -> bool:
    """Whether somebody has said go there last, if only beside those who decide."""
    latest = next((d for d in reversed(entry.decisions) if d.gate == gate), None)
    return latest is not None and latest.verdict == "go"


def _roles(entry: Entry, requirement: Requirement) -> Text:
    """Those whose go a gate waits for; no words where something else is required."""
    gate = entry.process.gates.get(requirement.part) if requirement.kind == "decision" else None
    waiting = [f"`{role}`" for role in entry.still_to_approve(requirement.part)] if gate else []
    return enumeration("and" if gate and gate.approval == "all" else "or", waiting)


def _place(entry: Entry, document: Document, requirement: Requirement, pointer: str) -> Place:
    """The item that lacks something, else what asks for it; a plan's first line, as a plan has no stage."""
    record = entry.idea if document is entry.document else entry.plan
    items = getattr(record, requirement.field, None) if requirement.kind == "each" else None
    if isinstance(items, tuple) and items:
        lacking = next(
            at for at, item in enumerate(items) if not is_said(getattr(item, requirement.part, None))
        )
        return document.place_of(requirement.field, lacking)
    return document.place_of(pointer) if document is entry.document else document.place(1, 1)


def _label(entry: Entry, requirement: Requirement) -> Text:
    if requirement.kind == "section":
        return entry.label("sections", requirement.part)
    if requirement.kind == "decision":
        return entry.label("gates", requirement.part)
    return field_title(Idea if requirement.file == "idea" else Plan, requirement.field)


def _heading(entry: Entry, requirement: Requirement) -> str:
    if requirement.kind == "section":
        return entry.label("sections", requirement.part).in_(entry.idea.language)
    return requirement.part or requirement.field


def _because(entry: Entry, demand: Demand) -> Text:
    if demand.asked_by == "kinds":
        return text(f"required_by.{demand.key}")
    name = entry.label(demand.asked_by, demand.key) if demand.key else ""
    if demand.asked_by == "stages" and demand.key == entry.settings.process.first_stage:
        return text("required_by.first")
    return text(f"required_by.{demand.asked_by}", name=name, key=demand.key)

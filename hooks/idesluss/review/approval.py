"""Who must approve a change, and why: by the gates, sectors and money limits from before the change."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..derived.checklist import requirement_name
from ..model.process import first_gates
from ..model.requirements import demands_on
from ..model.vocabulary import gate_label
from ..reading import logo
from ..reading.paths import CONTENT, is_of_settings
from ..words import Text, text
from .entry_report import new_waivers, passed_gates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..history.change import Change, EntryChange
    from ..model import Settings

_CALLS = f"{CONTENT}/calls/"
LOGOS = f"{CONTENT}/{logo.FOLDER}/"


@dataclass(frozen=True, slots=True)
class Approval:
    """A role that must approve, who holds it on GitHub, and why it is asked."""

    role: str
    holders: tuple[str, ...]
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ApprovalRequest:
    """A file that a change touches, and the approvals that it needs; `entry_change` is None beside ideas."""

    path: str
    approvals: tuple[Approval, ...]
    entry_change: EntryChange | None = None


def approval_requests(change: Change) -> list[ApprovalRequest]:
    """One for each entry that is touched, in order of path, then for calls, the settings and the program."""
    settings = change.settings
    entries = [
        ApprovalRequest(edit.after.path, _approvals(settings, _reasons(change, edit)), edit)
        for edit in change.entries
    ]
    others = [
        ApprovalRequest(path, _approvals(settings, [(role, reason) for role in maintainers(settings)]))
        for path, reason in _files_beside_entries(change)
    ]
    return [*sorted(entries, key=lambda request: request.path), *others]


def maintainers(settings: Settings) -> tuple[str, ...]:
    """The roles that look after the catalogue: as it says itself, else those that receive new ideas."""
    process = settings.process
    return (process.maintainer,) if process.maintainer else _receivers(settings)


def _receivers(settings: Settings) -> tuple[str, ...]:
    return next((gate.approvers for gate in first_gates(settings.process)), ())


def _approvals(settings: Settings, reasons: list[tuple[str, Text]]) -> tuple[Approval, ...]:
    by_role: dict[str, list[Text]] = defaultdict(list)
    for role, reason in reasons:
        if reason not in by_role[role]:
            by_role[role].append(reason)
    return tuple(
        Approval(role, settings.roles[role].holders if role in settings.roles else (), tuple(reasons_of_role))
        for role, reasons_of_role in by_role.items()
    )


def _reasons(change: Change, edit: EntryChange) -> list[tuple[str, Text]]:
    """Roles that must approve what is done to an entry, each with a reason; a role may have several."""
    if not edit.after.is_in_process:
        return [(role, text("approval.record")) for role in maintainers(change.settings)]
    receivers = _receivers(change.settings)
    reasons = [(role, text("approval.new")) for role in receivers] if edit.is_new else []
    reasons += [*_gate_reasons(change, edit), *_waiver_reasons(change, edit)]
    reasons += [*_sector_reasons(change, edit), *_money_reasons(change, edit)]
    reason = text("approval.edit" if _says_otherwise(edit) else "approval.file")
    return reasons or [(role, reason) for role in receivers]


def _says_otherwise(edit: EntryChange) -> bool:
    """Whether the fields or the text are others, and not only a picture or how a file is saved."""
    before, after = ((side.document, side.plan_document) for side in (edit.before or edit.after, edit.after))
    return [d and d.text for d in before] != [d and d.text for d in after]


def _gate_reasons(change: Change, edit: EntryChange) -> Iterator[tuple[str, Text]]:
    """The gates that the change decides at, and those that it passes without a decision."""
    process = change.settings.process
    decided = [decision.gate for _, decision in edit.new_decisions]
    for key in dict.fromkeys([*decided, *passed_gates(process, edit)]):
        gate = process.gates.get(key)
        name = gate_label(change.settings, key)
        reason = text("approval.gate" if key in decided else "approval.passed", gate=name)
        yield from ((role, reason) for role in (gate.approvers if gate else maintainers(change.settings)))


def _waiver_reasons(change: Change, edit: EntryChange) -> Iterator[tuple[str, Text]]:
    """Each waiver that the change adds, by the roles of the gate whose requirement it excuses."""
    settings = change.settings
    for name in new_waivers(edit):
        gate = _gate_asking_for(change, edit, name)
        reason = text("approval.waiver", what=requirement_name(settings, name))
        roles = settings.process.gates[gate].approvers if gate else maintainers(settings)
        yield from ((role, reason) for role in roles)


def _gate_asking_for(change: Change, edit: EntryChange, name: str) -> str | None:
    """The gate that asks for it, that leads to the stage that does, or that the outcome was decided at."""
    process, idea = change.settings.process, edit.after.idea
    demands = demands_on(change.settings, idea, edit.after.today, is_now=True)
    demand = next((demand for demand in demands if demand.requirement.name == name), None)
    if demand is None:
        return None
    if demand.asked_by == "gates":
        return demand.key
    if demand.asked_by == "stages":
        leading = (key for key, gate in process.gates.items() if gate.opens == demand.key)
        first = next(iter(process.gates))
        return next(leading, first)
    decided = [decision.gate for decision in edit.after.decisions if decision.gate in process.gates]
    return decided[-1] if decided else None


def _sector_reasons(change: Change, edit: EntryChange) -> Iterator[tuple[str, Text]]:
    sectors = change.settings.sectors
    for key in dict.fromkeys(entry.idea.sector for entry in (edit.before, edit.after) if entry):
        reason = text("approval.sector", sector=change.label("sectors", key))
        yield from ((role, reason) for role in (sectors[key].approvers if key in sectors else ()))


def _money_reasons(change: Change, edit: EntryChange) -> Iterator[tuple[str, Text]]:
    before, after = edit.before.amounts if edit.before else (0, 0), edit.after.amounts
    for limit in change.settings.process.money_limits:
        changed = [now for was, now in zip(before, after, strict=True) if now != was and now > limit.above]
        if changed:
            yield limit.role, text("approval.money", amount=max(changed), limit=limit.above)


def _files_beside_entries(change: Change) -> Iterator[tuple[str, Text]]:
    """Files that belong to no entry that is touched, and why they need somebody's approval."""
    folders = {folder.path for folder in change.head.tree.folders}
    sides = (entry for edit in change.entries for entry in (edit.before, edit.after))
    touched = {posixpath.dirname(entry.path) for entry in sides if entry}
    for path in sorted(change.files):
        folder = posixpath.dirname(path)
        if folder in touched:
            continue
        if is_of_settings(path):
            yield path, text("approval.settings")
        elif path.startswith(_CALLS):
            yield path, text("approval.call")
        elif path.startswith(LOGOS):
            yield path, text("approval.logo")
        elif not path.startswith(f"{CONTENT}/"):
            yield path, text("approval.program")
        elif folder in folders:
            yield path, text("approval.file")
        else:
            yield path, text("approval.removed")

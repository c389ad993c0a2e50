"""Who must approve a change, and why: by the gates, sectors and money limits from before the change."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.process import gates_between, stage_order
from ..reading.folders import CONTENT, SETTINGS
from ..words import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue.entry import Entry
    from ..history.change import Change, EntryChange
    from ..model import Settings

_CALLS = f"{CONTENT}/calls/"


@dataclass(frozen=True, slots=True)
class Approval:
    """A role that must approve, who holds it on GitHub, and why it is asked."""

    role: str
    github: tuple[str, ...]
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class AskedApproval:
    """Something that a change touches, and the approvals that it needs. `entry` is None beside ideas."""

    path: str
    approvals: tuple[Approval, ...]
    entry: EntryChange | None = None


def asked_approvals(change: Change) -> list[AskedApproval]:
    """Every entry that is touched, in order of path, then the calls, the settings and the program."""
    entries = [
        AskedApproval(found.after.path, _approvals(change.settings, _reasons(change, found)), found)
        for found in change.entries
    ]
    others = [
        AskedApproval(
            path, _approvals(change.settings, [(role, reason) for role in maintainers(change.settings)])
        )
        for path, reason in _others(change)
    ]
    return [*sorted(entries, key=lambda found: found.path), *others]


def maintainers(settings: Settings) -> tuple[str, ...]:
    """The roles that look after the catalogue: as it says itself, else those that receive new ideas."""
    process = settings.process
    return (process.maintainer,) if process.maintainer else _receivers(settings)


def _receivers(settings: Settings) -> tuple[str, ...]:
    first = stage_order(settings.process)[0]
    return next((gate.approvers for gate in settings.process.gates.values() if gate.from_stage == first), ())


def _approvals(settings: Settings, reasons: list[tuple[str, Text]]) -> tuple[Approval, ...]:
    by_role: dict[str, list[Text]] = defaultdict(list)
    for role, reason in reasons:
        if reason not in by_role[role]:
            by_role[role].append(reason)
    return tuple(
        Approval(role, settings.roles[role].github if role in settings.roles else (), tuple(told))
        for role, told in by_role.items()
    )


def _reasons(change: Change, found: EntryChange) -> list[tuple[str, Text]]:
    told = [*_of_decisions(change, found), *_of_sector(change, found), *_of_money(change, found)]
    if found.is_new:
        told = [*((role, text("approval.new")) for role in _receivers(change.settings)), *told]
    return told or [(role, text("approval.edit")) for role in _receivers(change.settings)]


def _of_decisions(change: Change, found: EntryChange) -> Iterator[tuple[str, Text]]:
    """The gates that the change decides at, and those that it passes without a decision."""
    process = change.settings.process
    decided = [decision.gate for _, decision in found.new_decisions]
    before = (found.before and found.before.idea.stage) or stage_order(process)[0]
    passed = gates_between(process, before, found.after.idea.stage or "")
    for key in dict.fromkeys([*decided, *passed]):
        gate = process.gates.get(key)
        reason = text(
            "approval.gate" if key in decided else "approval.passed", key=key, gate=change.label("gates", key)
        )
        yield from ((role, reason) for role in (gate.approvers if gate else maintainers(change.settings)))


def _of_sector(change: Change, found: EntryChange) -> Iterator[tuple[str, Text]]:
    sectors = change.settings.sectors
    for key in dict.fromkeys(entry.idea.sector for entry in (found.before, found.after) if entry):
        reason = text("approval.sector", sector=change.label("sectors", key))
        yield from ((role, reason) for role in (sectors[key].approvers if key in sectors else ()))


def _of_money(change: Change, found: EntryChange) -> Iterator[tuple[str, Text]]:
    before, after = _amounts(found.before), _amounts(found.after)
    for limit in change.settings.process.money_limits:
        changed = [now for was, now in zip(before, after, strict=True) if now != was and now > limit.above]
        if changed:
            yield limit.role, text("approval.money", amount=max(changed), limit=limit.above)


def _amounts(entry: Entry | None) -> tuple[int, int]:
    """Whole kronor that the entry speaks of: its plan's budget, and its grants."""
    if entry is None:
        return 0, 0
    budget = sum(line.amount for line in entry.plan.budget) if entry.plan else 0
    return budget, entry.granted or 0


def _others(change: Change) -> Iterator[tuple[str, Text]]:
    """Files that are told with no entry that is touched, and why they need somebody's approval."""
    folders = {folder.path for folder in change.head.tree.folders}
    touched = {
        posixpath.dirname(e.path) for found in change.entries for e in (found.before, found.after) if e
    }
    for path in sorted(change.files):
        folder = posixpath.dirname(path)
        if folder in touched:
            continue
        if path == SETTINGS:
            yield path, text("approval.settings")
        elif path.startswith(_CALLS):
            yield path, text("approval.call")
        elif not path.startswith(f"{CONTENT}/"):
            yield path, text("approval.program")
        elif folder in folders:
            yield path, text("approval.file")
        else:
            yield path, text("approval.removed")

"""Who must approve a change, and why: by the gates, sectors and money limits from before the change."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .process import stage_order
from .tree import CONTENT, SETTINGS
from .words import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .catalogue import Entry
    from .change import Change, EntryChange
    from .model import Settings

_CALLS = f"{CONTENT}/calls/"


@dataclass(frozen=True, slots=True)
class Approval:
    """A role that must approve, who holds it on GitHub, and why it is asked."""

    role: str
    github: tuple[str, ...]
    reasons: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that a change touches, and the approvals that it needs. `entry` is None beside ideas."""

    path: str
    approvals: tuple[Approval, ...]
    entry: EntryChange | None = None


def asked(change: Change) -> list[Asked]:
    """Every entry that is touched, in order of path, then the calls, the settings and the program."""
    entries = [
        Asked(found.after.path, _approvals(change.settings, _reasons(change, found)), found)
        for found in change.entries
    ]
    others = [
        Asked(path, _approvals(change.settings, [(role, reason) for role in maintainers(change.settings)]))
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
    gates = change.settings.process.gates
    for _, decision in found.new_decisions:
        gate = gates.get(decision.gate)
        reason = text("approval.gate", key=decision.gate, gate=change.label("gates", decision.gate))
        roles = gate.approvers if gate else maintainers(change.settings)
        yield from ((role, reason) for role in roles)


def _of_sector(change: Change, found: EntryChange) -> Iterator[tuple[str, Text]]:
    sectors = change.settings.sectors
    for key in dict.fromkeys(entry.idea.sector for entry in (found.before, found.after) if entry):
        reason = text("approval.sector", sector=change.label("sectors", key))
        yield from ((role, reason) for role in (sectors[key].approvers if key in sectors else ()))


def _of_money(change: Change, found: EntryChange) -> Iterator[tuple[str, Text]]:
    before, after = (_amount(entry) for entry in (found.before, found.after))
    for limit in change.settings.process.money_limits:
        if after != before and after > limit.above:
            yield limit.role, text("approval.money", amount=after, limit=limit.above)


def _amount(entry: Entry | None) -> int:
    """Whole kronor that the entry speaks of: its plan's budget or its grants, whichever is more."""
    if entry is None:
        return 0
    budget = sum(line.amount for line in entry.plan.budget) if entry.plan else 0
    return max(budget, entry.granted or 0)


def _others(change: Change) -> Iterator[tuple[str, Text]]:
    """Files that are not of an entry that is there now, and why they need somebody's approval."""
    folders = {folder.path for folder in change.head.tree.folders}
    for path in sorted(change.files):
        if path == SETTINGS:
            yield path, text("approval.settings")
        elif path.startswith(_CALLS):
            yield path, text("approval.call")
        elif not path.startswith(f"{CONTENT}/"):
            yield path, text("approval.program")
        elif path.rpartition("/")[0] not in folders:
            yield path, text("approval.removed")

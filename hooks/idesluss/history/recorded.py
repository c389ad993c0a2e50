"""An idea as it stood when each of its decisions was recorded: its files as that commit left them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .differences.event import items_of
from .lineage import IDEA, PLAN
from .versions import Version, read_version

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from ..catalogue.entry import Entry
    from ..model import Decision
    from .git import Commit
    from .lineage import EntryStep

    DecisionKey = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordedDecision:
    """A decision with the day and the commit that recorded it, and the files as they then were."""

    decision: Decision
    day: dt.date
    commit: str
    idea: bytes
    plan: bytes | None


def is_archived(entry: Entry) -> bool:
    """Whether there is anything to keep of it: only what is handled here is decided here."""
    return entry.is_in_process and bool(entry.decisions)


def blobs_of(steps: Iterable[EntryStep]) -> list[str]:
    """Every version of the files, by which it is found when a decision came."""
    files = (step.files[name] for step in steps for name in (IDEA, PLAN) if name in step.files)
    return [file.after for file in files if file.after]


def recorded_decisions(
    entry: Entry, steps: Iterable[EntryStep], contents: Mapping[str, bytes], day: Callable[[Commit], dt.date]
) -> tuple[RecordedDecision, ...]:
    """The entry's decisions that are committed, in its order; one that came twice as it came last."""
    wanted = {_key(decision.model_dump(mode="python")): decision for decision in entry.decisions}
    recorded: dict[DecisionKey, RecordedDecision] = {}
    before: set[DecisionKey] = set()
    version, files = Version(), dict[str, str | None]()
    for step in steps:
        files |= {name: file.after for name, file in step.files.items() if name in {IDEA, PLAN}}
        idea = contents.get(files.get(IDEA) or "") if IDEA in step.files else None
        if idea is None:
            continue
        version = read_version(idea, version)
        now = {_key(item) for item in items_of(version.value("decisions"))}
        for key in (now - before) & wanted.keys():
            plan = contents.get(files.get(PLAN) or "")
            recorded[key] = RecordedDecision(wanted[key], day(step.commit), step.commit.short, idea, plan)
        before = now
    return tuple(recorded[key] for key in wanted if key in recorded)


def _key(item: Mapping[str, object]) -> DecisionKey:
    """What tells a decision from others, however its reason is put."""
    return tuple(str(item.get(name, "")) for name in ("date", "gate", "verdict", "role"))

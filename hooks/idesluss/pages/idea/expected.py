"""What the next gate asks for: what is there already, what remains, and when an answer is promised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ...model import Idea, Plan, help_text, record_in, title
from ...process import demands, next_gate, requirement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...entry import Entry
    from ...model import PartialDate
    from ...model.settings import GateRule, Process
    from ...process import Requirement
    from ..site import Site
    from .status import Promise, Status

State = Literal["there", "waived", "remains"]


@dataclass(frozen=True, slots=True)
class Item:
    """A part that the gate asks for; `help` says what is expected of it."""

    name: str
    help: str
    state: State


@dataclass(frozen=True, slots=True)
class Expected:
    """The next gate. `promise` is the day of an answer; `ends` is the end of a period that still runs.

    While it runs no answer is promised yet: the promise counts from its end.
    """

    gate: str
    rule: GateRule
    items: tuple[Item, ...]
    promise: Promise | None
    ends: PartialDate | None

    def of_state(self, state: State) -> list[Item]:
        return [item for item in self.items if item.state == state]


def of(site: Site, entry: Entry, status: Status) -> Expected | None:
    """None where nothing more is expected of the idea, or its stage or outcome is not known."""
    process = entry.catalogue.settings.process
    outcome = process.outcomes.get(entry.idea.outcome or "")
    leading = next_gate(process, entry.idea.stage) if entry.idea.stage in process.stages else None
    if not entry.is_in_process or outcome is None or outcome.is_final or leading is None:
        return None
    gate, rule = leading
    items = tuple(dict.fromkeys(_item(site, entry, asked) for asked in _asked(entry, rule, process)))
    return Expected(gate, rule, items, status.promise, _end(entry))


def _end(entry: Entry) -> PartialDate | None:
    end = entry.period_end
    return end if end and end.last_day >= entry.catalogue.today else None


def _asked(entry: Entry, rule: GateRule, process: Process) -> Iterator[Requirement]:
    """What the gate asks for by itself, and what the stage behind it asks for besides."""
    now = {demand.requirement.name for demand in entry.demands}
    behind = entry.idea.model_copy(update={"stage": rule.to_stage})
    for demand in demands(entry.catalogue.settings, behind):
        asked = demand.requirement
        if asked.name not in now and asked.kind not in {"decision", "history"}:
            yield asked
    if rule.from_stage == rule.to_stage:
        yield from filter(None, (requirement(name, process) for name in rule.requires))


def _item(site: Site, entry: Entry, asked: Requirement) -> Item:
    waivers = (*entry.idea.waivers, *(entry.plan.waivers if entry.plan else ()))
    waived = {name for waiver in waivers for name in waiver.waives}
    state: State = "waived" if asked.name in waived else "there" if entry.meets(asked) else "remains"
    return Item(*_told(site, asked), state)


def _told(site: Site, asked: Requirement) -> tuple[str, str]:
    """The name of what is asked for, and what is expected of it."""
    name = site.requirement_label(asked.name)
    record = Idea if asked.of == "idea" else Plan
    if asked.kind == "file":
        return name, site.word("idea.plan_help")
    if asked.kind == "section":
        return name, site.catalogue.settings.process.sections[asked.part].help.in_(site.language)
    part = record_in(record.model_fields[asked.field].annotation)
    if asked.kind == "each" and part:
        of_part = title(part, asked.part).in_(site.language).lower()
        return f"{name}: {of_part}", help_text(part, asked.part).in_(site.language)
    return name, help_text(record, asked.field).in_(site.language)

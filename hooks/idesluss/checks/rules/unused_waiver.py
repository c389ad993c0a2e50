"""A waiver excuses an idea from something that is required of it, is missing, and may be excused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.requirements import find_requirement, is_excusable
from ...reading.records import nearest
from ...words.characters import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...model.parts import Waiver
    from ...reading.document import Document
    from ...reading.problem import Problem
    from ..beside import Beside

GROUP = "process"
MAY_BE_EXEMPTED = True
MEANS = {"name": "requirement"}


def check_entry(entry: Entry, _beside: Beside) -> Iterator[Problem]:
    stage = entry.idea.stage
    is_unknown = entry.unread or (stage and stage not in entry.settings.process.stages)
    if is_unknown or not entry.is_in_process:
        return  # told as such; nothing can be said of what it requires
    yield from _judge(entry, entry.document, entry.idea.waivers)
    if entry.plan and entry.plan_document:
        yield from _judge(entry, entry.plan_document, entry.plan.waivers)


def covers(own: Problem, other: Problem) -> bool:
    """A waiver by a name that nothing has is why what it was meant for is asked for."""
    if own.key != "unused_waiver.unknown" or other.rule != "required":
        return False
    part, _, _ = str(own.values["name"]).rpartition(".")
    meant, asked = own.values["nearest"], str(other.values["name"])
    is_alike = other.key == "required.section" and asked.rpartition(".")[0] == part
    return asked == meant or is_alike


def _judge(entry: Entry, document: Document, waivers: tuple[Waiver, ...]) -> Iterator[Problem]:
    settings = entry.settings
    asked = {demand.requirement.name: demand.requirement for demand in entry.demands}
    excusable = [name for name in asked if is_excusable(name)]
    for at, waiver in enumerate(waivers):
        for nth, name in enumerate(waiver.waives):
            key = "unknown" if find_requirement(name, settings.process) is None else "not_required"
            if not is_excusable(name):
                key = "decision" if name.startswith("idea.decisions") else "never"
            elif name in asked:
                if not entry.meets(asked[name]):
                    continue
                key = "present"
            yield document.problem(
                document.place_of("waivers", at, "waives", nth),
                "unused_waiver",
                f"unused_waiver.{key}",
                name=plain(name, 80),
                nearest=(nearest(name, excusable) or "idea.origin") if key == "unknown" else "",
            )

"""A waiver waives something that is required and missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.requirements import HISTORY, Requirement, find_requirement
from ...reading.records import nearest
from ...words.characters import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...catalogue.entry import Entry
    from ...model.parts import Waiver
    from ...reading.document import Document
    from ...reading.problem import Problem

GROUP = "process"
MAY_BE_EXEMPTED = True
MEANS = {"name": "requirement"}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue.judged:
        stage = entry.idea.stage
        if entry.unread or (stage and stage not in catalogue.settings.process.stages):
            continue  # told as such; nothing can be said of what it requires
        yield from _judge(entry, entry.document, entry.idea.waivers)
        if entry.plan and entry.plan_document:
            yield from _judge(entry, entry.plan_document, entry.plan.waivers)


def covers(own: Problem, other: Problem) -> bool:
    """A waiver by a name that nothing has is why what it was meant for is asked for."""
    if own.key != "unused_waiver.unknown" or other.rule != "required":
        return False
    part, _, _ = str(own.values["name"]).rpartition(".")
    meant, asked = own.values["nearest"], str(other.values["name"])
    is_alike = other.key in {"required.section", "required.decision"} and asked.rpartition(".")[0] == part
    return asked == meant or is_alike


def _judge(entry: Entry, document: Document, waivers: tuple[Waiver, ...]) -> Iterator[Problem]:
    settings = entry.settings
    asked = {demand.requirement.name: demand.requirement for demand in entry.demands}
    if entry.is_in_process and entry.idea.stage != settings.process.first_stage:
        asked[HISTORY] = Requirement(HISTORY, "idea", "history")
    for at, waiver in enumerate(waivers):
        for nth, name in enumerate(waiver.waives):
            key = "unknown" if find_requirement(name, settings.process) is None else "not_required"
            if name == "idea.stage":  # nothing else could be asked of the idea then
                key = "never"
            elif name in asked:
                if not entry.meets(asked[name]):
                    continue
                key = "present"
            yield document.problem(
                document.place_of("waivers", at, "waives", nth),
                "unused_waiver",
                f"unused_waiver.{key}",
                name=plain(name, 80),
                nearest=(nearest(name, asked) or "idea.origin") if key == "unknown" else "",
            )

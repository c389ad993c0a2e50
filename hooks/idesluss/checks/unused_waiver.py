"""A waiver waives something that is required and missing.

A waiver that waives nothing hides what the entry really lacks. Remove the name from the waiver, or
correct its spelling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..process import demands, requirement
from ..text import plain
from ..typed import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..catalogue import Catalogue, Entry
    from ..model.parts import Waiver
    from ..problem import Problem
    from ..source import Document


def check(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue.judged:
        stage = entry.idea.stage
        if entry.unread or (stage and stage not in catalogue.settings.process.stages):
            continue  # told as such; nothing can be said of what it requires
        yield from _judge(entry, entry.document, entry.idea.waivers)
        if entry.plan and entry.plan_document:
            yield from _judge(entry, entry.plan_document, entry.plan.waivers)


def _judge(entry: Entry, document: Document, waivers: tuple[Waiver, ...]) -> Iterator[Problem]:
    settings = entry.catalogue.settings
    asked = {demand.requirement.name: demand.requirement for demand in demands(settings, entry.idea)}
    for at, waiver in enumerate(waivers):
        for nth, name in enumerate(waiver.waives):
            key = "unknown" if requirement(name, settings.process) is None else "not_required"
            if name in asked:
                if not entry.meets(asked[name]):
                    continue
                key = "present"
            yield document.problem(
                document.place_of("waivers", at, "waives", nth),
                "unused_waiver",
                f"unused_waiver.{key}",
                name=plain(name, 80),
                nearest=nearest(name, asked) or "idea.origin",
            )

"""The gateway as a board: every stage with its ideas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import waiting
from ..process import stage_order
from .listing import newest_first

if TYPE_CHECKING:
    from .published import Published
    from .site import Site

SHOWN = 8


def page(site: Site) -> Published:
    catalogue = site.catalogue
    stages = stage_order(catalogue.settings.process)
    listed = {key: newest_first(e for e in catalogue.ideas if e.idea.stage == key) for key in stages}
    for entries in listed.values():
        entries.sort(key=lambda entry: entry.idea.outcome != "open")
    return site.page(
        "pipeline.html",
        site.addresses.section("pipeline"),
        title=site.word("nav.pipeline"),
        description=site.word("pipeline.lead"),
        section="pipeline",
        translation=site.other_addresses.section("pipeline"),
        stages=[(key, entries, entries[:SHOWN]) for key, entries in listed.items()],
        waiting=waiting.of,
        figures=site.figures,
    )

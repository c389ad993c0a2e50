"""Figures (nyckeltal): every counter of the catalogue with its definition, in numbers, words and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...charts import canvas
from . import belonging, money, now, over_time, waiting

if TYPE_CHECKING:
    from ..published import Published
    from ..site import Site


def page(site: Site) -> Published:
    return site.page(
        "figures.html",
        site.addresses.section("figures"),
        title=site.word("nav.figures"),
        description=site.word("figures.lead"),
        section="figures",
        translation=site.other_addresses.section("figures"),
        sections=(
            now.section(site),
            waiting.section(site),
            over_time.section(site),
            money.section(site),
            *belonging.sections(site),
        ),
        reused=site.figures.reused,
        as_of=site.figures.as_of,
        patterns=canvas.patterns(),
        swatch=canvas.swatch,
    )


__all__ = ["page"]

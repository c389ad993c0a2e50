"""Figures (nyckeltal): every counter of the catalogue with its definition, in numbers, words and pictures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ...derived.figures import as_plain
from ..base.addresses import Addresses
from ..base.published import File
from ..charts import canvas
from .belonging import belonging_sections
from .money import money_section
from .now import now_section
from .over_time import over_time_section
from .waiting import waiting_section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.catalogue import Catalogue
    from ...derived.figures import Figures
    from ..base.published import Page, Published
    from ..base.site import Site

DATA = "figures.json"


def pages(site: Site) -> Iterator[Published]:
    path = f"{Addresses(site.settings, site.catalogue.settings.language).section('figures')}{DATA}"
    yield _page(site, path)
    if site.language == site.catalogue.settings.language:
        yield File(path, _data(site.catalogue, site.figures))


def _data(catalogue: Catalogue, counted: Figures) -> str:
    """The page's numbers for programs, named as in `Figures`; a name stays as long as the version."""
    told = {"version": 1, "catalogue": catalogue.settings.name, **as_plain(counted)}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _page(site: Site, data: str) -> Page:
    return site.page(
        "key_figures/figures.html",
        site.addresses.section("figures"),
        title=site.word("nav.figures"),
        description=site.word("figures.lead"),
        section="figures",
        translation=site.other_addresses.section("figures"),
        sections=(
            now_section(site),
            waiting_section(site),
            over_time_section(site),
            money_section(site),
            *belonging_sections(site),
        ),
        reused=site.figures.reused,
        data=data,
        as_of=site.figures.as_of,
        patterns=canvas.patterns(),
        swatch=canvas.swatch,
    )


__all__ = ["pages"]

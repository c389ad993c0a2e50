"""Figures (nyckeltal): every counter of the catalogue with its definition, in numbers, words and pictures."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...derived.grants import granted_in
from ...exports.plain_figures import plain_figures
from ..base.addresses import Addresses
from ..base.grant_table import TABLES, grant_table
from ..base.published import File
from ..charts import canvas
from .belonging import belonging_section, learnt_section
from .money import money_section
from .now import now_section
from .over_time import over_time_section
from .waiting import OldestWait, waiting_section

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...derived.figures import Figures
    from ...derived.whole import Derived
    from ...model.parts import Reuse
    from ..base.card import EntryLink
    from ..base.grant_table import GrantTable
    from ..base.published import Page, Published
    from ..base.site import Site
    from ..base.writer import Writer
    from .chart import FigureSection

NUMBERS = "figures.json"


@dataclass(frozen=True, slots=True)
class ReusedIdea:
    """An idea with what others than its own organisation have taken up of it."""

    idea: EntryLink
    reuses: tuple[Reuse, ...]


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """What the page shows: numbers of `figures`, and the ideas that they speak of.

    `listed` are the values of a facet that have a page, `numbers` is the address of the numbers as a file.
    """

    figures: Figures
    oldest: OldestWait | None
    reused: tuple[ReusedIdea, ...]
    listed: Mapping[str, frozenset[str]]
    numbers: str
    grants: GrantTable | None


def pages(site: Site) -> Iterator[Published]:
    """The page in the site's language, and with the catalogue's own the numbers as a file."""
    settings = site.settings
    path = f"{Addresses(settings, settings.language).section('figures')}{NUMBERS}"
    yield _written(site.writer, _gathered(site, path))
    if site.language == settings.language:
        yield File(path, _numbers(site.derived))


def _numbers(derived: Derived) -> str:
    """The page's numbers for programs, named as in `Figures`, and the ideas that they speak of.

    A name stays as long as the version.
    """
    name = derived.catalogue.settings.name
    named = {"version": 2, "catalogue": name, **plain_figures(derived)}
    return json.dumps(named, ensure_ascii=False, indent=1) + "\n"


def _gathered(site: Site, numbers: str) -> FiguresPage:
    derived, oldest = site.derived, site.derived.oldest_wait
    return FiguresPage(
        figures=derived.figures,
        oldest=OldestWait(site.link(oldest.entry), oldest.days) if oldest else None,
        reused=tuple(ReusedIdea(site.link(entry), reuses) for entry, reuses in derived.reuses.items()),
        listed={facet: frozenset(dict(site.listed(facet))) for facet in ("funder", "sector")},
        numbers=numbers,
        grants=grant_table(site, granted_in(site.catalogue.listed), level=3, is_folded=True),
    )


def _sections(writer: Writer, shown: FiguresPage) -> tuple[FigureSection, ...]:
    """Every part of the page; where nothing is handled here, what there is anything to show of."""
    figures = shown.figures
    parts = (
        now_section(writer, figures),
        waiting_section(writer, figures, shown.oldest),
        over_time_section(writer, figures.rhythm),
        money_section(writer, figures, shown.listed),
        belonging_section(writer, figures),
        learnt_section(writer, figures),
    )
    return parts if figures.ideas else tuple(filter(None, map(_without_empty, parts)))


def _without_empty(section: FigureSection) -> FigureSection | None:
    charts = tuple(chart for chart in section.charts if chart.picture)
    is_of_ideas = section.key == "waiting"
    counters = () if is_of_ideas else section.counters
    return replace(section, counters=counters, charts=charts) if counters or charts else None


def _written(writer: Writer, shown: FiguresPage) -> Page:
    figures = shown.figures
    return writer.page(
        "key_figures/figures.html",
        writer.places(lambda at: at.section("figures")),
        title=writer.word("nav.figures"),
        description=writer.word("figures.lead"),
        section="figures",
        sections=_sections(writer, shown),
        is_handled_here=bool(figures.ideas),
        grants=shown.grants,
        scripts=(TABLES,),
        reused=shown.reused,
        numbers=shown.numbers,
        patterns=canvas.patterns(),
    )


__all__ = ["pages"]

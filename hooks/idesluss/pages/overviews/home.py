"""The home page: what this is, the pipeline at a glance, what waits, what is new, what came of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from ..base.frame import OVERVIEWS
from ..base.order import newest_first

if TYPE_CHECKING:
    from ...catalogue.entry import Entry
    from ...reading.problem import Problem
    from ..base.published import Published
    from ..base.site import Site

SHOWN = 3
MOST_THEMES = 6


def page(site: Site, problems: list[Problem]) -> Published:
    catalogue = site.catalogue
    ideas = newest_first(catalogue.ideas)
    settings = catalogue.settings
    return site.page(
        "overviews/home.html",
        site.addresses.home,
        title=settings.name,
        description=settings.description.in_(site.language),
        section="home",
        feed=site.addresses.section("latest"),
        translation=site.other_addresses.home,
        figures=site.figures,
        waits=[wait for wait in site.figures.waits if not wait.is_running][:SHOWN],
        newest=ideas[:SHOWN],
        results=_results(site, ideas)[:SHOWN],
        themes=_themes(site),
        overviews=OVERVIEWS,
        problems=problems,
    )


def _results(site: Site, ideas: list[Entry]) -> list[Entry]:
    """What has come to an end, the latest first."""
    ended = [entry for entry in ideas if entry.idea.outcome in {"completed", "stopped"}]

    def last(entry: Entry) -> dt.date:
        date = site.derived.of(entry).closed_on or entry.first_date
        return date.first_day if date else dt.date.min

    return sorted(ended, key=last, reverse=True)


def _themes(site: Site) -> list[tuple[str, int]]:
    """The themes with most ideas, and how many."""
    counted = {key: len(entries) for key, entries in site.catalogue.grouped("theme").items()}
    order = sorted(counted, key=lambda key: (-counted[key], site.facet_label("theme", key).casefold()))
    return [(key, counted[key]) for key in order[:MOST_THEMES]]

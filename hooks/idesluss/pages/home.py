"""The home page: what this is, the pipeline at a glance, what waits, what is new, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..catalogue import FACETS
from .listing import newest_first

if TYPE_CHECKING:
    from ..problem import Problem
    from .published import Published
    from .site import Site

SHOWN = 3


def page(site: Site, problems: list[Problem]) -> Published:
    catalogue = site.catalogue
    ideas = newest_first(catalogue.ideas)
    settings = catalogue.settings
    return site.page(
        "home.html",
        site.addresses.home,
        title=settings.name,
        description=settings.description.in_(site.language),
        section="home",
        translation=site.other_addresses.home,
        figures=site.figures,
        waits=[wait for wait in site.figures.waits if wait.days][:SHOWN] or list(site.figures.waits[:SHOWN]),
        newest=ideas[:SHOWN],
        results=[entry for entry in ideas if entry.idea.outcome in {"completed", "stopped"}][:SHOWN],
        facets=FACETS,
        problems=problems,
    )

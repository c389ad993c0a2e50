"""An idea's page as one story: where it stands, what it wants, what was done and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import headings
from .budget import budget_of
from .citation import citation_of
from .effects import shown_effects
from .events import story_of
from .expected import expected_of
from .milestones import shown_milestones
from .related import related_of
from .status import status_of
from .timeline import timeline_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from ...catalogue.entry import Entry
    from ...model.parts import Source
    from ..base.published import Page
    from ..base.site import Site


def pages(site: Site) -> Iterator[Page]:
    for entry in site.catalogue.entries:
        yield _page(site, entry)


def _page(site: Site, entry: Entry) -> Page:
    language = site.language
    summary, summary_language = entry.summary(language)
    context = _context(site, entry)
    story, end = (site.fragment(f"idea/{part}.html", **context) for part in ("story", "end"))
    return site.page(
        "idea/idea.html",
        site.addresses.idea(entry),
        title=entry.title(language),
        description=summary,
        section="ideas",
        translation=site.other_addresses.idea(entry),
        crumbs=(site.crumb("ideas"),),
        source=entry.path,
        feed=site.addresses.idea(entry),
        image=site.addresses.shared_idea(entry),
        scripts=("idea.js", "neighbours.js"),
        title_language=entry.title_language(language),
        summary=summary,
        summary_language=summary_language,
        story=headings.linked(story),
        end=headings.linked(end),
        contents=headings.contents(story + end, entry.idea.language),
        **context,
    )


def _context(site: Site, entry: Entry) -> dict[str, Any]:
    told = story_of(entry.today, site.derived.of(entry))
    standing = status_of(site, entry, site.derived.of(entry).wait)
    return {
        "entry": entry,
        "idea": entry.idea,
        "plan": entry.plan,
        "status": standing,
        "expected": expected_of(site, entry, standing),
        "past": told.past,
        "ahead": told.ahead,
        "timeline": timeline_of(site, entry),
        "effects": shown_effects(entry),
        "milestones": shown_milestones(entry),
        "budget": budget_of(site, entry),
        "plan_body": site.body(entry.plan_body),
        "plan_missing": _plan_missing(site, entry),
        "related": related_of(site, entry),
        "sources": _sources(entry),
        "waivers": _waivers(site, entry),
        "use": citation_of(site, entry),
        "call_entries": site.catalogue.calls,
    }


def _plan_missing(site: Site, entry: Entry) -> list[str]:
    """Parts of the plan that its waivers say are not known."""
    plan = entry.plan
    if not plan:
        return []
    names = [name for waiver in plan.waivers for name in waiver.waives]
    return list(dict.fromkeys(site.requirement_label(name) for name in names))


def _sources(entry: Entry) -> list[Source]:
    """Sources of the idea and its plan, each address once."""
    listed = [*entry.idea.sources, *(entry.plan.sources if entry.plan else ())]
    return list({source.url: source for source in reversed(listed)}.values())[::-1]


def _waivers(site: Site, entry: Entry) -> list[tuple[str, list[str]]]:
    """Each waiver's reason, and in words what it waives."""
    labels = [[site.requirement_label(name) for name in waiver.waives] for waiver in entry.waivers]
    return [(w.reason, list(dict.fromkeys(named))) for w, named in zip(entry.waivers, labels, strict=True)]

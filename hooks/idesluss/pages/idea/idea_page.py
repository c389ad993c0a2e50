"""What an idea's page shows, gathered from the entry, what is derived from it, and its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from ...catalogue.outcome import last_read
from ...derived.deadlines import deadlines_of_entry
from ...derived.freshness import old_readings_of
from ...derived.untold import untold_of
from ...exports.json_ld import idea_json_ld, linked_data
from ..base.shown_picture import shown_picture
from .citation import use_of
from .effects import shown_effects
from .elsewhere import found_elsewhere
from .events import story_of
from .expected import expected_of
from .grants import shown_grants
from .other_facts import other_facts
from .plan import shown_plan
from .related import related_of
from .status import status_of
from .supplements import shown_supplements
from .timeline import timeline_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...history.timeline import Moment
    from ...model import Idea, PartialDate
    from ...model.parts import KeyFactor, Source
    from ...reading.markdown import Body, Section
    from ...words import Language
    from ..base.addresses import Places
    from ..base.card import Card, EntryLink
    from ..base.shown_picture import ShownPicture
    from ..base.site import Site
    from ..base.writer import Writer
    from ..charts.timeline import TimelineChart
    from .citation import Use
    from .effects import ShownEffect
    from .elsewhere import FoundElsewhere
    from .events import Story
    from .expected import Expected
    from .grants import IdeaGrants
    from .other_facts import OtherFact
    from .plan import ShownPlan
    from .related import Related
    from .status import Status
    from .supplements import ShownSupplement


_ASKED = ("submitted", "origin", "coordinator")


@dataclass(frozen=True, slots=True)
class ShownWaiver:
    """A waiver's reason, and in words what it waives."""

    reason: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Freshness:
    """When a source was last read, and how many nobody has read for a year."""

    last_read: PartialDate | None
    old: int


@dataclass(frozen=True, slots=True)
class Past:
    """What git tells of the entry: its history, None where the catalogue's is not known, and its last day.

    `archive` is where it is told how the entry stood at its decisions, if it is.
    """

    history: tuple[Moment, ...] | None
    changed: dt.date | None
    archive: str


@dataclass(frozen=True, slots=True)
class IdeaPage:
    """Everything that the page of one idea shows, in one language.

    `source` is the file to edit, `image` the path of the picture that is shown where the page is shared,
    `picture` the entry's own.
    `missing_facts` names facts that an idea ought to state, `untold` what the sources of a record do not
    say. `lacking_lessons` is what the section is called that nobody has written, where the work is over.
    `lessons` is the id of the heading above what was learnt, if it has one.
    `newer` and `older` are beside it in the whole list.
    """

    card: Card
    places: Places
    source: str
    image: str
    picture: ShownPicture | None
    summary: str
    summary_language: Language
    result: str
    result_language: Language
    idea: Idea
    body: Body
    key_factors: tuple[KeyFactor, ...]
    status: Status
    expected: Expected | None
    story: Story
    timeline: TimelineChart | None
    effects: tuple[ShownEffect, ...]
    grants: IdeaGrants | None
    plan: ShownPlan | None
    related: Related
    elsewhere: FoundElsewhere
    sources: tuple[Source, ...]
    freshness: Freshness
    lessons: str
    waivers: tuple[ShownWaiver, ...]
    missing_facts: tuple[str, ...]
    lacking_lessons: str
    untold: tuple[str, ...]
    past: Past
    supplements: tuple[ShownSupplement, ...]
    use: Use
    others: tuple[OtherFact, ...]
    linked: Markup
    newer: EntryLink | None
    older: EntryLink | None


def gathered_idea(site: Site, entry: Entry) -> IdeaPage:
    """What the entry's page shows in the site's language."""
    writer, facts = site.writer, site.facts(entry)
    summary, summary_language = entry.summary(writer.language)
    result, result_language = entry.result(writer.language)
    status = status_of(entry, facts.wait)
    newer, older = site.neighbours(entry)
    return IdeaPage(
        card=site.card(entry),
        places=writer.places(lambda at: at.idea(entry)),
        source=entry.path,
        image=writer.addresses.shared_idea(entry),
        picture=shown_picture(writer.addresses, entry, "page"),
        summary=summary,
        summary_language=summary_language,
        result=result,
        result_language=result_language,
        idea=entry.idea,
        body=entry.body,
        key_factors=entry.key_factors,
        status=status,
        expected=expected_of(entry, status, writer.language),
        story=story_of(entry, facts),
        timeline=timeline_of(writer, entry, facts),
        effects=shown_effects(entry),
        grants=shown_grants(writer, entry),
        plan=shown_plan(writer, entry, facts),
        related=related_of(site, entry),
        elsewhere=found_elsewhere(site, entry),
        sources=_sources(entry),
        freshness=_freshness(entry),
        lessons=_heading_of(entry.section_for("lessons")),
        waivers=tuple(_waivers(writer, entry)),
        missing_facts=tuple(_missing_facts(writer, entry)),
        lacking_lessons=_lacking_lessons(writer, entry),
        untold=tuple(dict.fromkeys(map(writer.requirement_label, untold_of(entry)))),
        past=_past(site, entry),
        supplements=shown_supplements(writer, entry),
        use=use_of(writer, entry, facts.wait, has_dates=bool(deadlines_of_entry(entry, site.derived.facts))),
        others=tuple(other_facts(writer, entry.idea)),
        linked=Markup(linked_data(idea_json_ld(site.exported, entry, site.language))),  # noqa: S704  # escaped by itself
        newer=newer,
        older=older,
    )


def _heading_of(section: Section | None) -> str:
    return section.id if section else ""


def _missing_facts(writer: Writer, entry: Entry) -> Iterator[str]:
    if not entry.is_record:
        yield from (writer.field(name) for name in _ASKED if getattr(entry.idea, name) is None)


def _lacking_lessons(writer: Writer, entry: Entry) -> str:
    key = entry.process.section_for("lessons")
    is_lacking = key and entry.is_closed and entry.section_for("lessons") is None
    return writer.label("sections", key) if key and is_lacking else ""


def _freshness(entry: Entry) -> Freshness:
    return Freshness(last_read(entry), len(old_readings_of(entry)))


def _past(site: Site, entry: Entry) -> Past:
    archive = site.writer.addresses.archived(entry) if site.archive.has(entry) else ""
    return Past(site.history_of(entry), site.changed(entry), archive)


def _sources(entry: Entry) -> tuple[Source, ...]:
    """Sources of the idea and its plan, each address once."""
    listed = [*entry.idea.sources, *(entry.plan.sources if entry.plan else ())]
    return tuple({source.url: source for source in reversed(listed)}.values())[::-1]


def _waivers(writer: Writer, entry: Entry) -> list[ShownWaiver]:
    return [
        ShownWaiver(waiver.reason, tuple(dict.fromkeys(map(writer.requirement_label, waiver.waives))))
        for waiver in entry.waivers
    ]

"""What closed ideas taught: by what came of them, by sector and by the key factor that was lacking."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ...derived.key_factors import lacked_factors
from ...derived.lessons import GOING, LESSON_USES, lesson_outcomes
from ..base.order import newest_first
from ..base.sheets import Sheet, sheet_title, sheets
from .lesson_index import PAGE_SIZE, anchor_of, lesson_index, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...catalogue.entry import Entry
    from ...derived.lessons import Lesson
    from ...model.parts import KeyFactor
    from ...reading.excerpt import Excerpt
    from ...reading.markdown import Block
    from ...words import Language
    from ..base.card import EntryLink
    from ..base.published import Page
    from ..base.site import Site
    from ..base.writer import Writer
    from .lesson_index import LessonIndex, Place


@dataclass(frozen=True, slots=True)
class LessonItem:
    """A lesson as it is shown: what is written, why the idea ended, what it lacked, and between which years.

    `result` is what came of it, where that is said; `section` is the one with the `excerpt`. Words of the
    idea are in its own `language`. `referred_to` is the organisation that an idea was handed on to, if any.
    """

    slug: str
    link: EntryLink
    language: Language
    section: str
    excerpt: Excerpt | None
    coordinator: str
    stage: str
    sector: str
    result: str
    result_language: Language
    referred_to: str
    reason: str
    lacked: list[KeyFactor]
    years: str

    @property
    def runs(self) -> list[tuple[str, list[Block]]]:
        """What is written, with the items of a list together."""
        blocks = self.excerpt.blocks if self.excerpt else ()
        return [(kind, list(run)) for kind, run in groupby(blocks, key=lambda block: block.kind)]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Items of one outcome and sector on a page; `is_first` where its first item is among them."""

    outcome: str
    sector: str
    is_first: bool
    items: list[LessonItem]

    @property
    def anchor(self) -> str:
        return anchor_of((self.outcome, self.sector))


@dataclass(frozen=True, slots=True)
class OutcomeGroup:
    """The shelves of one outcome on a page, with what the outcome means, if that is said."""

    outcome: str
    help: str
    shelves: list[Shelf]


@dataclass(frozen=True, slots=True)
class LessonTally:
    """How many ideas are closed, and of those tell a lesson, results or nothing; and how many go on.

    `outcomes` are what the final outcomes are called, in the middle of a sentence, and `sections` those
    that a lesson is looked for in, the first one first.
    """

    closed: int
    with_lesson: int
    with_results: int
    unwritten: int
    going: int
    outcomes: list[str]
    sections: list[str]


@dataclass(frozen=True, slots=True)
class LessonsPage:
    """A page of lessons; only the first has what leads to the others."""

    sheet: Sheet[OutcomeGroup]
    tally: LessonTally
    index: LessonIndex | None


def pages(site: Site) -> Iterator[Page]:
    """All lessons over as many pages as they need."""
    lessons = _ordered(site)
    parts = sheets(site.writer, "lessons", lessons, PAGE_SIZE)
    index = lesson_index(site, lessons, parts[0].addresses)
    tally = _tally(site, lessons)
    for sheet in parts:
        is_first = sheet.number == 1
        before = None if is_first else place_of(lessons[(sheet.number - 1) * PAGE_SIZE - 1])
        groups = _groups(site, sheet.items, before)
        on_page = Sheet(groups, sheet.number, sheet.places, sheet.addresses)
        yield _write(site.writer, LessonsPage(on_page, tally, index if is_first else None))


def _ordered(site: Site) -> list[Lesson]:
    """By outcome, those with words first, by sector, lessons before results, and the newest first."""
    outcomes = {key: at for at, key in enumerate(lesson_outcomes(site.settings.process))}
    sectors = {key: at for at, key in enumerate(["", *site.settings.sectors])}
    by_entry = {lesson.entry: lesson for lesson in site.derived.lessons}
    newest = [by_entry[entry] for entry in newest_first(by_entry)]

    def key(lesson: Lesson) -> tuple[int, bool, int, bool]:
        sector = sectors.get(place_of(lesson)[1], len(sectors))
        return (outcomes[lesson.outcome], not lesson.excerpt, sector, lesson.told_in != LESSON_USES[0])

    return sorted(newest, key=key)


def _tally(site: Site, lessons: Sequence[Lesson]) -> LessonTally:
    learnt = site.derived.figures.learnt
    process = site.settings.process
    final = [key for key in lesson_outcomes(process) if key != GOING]
    sections = filter(None, map(process.section_for, LESSON_USES))
    return LessonTally(
        closed=learnt.closed,
        with_lesson=learnt.with_lesson,
        with_results=learnt.results,
        unwritten=learnt.unwritten,
        going=len(lessons) - learnt.closed,
        outcomes=[site.writer.label("outcomes", key).lower() for key in final],
        sections=[site.writer.label("sections", key) for key in sections],
    )


def _groups(site: Site, lessons: Sequence[Lesson], before: Place | None) -> list[OutcomeGroup]:
    """A page's lessons on shelves, together by outcome; `before` is where the page before ends."""
    shelves = [
        Shelf(*place, is_first=place != before, items=[_item(site, lesson) for lesson in listed])
        for place, listed in groupby(lessons, key=place_of)
    ]
    return [
        OutcomeGroup(outcome, _help(site.writer, outcome), list(listed))
        for outcome, listed in groupby(shelves, key=lambda shelf: shelf.outcome)
    ]


def _help(writer: Writer, outcome: str) -> str:
    if outcome == GOING:
        return writer.word("lessons.going_help")
    explained = writer.settings.process.outcomes[outcome].help
    return explained.in_(writer.language) if explained else ""


def _item(site: Site, lesson: Lesson) -> LessonItem:
    entry, idea = lesson.entry, lesson.entry.idea
    result, result_language = entry.result(site.language)
    return LessonItem(
        slug=entry.slug,
        link=site.link(entry),
        language=idea.language,
        section=site.settings.process.section_for(lesson.told_in) or "" if lesson.told_in else "",
        excerpt=lesson.excerpt,
        coordinator=idea.coordinator.organisation if idea.coordinator else "",
        stage=idea.stage or "",
        sector=idea.sector,
        result=result,
        result_language=result_language,
        referred_to=(idea.referred_to or "") if entry.outcome_kind == "referred" else "",
        reason=_reason(lesson),
        lacked=lacked_factors(entry),
        years=_years(site, entry),
    )


def _reason(lesson: Lesson) -> str:
    """Why it ended early, as the last decision not to go on says."""
    held_back = [decision for decision in lesson.entry.decisions if decision.verdict != "go"]
    has_ended_early = lesson.outcome != GOING and lesson.entry.outcome_kind != "completed"
    return held_back[-1].reason if held_back and has_ended_early else ""


def _years(site: Site, entry: Entry) -> str:
    """`2015–2016`: from the first date that is known to the last."""
    dates = [entry.first_date, site.facts(entry).closed_on, *(decision.date for decision in entry.decisions)]
    years = sorted({date.year for date in dates if date}) or [int(entry.year)]
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _write(writer: Writer, page: LessonsPage) -> Page:
    sheet = page.sheet
    return writer.page(
        "overviews/lessons.html",
        sheet.places,
        title=sheet_title(writer, writer.word("nav.lessons"), sheet),
        description=writer.word("lessons.lead"),
        section="lessons",
        crumbs=() if sheet.number == 1 else (writer.crumb("lessons"),),
        index=page.index,
        tally=page.tally,
        groups=sheet.items,
        number=sheet.number,
        addresses=sheet.addresses,
    )

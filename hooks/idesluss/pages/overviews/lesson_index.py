"""What leads to a lesson: a table of outcomes and sectors, and the key factors that were lacking."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...derived.key_factors import lacked_factors
from ...derived.lessons import lesson_outcomes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...derived.lessons import Lesson
    from ...model.parts import FactorState
    from ...model.process import Process
    from ..base.card import EntryLink
    from ..base.site import Site

PAGE_SIZE = 50  # lessons on a page
SHOWN = 5  # of the lessons where a factor was lacking
Place = tuple[str, str]  # outcome and sector; the sector is empty where nothing is written


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """How many lessons a place has, and the way to the first of them."""

    count: int
    url: str


@dataclass(frozen=True, slots=True)
class LackingLesson:
    """The way to a lesson of an idea that lacked a factor, wholly or in part."""

    link: EntryLink
    state: FactorState


@dataclass(frozen=True, slots=True)
class LackedFactor:
    """A factor with some of the lessons of those that lacked it, and how many there are."""

    factor: str
    count: int
    lessons: list[LackingLesson]


@dataclass(frozen=True, slots=True)
class LessonIndex:
    """What leads to a place on the pages: outcomes and sectors in order, and what lies where they cross."""

    outcomes: list[str]
    sectors: list[str]
    places: dict[Place, PlaceLink]
    lacks: list[LackedFactor]


def lesson_index(site: Site, lessons: Sequence[Lesson], addresses: Sequence[str]) -> LessonIndex:
    """What leads to these lessons, which stand in order on the pages at these addresses."""
    places = _places(lessons, addresses)
    return LessonIndex(
        outcomes=_outcomes(site.settings.process, places),
        sectors=_sectors(site, places),
        places=places,
        lacks=_lacks(site, lessons, addresses),
    )


def place_of(lesson: Lesson) -> Place:
    """Where the lesson stands."""
    return (lesson.outcome, lesson.entry.idea.sector if lesson.excerpt else "")


def anchor_of(place: Place) -> str:
    """The id of the heading where the place begins."""
    return "-".join(part or "unwritten" for part in place)


def _places(lessons: Sequence[Lesson], addresses: Sequence[str]) -> dict[Place, PlaceLink]:
    places: dict[Place, PlaceLink] = {}
    for at, lesson in enumerate(lessons):
        place = place_of(lesson)
        first = PlaceLink(0, f"{addresses[at // PAGE_SIZE]}#{anchor_of(place)}")
        link = places.get(place, first)
        places[place] = replace(link, count=link.count + 1)
    return places


def _outcomes(process: Process, places: dict[Place, PlaceLink]) -> list[str]:
    used = {outcome for outcome, _ in places}
    return [outcome for outcome in lesson_outcomes(process) if outcome in used]


def _sectors(site: Site, places: dict[Place, PlaceLink]) -> list[str]:
    """In the vocabulary's order; last, and empty, that of what is not written."""
    used = {sector for _, sector in places}
    return [sector for sector in (*site.settings.sectors, "") if sector in used]


def _lacks(site: Site, lessons: Sequence[Lesson], addresses: Sequence[str]) -> list[LackedFactor]:
    """Factors in the vocabulary's order, with those that lacked them wholly first."""
    lacking: dict[str, list[LackingLesson]] = defaultdict(list)
    for at, lesson in enumerate(lessons):
        url = f"{addresses[at // PAGE_SIZE]}#lesson-{lesson.entry.slug}"
        link = replace(site.link(lesson.entry), url=url)
        for lacked in lacked_factors(lesson.entry):
            lacking[lacked.factor].append(LackingLesson(link, lacked.state))
    for listed in lacking.values():
        listed.sort(key=lambda lesson: lesson.state != "missing")
    known = [key for key in site.settings.key_factors if key in lacking]
    return [LackedFactor(key, len(lacking[key]), lacking[key][:SHOWN]) for key in known]

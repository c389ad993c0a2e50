"""What closed ideas taught: by what came of them, by sector and by the key factor that was lacking."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ...derived import lessons
from ...derived.key_factors import lacked_factors
from ...derived.lessons import LESSON_SECTIONS, lesson_outcomes
from ..base import sheets
from ..base.order import newest_first
from ..base.sheets import sheet_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...catalogue.entry import Entry
    from ...derived.lessons import Lesson
    from ...model import Decision
    from ...model.parts import FactorState, KeyFactor
    from ...reading.markdown import Block
    from ..base.published import Published
    from ..base.sheets import Sheet
    from ..base.site import Site

PAGE_SIZE = 50
SHOWN = 5
Place = tuple[str, str]  # outcome and sector; the sector is empty where nothing is written


@dataclass(frozen=True, slots=True)
class LessonItem:
    """A lesson as it is shown: with the reason why it ended, and what it lacked."""

    lesson: Lesson
    reason: Decision | None
    lacked: list[KeyFactor]
    years: str

    @property
    def entry(self) -> Entry:
        return self.lesson.entry

    @property
    def runs(self) -> list[tuple[str, list[Block]]]:
        """What is told, with the items of a list together."""
        blocks = self.lesson.told.blocks if self.lesson.told else ()
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
        return _anchor((self.outcome, self.sector))


@dataclass(frozen=True, slots=True)
class LackedFactor:
    """A factor with links to the lessons of those that lacked it, and how many there are."""

    factor: str
    count: int
    links: list[tuple[Entry, str, FactorState]]


@dataclass(frozen=True, slots=True)
class LessonIndex:
    """What leads to a place on the pages. `cells` are count and link by outcome and sector."""

    outcomes: list[str]
    sectors: list[str]
    cells: dict[Place, tuple[int, str]]
    lacks: list[LackedFactor]

    @property
    def has_unwritten(self) -> bool:
        return any(not sector for _, sector in self.cells)

    def total(self, outcome: str) -> int:
        return sum(count for place, (count, _) in self.cells.items() if place[0] == outcome)


def pages(site: Site) -> Iterator[Published]:
    found = _ordered(site)
    parts = sheets.sheets(site, "lessons", found, PAGE_SIZE)
    index = _index(site, found, parts[0].addresses)
    for sheet in parts:
        yield _page(site, sheet, index, found)


def _page(site: Site, sheet: Sheet[Lesson], index: LessonIndex, found: list[Lesson]) -> Published:
    before = found[(sheet.number - 1) * PAGE_SIZE - 1] if sheet.number > 1 else None
    return site.page(
        "overviews/lessons.html",
        sheet.address,
        title=sheet_title(site, site.word("nav.lessons"), sheet),
        description=site.word("lessons.lead"),
        section="lessons",
        translation=sheet.translation,
        crumbs=(site.crumb("lessons"),) if sheet.number > 1 else (),
        index=index if sheet.number == 1 else None,
        shelves=_shelves(site, sheet, before),
        closed=sum(lesson.outcome != lessons.GOING for lesson in found),
        final=_final(site),
        told={name: _told(found, name) for name in (*LESSON_SECTIONS, "")},
        going=index.total(lessons.GOING),
        number=sheet.number,
        addresses=sheet.addresses,
    )


def _final(site: Site) -> list[str]:
    """What the final outcomes are called, in the middle of a sentence."""
    outcomes = lesson_outcomes(site.catalogue.settings.process)
    return [site.label("outcomes", key).lower() for key in outcomes if key != lessons.GOING]


def _told(found: list[Lesson], name: str) -> int:
    return sum(lesson.name == name and lesson.outcome != lessons.GOING for lesson in found)


def _ordered(site: Site) -> list[Lesson]:
    """By outcome, those with words first, by sector, lessons before results, and the newest first."""
    settings = site.catalogue.settings
    outcomes = {key: at for at, key in enumerate(lesson_outcomes(settings.process))}
    sectors = {key: at for at, key in enumerate(["", *settings.sectors])}
    by_entry = {lesson.entry: lesson for lesson in site.derived.lessons}
    newest = [by_entry[entry] for entry in newest_first(by_entry)]

    def key(lesson: Lesson) -> tuple[int, bool, int, bool]:
        sector = sectors.get(_place(lesson)[1], len(sectors))
        return (outcomes[lesson.outcome], not lesson.told, sector, lesson.name != LESSON_SECTIONS[0])

    return sorted(newest, key=key)


def _place(lesson: Lesson) -> Place:
    return (lesson.outcome, lesson.entry.idea.sector if lesson.told else "")


def _anchor(place: Place) -> str:
    return "-".join(part or "unwritten" for part in place)


def _shelves(site: Site, sheet: Sheet[Lesson], before: Lesson | None) -> list[list[Shelf]]:
    """The page's items on shelves, together by outcome."""
    shelves: list[list[Shelf]] = []
    last = _place(before) if before else None
    for place, listed in groupby(sheet.items, key=_place):
        shelf = Shelf(*place, is_first=place != last, items=[_item(site, lesson) for lesson in listed])
        if not shelves or shelves[-1][0].outcome != shelf.outcome:
            shelves.append([])
        shelves[-1].append(shelf)
    return shelves


def _item(site: Site, lesson: Lesson) -> LessonItem:
    entry = lesson.entry
    held_back = [decision for decision in entry.decisions if decision.verdict != "go"]
    has_ended_early = lesson.outcome not in {"completed", lessons.GOING}
    return LessonItem(
        lesson=lesson,
        reason=held_back[-1] if held_back and has_ended_early else None,
        lacked=lacked_factors(entry),
        years=_years(site, entry),
    )


def _years(site: Site, entry: Entry) -> str:
    """`2015–2016`: from the first date that is known to the last."""
    dates = [
        entry.first_date,
        site.derived.of(entry).closed_on,
        *(decision.date for decision in entry.decisions),
    ]
    years = sorted({date.year for date in dates if date}) or [int(entry.year)]
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _index(site: Site, found: list[Lesson], addresses: tuple[str, ...]) -> LessonIndex:
    cells: dict[Place, tuple[int, str]] = {}
    for at, lesson in enumerate(found):
        place = _place(lesson)
        count, link = cells.get(place, (0, f"{addresses[at // PAGE_SIZE]}#{_anchor(place)}"))
        cells[place] = (count + 1, link)
    order = lesson_outcomes(site.catalogue.settings.process)
    return LessonIndex(
        outcomes=[key for key in order if any(place[0] == key for place in cells)],
        sectors=list(
            dict.fromkeys(s for s in site.catalogue.settings.sectors if any(p[1] == s for p in cells))
        ),
        cells=cells,
        lacks=_lacks(site, found, addresses),
    )


def _lacks(site: Site, found: list[Lesson], addresses: tuple[str, ...]) -> list[LackedFactor]:
    """Factors in the vocabulary's order, with those that lacked them wholly first."""
    links: dict[str, list[tuple[Entry, str, FactorState]]] = defaultdict(list)
    for at, lesson in enumerate(found):
        for lacked in lacked_factors(lesson.entry):
            link = f"{addresses[at // PAGE_SIZE]}#lesson-{lesson.entry.slug}"
            links[lacked.factor].append((lesson.entry, link, lacked.state))
    for listed in links.values():
        listed.sort(key=lambda item: item[2] != "missing")
    known = [key for key in site.catalogue.settings.key_factors if key in links]
    return [LackedFactor(key, len(links[key]), links[key][:SHOWN]) for key in known]

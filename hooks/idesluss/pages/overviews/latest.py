"""What happened lately, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ..base import sheets
from ..base.month_groups import by_month
from ..base.sheets import sheet_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...history.news import News
    from ...model import Decision, PartialDate
    from ...words import Language, Text
    from ..base.card import EntryLink
    from ..base.month_groups import MonthGroup
    from ..base.published import Page
    from ..base.sheets import Sheet
    from ..base.site import Site
    from ..base.writer import Writer

PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class NoteLine:
    """What happened, in words, with what the idea says of it and the decision, if it is one."""

    words: Text
    quote: str
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Note:
    """All that happened to one entry on one day, or to many that are counted where it names none.

    `kind` is that of the first line, `language` the entry's own, which quotes are in.
    """

    date: PartialDate
    kind: str
    entry: EntryLink | None
    language: Language
    lines: tuple[NoteLine, ...]


@dataclass(frozen=True, slots=True)
class LatestPage:
    """What one page shows. Without a history only the catalogue's own dates are known."""

    months: tuple[MonthGroup[Note], ...]
    has_history: bool


def pages(site: Site) -> Iterator[Page]:
    """The pages of what happened lately, the newest first."""
    for sheet in sheets.sheets(site.writer, "latest", site.chronicle.gathered, PAGE_SIZE):
        months = by_month(site.writer, _notes(site, sheet.items))
        yield _written(site.writer, LatestPage(tuple(months), site.history is not None), sheet)


def _notes(site: Site, news: Iterable[News]) -> list[Note]:
    def subject(item: News) -> tuple[PartialDate, str]:
        return item.date, item.entry.path if item.entry else ""

    return [_note(site, list(alike)) for _, alike in groupby(news, subject)]


def _note(site: Site, news: list[News]) -> Note:
    """The note of news that have their day and entry in common."""
    first = news[0]
    return Note(
        date=first.date,
        kind=first.kind,
        entry=site.link(first.entry) if first.entry else None,
        language=first.entry.idea.language if first.entry else site.language,
        lines=tuple(NoteLine(item.words, item.quote, item.decision) for item in news),
    )


def _written(writer: Writer, latest: LatestPage, sheet: Sheet[News]) -> Page:
    return writer.page(
        "overviews/latest.html",
        sheet.places,
        title=sheet_title(writer, writer.word("nav.latest"), sheet),
        description=writer.word("latest.lead"),
        section="latest",
        feed=writer.addresses.section("latest"),
        crumbs=() if sheet.number == 1 else (writer.crumb("latest"),),
        latest=latest,
        number=sheet.number,
        addresses=sheet.addresses,
    )

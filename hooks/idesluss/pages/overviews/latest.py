"""What happened lately, month by month."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ...history.news import gathered_news
from ..base import sheets
from ..base.days import by_month
from ..base.sheets import sheet_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...catalogue.entry import Entry
    from ...history.news import News
    from ...model import PartialDate
    from ..base.published import Page
    from ..base.site import Site

PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class Note:
    """All that happened to one entry on one day."""

    date: PartialDate
    entry: Entry | None
    news: list[News]


def pages(site: Site) -> Iterator[Page]:
    found = gathered_news(site.catalogue, site.history)
    for sheet in sheets.sheets(site, "latest", found, PAGE_SIZE):
        yield site.page(
            "overviews/latest.html",
            sheet.address,
            title=sheet_title(site, site.word("nav.latest"), sheet),
            description=site.word("latest.lead"),
            section="latest",
            feed=site.addresses.section("latest"),
            translation=sheet.translation,
            crumbs=() if sheet.number == 1 else (site.crumb("latest"),),
            months=by_month(site, _notes(sheet.items)),
            count=len(found),
            number=sheet.number,
            addresses=sheet.addresses,
            has_history=site.history is not None,
        )


def _notes(found: Iterable[News]) -> list[Note]:
    def subject(news: News) -> tuple[PartialDate, str]:
        return news.date, news.entry.path if news.entry else ""

    groups = [list(held) for _, held in groupby(found, subject)]
    return [Note(held[0].date, held[0].entry, held) for held in groups]

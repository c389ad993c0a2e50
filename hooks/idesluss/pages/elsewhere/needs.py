"""The need bank: needs that nobody has answered yet, and needs that several have ideas for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..base.sheets import Sheet, sheet_title, sheets
from .shown import shown_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...derived.needs import SameNeed
    from ..base.card import EntryLink
    from ..base.published import Page
    from ..base.site import Site
    from ..base.writer import Writer
    from .shown import ShownElsewhere

PAGE_SIZE = 40


@dataclass(frozen=True, slots=True)
class ShownNeed:
    """Ideas for one need: the way to the entry here, None where there is none, and those of neighbours."""

    link: EntryLink | None
    ideas: list[ShownElsewhere]


def pages(site: Site) -> Iterator[Page]:
    """The bank over as many pages as it needs; none without neighbours."""
    if not site.derived.neighbourhood:
        return
    unanswered = [site.link(entry) for entry in site.derived.unanswered_needs]
    for sheet in sheets(site.writer, "needs", site.derived.same_needs, PAGE_SIZE):
        groups = [_shown(site, group) for group in sheet.items]
        yield _write(site.writer, Sheet(groups, sheet.number, sheet.places, sheet.addresses), unanswered)


def _write(writer: Writer, sheet: Sheet[ShownNeed], unanswered: list[EntryLink]) -> Page:
    is_first = sheet.number == 1
    return writer.page(
        "elsewhere/needs.html",
        sheet.places,
        title=sheet_title(writer, writer.word("nav.needs"), sheet),
        description=writer.word("needs.lead"),
        section="needs",
        crumbs=() if is_first else (writer.crumb("needs"),),
        unanswered=unanswered if is_first else (),
        is_first=is_first,
        groups=sheet.items,
        number=sheet.number,
        addresses=sheet.addresses,
    )


def _shown(site: Site, group: SameNeed) -> ShownNeed:
    link = site.link(group.entry) if group.entry else None
    return ShownNeed(link, [shown_elsewhere(site, elsewhere) for elsewhere in group.elsewhere])

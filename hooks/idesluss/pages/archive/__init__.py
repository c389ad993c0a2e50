"""The archive of what was decided: all decided ideas, and a page for each with how it stood then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..base import sheets
from ..base.sheets import sheet_title
from .former_text import former_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...catalogue.entry import Entry
    from ...history.archive import ArchivedVersion
    from ...model import Decision
    from ...words import Language
    from ..base.addresses import Places
    from ..base.card import Card
    from ..base.published import Page
    from ..base.sheets import Sheet
    from ..base.site import Site
    from ..base.writer import Writer

PAGE_SIZE = 100


@dataclass(frozen=True, slots=True)
class DecidedIdea:
    """An idea with its decisions, the latest first; `archive` is where its archived page lies, if any."""

    card: Card
    decisions: tuple[Decision, ...]
    archive: str


@dataclass(frozen=True, slots=True)
class ArchivedIdea:
    """What the page of one idea shows. `within` names the list that it is reached from."""

    within: str
    card: Card
    places: Places
    language: Language
    versions: tuple[ArchivedVersion, ...]


def overview(site: Site) -> Iterator[Page]:
    """All decided ideas, also without a history."""
    decided = _decided(site)
    for sheet in sheets.sheets(site.writer, "archive", decided, PAGE_SIZE):
        yield _overview(site.writer, sheet, count=len(decided), has_history=site.history is not None)


def pages(site: Site, entries: Iterable[Entry]) -> Iterator[Page]:
    """The page of each of these entries whose versions git knows."""
    for entry in entries:
        if site.archive.has(entry):
            yield _written(site.writer, _archived(site, entry))


def _decided(site: Site) -> list[DecidedIdea]:
    """Those with the latest decision first."""
    entries = [entry for entry in site.catalogue.ideas if entry.decisions]
    entries.sort(key=lambda entry: entry.slug)
    entries.sort(key=lambda entry: entry.decisions[-1].date, reverse=True)
    return [_decided_idea(site, entry) for entry in entries]


def _decided_idea(site: Site, entry: Entry) -> DecidedIdea:
    archive = site.writer.addresses.archived(entry) if site.archive.has(entry) else ""
    return DecidedIdea(site.card(entry), entry.decisions[::-1], archive)


def _archived(site: Site, entry: Entry) -> ArchivedIdea:
    places = site.writer.places(lambda at: at.archived(entry))
    within = "own" if entry.idea.about else "archive"
    return ArchivedIdea(within, site.card(entry), places, entry.idea.language, site.archive.of(entry))


def _overview(writer: Writer, sheet: Sheet[DecidedIdea], *, count: int, has_history: bool) -> Page:
    return writer.page(
        "archive/overview.html",
        sheet.places,
        title=sheet_title(writer, writer.word("nav.archive"), sheet),
        description=writer.word("archive.lead"),
        section="archive",
        crumbs=() if sheet.number == 1 else (writer.crumb("archive"),),
        decided=sheet.items,
        count=count,
        has_history=has_history,
        number=sheet.number,
        addresses=sheet.addresses,
    )


def _written(writer: Writer, shown: ArchivedIdea) -> Page:
    """Not for search engines: it says what no longer holds."""
    return writer.page(
        "archive/idea.html",
        shown.places,
        title=writer.word("archive.title", title=shown.card.title),
        description=writer.word("archive.about", title=shown.card.title),
        section="archive",
        crumbs=(
            writer.crumb(shown.within),
            replace(writer.crumb(shown.within), title=shown.card.title, url=shown.card.url),
        ),
        is_indexed=False,
        shown=shown,
        texts=[former_text(writer, version.state) for version in shown.versions],
    )

"""Which pages and files the site has: every module of pages in its turn.

They come in batches that know nothing of each other, so that they can be made at the same time.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from ..derived.palette import derive
from ..exports.data_files import data_files
from ..history.news import Chronicle
from ..reading.problem import has_errors
from . import archive, idea, key_figures
from .base.borrowed import without_marks
from .base.published import File, Published, pages_in
from .base.shown_logo import shown_logo
from .base.site import Site
from .elsewhere import needs, neighbours
from .files import sharing
from .files.calendars import calendar_files
from .files.copies import markdown_copies
from .files.domain import domain_file
from .files.download import page as download_page
from .files.feeds import feed_files
from .files.icon import icon
from .files.not_found import not_found
from .files.pictures import picture_files
from .files.problems import problems_page
from .files.redirects import redirects
from .forms import compare, propose, search
from .lists import browse, listing, own, rules, topics
from .overviews import (
    awaiting,
    calendar,
    calls,
    freshness,
    goals,
    home,
    key_factors,
    latest,
    lessons,
    organisations,
    pipeline,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from ..catalogue.entry import Entry
    from ..derived.whole import Derived
    from ..history.timeline import Timeline
    from ..model import Settings
    from ..reading.problem import Problem
    from .base.published import Page


_SHARES = 100  # batches that entries are shared out to, where there are many
_SMALLEST = 20  # entries of a batch


@dataclass(frozen=True, slots=True)
class Batch:
    """Items of the published list. One that `is_long` is to be begun before others, as it ends late."""

    publication: Publication
    make: Callable[[], Iterable[Published]]
    is_long: bool = False

    def items(self) -> Iterator[Published]:
        """Each as it is made."""
        return without_marks(self.make(), self.publication.settings.site_languages)


@dataclass(frozen=True, slots=True)
class Publication:
    """All that is published, in each of its languages.

    `problems` get a page of their own if any is an error. Pictures for sharing are drawn with the letters
    in the folder `fonts`, if there is one. `has_copy` is whether there will be a file of the whole.
    """

    sites: tuple[Site, ...]
    problems: list[Problem]
    fonts: Path | None = None
    has_copy: bool = False

    @property
    def settings(self) -> Settings:
        return self.sites[0].settings

    def batches(self) -> list[Batch]:
        """Everything but pictures for sharing."""
        main = self.sites[0]
        batch = partial(Batch, self)
        return [
            *(batch(make, is_long) for site in self.sites for make, is_long in self._batches_of(site)),
            batch(partial(_open_data, self.sites, has_copy=self.has_copy), is_long=True),
            batch(partial(_brand_files, main)),
            *(batch(partial(picture_files, main, share)) for share in _shares(main)),
            *(batch(partial(markdown_copies, main, share)) for share in _shares(main)),
        ]

    def _batches_of(self, site: Site) -> Iterator[tuple[Callable[[], Iterable[Published]], bool]]:
        yield partial(_first_pages, site, self.problems), True
        yield partial(listing.pages, site), True
        yield partial(_later_pages, site), True
        for share in _shares(site):
            yield partial(idea.pages, site, share), False
        yield partial(archive.overview, site), False
        for share in _shares(site):
            yield partial(archive.pages, site, share), False
        yield partial(_last_pages, site, self.problems), True

    def pictures(self, pages: Iterable[Page]) -> list[Batch]:
        """The pictures that these pages show where they are shared."""
        if self.fonts is None:
            return []
        catalogue = self.sites[0].catalogue
        painter = sharing.Painter(self.fonts, derive(self.settings.colours, "light"), catalogue.logo)
        listed, batch = [*pages], partial(Batch, self)
        return [
            each
            for site in self.sites
            for wanted in [sharing.wanted_pictures(listed, site.language)]
            for each in (
                *(
                    batch(partial(sharing.of_entries, site, wanted, painter, share))
                    for share in _shares(site)
                ),
                batch(partial(sharing.of_sections, site, wanted, painter)),
            )
        ]


def publication(
    derived: Derived,
    problems: list[Problem],
    *,
    fonts: Path | None = None,
    history: Timeline | None = None,
    has_copy: bool = False,
) -> Publication:
    """What is published of a catalogue. Without `history` the pages say that it is not known."""
    chronicle = Chronicle(derived.catalogue, history)
    languages = derived.catalogue.settings.site_languages
    sites = (Site(derived, language, history, chronicle) for language in languages)
    return Publication(tuple(sites), problems, fonts, has_copy)


def publish(
    derived: Derived,
    problems: list[Problem],
    *,
    fonts: Path | None = None,
    history: Timeline | None = None,
    has_copy: bool = False,
) -> list[Published]:
    """Every generated page and file of the site, with all that stands in it."""
    whole = publication(derived, problems, fonts=fonts, history=history, has_copy=has_copy)
    published = [item for batch in whole.batches() for item in batch.items()]
    return [*published, *chain.from_iterable(batch.items() for batch in whole.pictures(pages_in(published)))]


def _shares(site: Site) -> list[tuple[Entry, ...]]:
    """The entries in equal shares."""
    entries = site.catalogue.entries
    size = max(_SMALLEST, -(-len(entries) // _SHARES))
    return [tuple(entries[at : at + size]) for at in range(0, len(entries), size)]


def _first_pages(site: Site, problems: list[Problem]) -> Iterator[Published]:
    yield home.page(site, problems if has_errors(problems) else [])
    yield pipeline.page(site)
    yield from browse.pages(site)
    yield topics.page(site)


def _later_pages(site: Site) -> Iterator[Published]:
    yield from own.pages(site)
    yield from calls.pages(site)
    yield from lessons.pages(site)
    yield from key_factors.pages(site)
    yield goals.page(site)
    yield from key_figures.pages(site)
    yield from organisations.pages(site)
    yield from awaiting.pages(site)
    yield from latest.pages(site)
    yield from calendar.pages(site)
    yield from freshness.pages(site)


def _last_pages(site: Site, problems: list[Problem]) -> Iterator[Published]:
    yield from neighbours.pages(site)
    yield from needs.pages(site)
    yield from rules.pages(site)
    yield search.page(site)
    yield compare.page(site.writer)
    yield from propose.pages(site)
    yield from feed_files(site)
    yield from calendar_files(site)
    yield from redirects(site)
    if has_errors(problems):
        yield problems_page(site.writer, problems)


def _open_data(sites: Iterable[Site], *, has_copy: bool) -> Iterator[Published]:
    """The catalogue as data, and in each language the page that hands it out."""
    main, *_ = sites
    files = {file.path: file for file in data_files(main.exported)}
    yield from (File(path, file.content) for path, file in files.items())
    yield from (download_page(site, files, has_copy=has_copy) for site in sites)


def _brand_files(main: Site) -> Iterator[Published]:
    """What is there once, and of no entry."""
    catalogue = main.catalogue
    yield not_found(main.writer)
    yield icon(catalogue.settings, catalogue.logo)
    if catalogue.logo:
        yield File(shown_logo(catalogue.logo).path, catalogue.logo.content)
    yield from domain_file(catalogue.settings)

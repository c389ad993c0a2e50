"""Which pages and files the site has: every module of pages in its turn."""

from __future__ import annotations

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
from .files.sharing import sharing_pictures
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
    from collections.abc import Iterator
    from pathlib import Path

    from ..catalogue.catalogue import Catalogue
    from ..derived.whole import Derived
    from ..history.timeline import Timeline
    from ..reading.problem import Problem


def publish(
    derived: Derived,
    problems: list[Problem],
    *,
    fonts: Path | None = None,
    history: Timeline | None = None,
    has_copy: bool = False,
) -> list[Published]:
    """Every generated page and file of the site. `problems` get a page of their own if any is an error.

    Pictures for sharing are drawn with the letters in the folder `fonts`, if there is one. Without
    `history` the pages say that it is not known. `has_copy` is whether there will be a file of the whole.
    """
    catalogue = derived.catalogue
    chronicle = Chronicle(catalogue, history)
    sites = [Site(derived, language, history, chronicle) for language in catalogue.settings.site_languages]
    published = [file for site in sites for file in _pages(site, problems)]
    main = sites[0]
    published.extend(_open_data(sites, has_copy=has_copy))
    published.append(not_found(main.writer))
    published.extend(picture_files(catalogue, main.writer.addresses))
    published.extend(markdown_copies(main))
    published.extend(_brand_files(catalogue))
    published.extend(domain_file(catalogue.settings))
    if fonts:
        palette = derive(catalogue.settings.colours, "light")
        painter, listed = sharing.Painter(fonts, palette, catalogue.logo), pages_in(published)
        published.extend(file for site in sites for file in sharing_pictures(site, listed, painter))
    return without_marks(published, catalogue.settings.site_languages)


def _pages(site: Site, problems: list[Problem]) -> Iterator[Published]:
    yield home.page(site, problems if has_errors(problems) else [])
    yield pipeline.page(site)
    yield from browse.pages(site)
    yield topics.page(site)
    yield from listing.pages(site)
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
    yield from idea.pages(site)
    yield from archive.pages(site)
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


def _open_data(sites: list[Site], *, has_copy: bool) -> Iterator[Published]:
    """The catalogue as data, and in each language the page that hands it out."""
    files = {file.path: file for file in data_files(sites[0].exported)}
    yield from (File(path, file.content) for path, file in files.items())
    yield from (download_page(site, files, has_copy=has_copy) for site in sites)


def _brand_files(catalogue: Catalogue) -> Iterator[File]:
    yield icon(catalogue.settings, catalogue.logo)
    if catalogue.logo:
        yield File(shown_logo(catalogue.logo).path, catalogue.logo.content)

"""The finished site written once more for a disk, and packed for those who want to take it along."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..disk.files import write_bytes, write_text
from ..disk.staging import Staging
from ..offline import OfflineCopy, packed, write_offline
from ..pages.base.addresses import Addresses
from ..pages.files.download import ARCHIVE, SIZE, archive_name
from ..pages.lists.browse import INDEX
from ..words import formats, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ..model import Settings
    from ..words import Language
    from .build import Build

log = logging.getLogger("mkdocs.hooks.idesluss")
_PAGE = "index.html"


def write_copy(build: Build) -> None:
    """Write the copy beside the site, and the file of it into the site that is about to be published."""
    site, settings, today = build.staging.folder, build.theme.settings, build.catalogue.today
    staging = Staging(copy_folder(build.staging.site))
    try:
        write_offline(site, staging.folder, _copy(build))
        archive = packed(staging.folder, archive_name(settings, today), today)
        staging.publish()
    finally:
        staging.abandon()
    write_bytes(site / ARCHIVE, archive)
    for language in settings.site_languages:
        _tell_size(site / Addresses(settings, language).section("download") / _PAGE, len(archive), language)
    log.info("Written for a disk too: %s, and packed as %s", staging.site, ARCHIVE)


def copy_folder(site: Path) -> Path:
    """Where the copy lies: beside the site."""
    return site.with_name(f"{site.name}-offline")


def _tell_size(page: Path, size: int, language: Language) -> None:
    text = page.read_text(encoding="utf-8")
    write_text(page, text.replace(SIZE, formats.size(size, language)))


def _copy(build: Build) -> OfflineCopy:
    settings = build.theme.settings
    every_address = [Addresses(settings, language) for language in settings.site_languages]
    return OfflineCopy(
        said={at.language: _said(build, at.language) for at in every_address},
        fetched=frozenset(f"{url}{_PAGE}" for at in every_address for url in _fetched(build, at)),
        indexes=frozenset(f"{at.section('ideas')}{INDEX}" for at in every_address),
    )


def _fetched(build: Build, addresses: Addresses) -> Iterator[str]:
    """The pages that scripts fetch: the search, which opens over any page, and ideas to be compared."""
    yield addresses.section("search")
    for entry in build.catalogue.entries:
        yield from (addresses.idea(entry), *addresses.former_ideas(entry))


def _said(build: Build, language: Language) -> str:
    """What each page tells of the copy that it is in."""
    settings: Settings = build.theme.settings
    day = formats.day(build.catalogue.today, language)
    words = Markup("<p>{}").format(say("download.copy", language, date=day))
    if settings.site_url:
        way = Markup(' {} <a href="{url}">{url}</a>.')
        words += way.format(say("download.newest", language), url=settings.full_address(""))
    return f"{words}</p>\n"

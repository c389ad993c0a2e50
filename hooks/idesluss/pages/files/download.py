"""The page that hands out the whole catalogue as one file, where such a file is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...words.characters import slugify

if TYPE_CHECKING:
    import datetime as dt

    from ...model import Settings
    from ..base.published import Page
    from ..base.site import Site
    from ..base.writer import Writer

ARCHIVE = "offline.zip"
# Stands for how large the file is, which is not known until all pages are there.
SIZE = "\ue030"


def archive_name(settings: Settings, day: dt.date) -> str:
    """What the folder in the archive is called, and the archive where it is saved: `idesluss-2026-11-23`."""
    return f"{slugify(settings.name) or 'ideas'}-{day}"


def page(site: Site) -> Page:
    """The page, with SIZE where the file's size is to stand."""
    return _write(site.writer, site.catalogue.today)


def _write(writer: Writer, today: dt.date) -> Page:
    return writer.page(
        "files/download.html",
        writer.places(lambda at: at.section("download")),
        title=writer.word("nav.download"),
        description=writer.word("download.lead"),
        section="download",
        archive=ARCHIVE,
        name=archive_name(writer.settings, today),
        size=SIZE,
        today=today,
    )

"""The page that hands out the catalogue as open data, and says how to use and cite it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from ...exports.data_file import DATABASE, EXCEL, FOLDER, FUNDING, VERSION, WHOLE, WORKBOOK
from ...exports.examples import example_of_file
from ...exports.funding import OF_CALLS, OF_GRANTS
from ...exports.json_ld import OF_IDEAS, dataset_json_ld, linked_data
from ...exports.other_names import left_out
from ...exports.queries import QUERIES
from ...exports.tables import FIRST_TABLES, all_tables
from ...model import Call, Grant, Idea
from ...words import formats
from ...words.characters import slugify
from .calendars import whole_calendar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from ...exports.data_file import DataFile
    from ...exports.tables import DataTable
    from ...model import Settings
    from ..base.published import Page
    from ..base.site import Site
    from ..base.writer import Writer

    FilesByPath = Mapping[str, DataFile]

ARCHIVE = "offline.zip"
# Stands for how large the file is, which is not known until all pages are there.
SIZE = "\ue030"
# What says less than all, and the fields of each record that it does not tell of.
_LEFT_OUT = {
    "json_ld": {"idea": left_out(Idea, OF_IDEAS)},
    "funding": {"call": left_out(Call, OF_CALLS), "grants": left_out(Grant, OF_GRANTS)},
}
_WHOLE = (WORKBOOK, DATABASE, WHOLE, FUNDING)


def archive_name(settings: Settings, day: dt.date) -> str:
    """What the folder in the archive is called, and the archive where it is saved: `idesluss-2026-11-23`."""
    return f"{slugify(settings.name) or 'ideas'}-{day}"


@dataclass(frozen=True, slots=True)
class Offered:
    """A file to download: its address, what it is, how large it is, and what it looks like."""

    path: str
    name: str
    key: str
    size: str
    example: str


@dataclass(frozen=True, slots=True)
class OfferedTable:
    """A table, what a row of it is and how many there are, and where it lies."""

    name: str
    title: str
    row: str
    rows: int
    csv: str
    excel: str
    example: str


@dataclass(frozen=True, slots=True)
class OpenData:
    """All that the page hands out: the `first` tables are what most people come for."""

    whole: tuple[Offered, ...]
    first: tuple[OfferedTable, ...]
    further: tuple[OfferedTable, ...]
    descriptions: tuple[Offered, ...]
    entry: Offered | None
    linked: Markup


def page(site: Site, files: FilesByPath, *, has_copy: bool) -> Page:
    """The page; where there will be a file of the whole site, with SIZE where its size is to stand."""
    has_calendar = bool(whole_calendar(site))
    offered = _gathered(site, files)
    return _write(site.writer, site.catalogue.today, offered, has_copy=has_copy, has_calendar=has_calendar)


def _gathered(site: Site, files: FilesByPath) -> OpenData:
    writer = site.writer
    tables = tuple(_table(writer, table, files) for table in all_tables().values())
    dataset = dataset_json_ld(site.exported, files.values(), site.language)
    own = next((file for file in files.values() if file.role == "entry"), None)
    return OpenData(
        whole=tuple(_offered(writer, files[path]) for path in _WHOLE),
        first=tables[:FIRST_TABLES],
        further=tables[FIRST_TABLES:],
        descriptions=tuple(_offered(writer, file) for file in files.values() if file.role == "description"),
        entry=_offered(writer, own, "entry") if own else None,
        linked=Markup(linked_data(dataset)),  # noqa: S704  # escaped by itself
    )


def _offered(writer: Writer, file: DataFile, key: str = "") -> Offered:
    size = formats.size(len(file.content), writer.language)
    is_text = file.ending not in {"sqlite", "xlsx"}
    example = example_of_file(file) if is_text else ""
    return Offered(file.path, file.name, key or _key(file.name), size, example)


def _key(name: str) -> str:
    """What a file is known by among the words: its name without folder, version or signs."""
    return name.rpartition("/")[2].replace(".", "_")


def _table(writer: Writer, table: DataTable, files: FilesByPath) -> OfferedTable:
    file = files[f"{FOLDER}{table.name}.csv"]
    return OfferedTable(
        name=table.name,
        title=table.title.in_(writer.language),
        row=table.help.in_(writer.language),
        rows=file.rows,
        csv=file.path,
        excel=f"{EXCEL}{table.name}.csv",
        example=example_of_file(file),
    )


def _write(writer: Writer, today: dt.date, offered: OpenData, *, has_copy: bool, has_calendar: bool) -> Page:
    return writer.page(
        "files/download.html",
        writer.places(lambda at: at.section("download")),
        title=writer.word("nav.download"),
        description=writer.word("data.page.lead"),
        section="download",
        offered=offered,
        queries=QUERIES,
        left_out=_LEFT_OUT,
        version=VERSION,
        has_calendar=has_calendar,
        archive=ARCHIVE if has_copy else "",
        name=archive_name(writer.settings, today),
        size=SIZE,
        today=today,
        cited=writer.settings.full_address(WHOLE) or WHOLE,
    )

"""A file of the open data, and where each lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

VERSION = 1
FOLDER = f"data/v{VERSION}/"
SCHEMAS = f"{FOLDER}schema/"
WHOLE = f"{FOLDER}catalogue.json"
WORKBOOK = f"{FOLDER}catalogue.xlsx"
DATABASE = f"{FOLDER}catalogue.sqlite"
FUNDING = f"{FOLDER}funding.json"
PACKAGE = f"{FOLDER}datapackage.json"
TURTLE, RDF_XML = f"{FOLDER}dcat.ttl", f"{FOLDER}dcat.rdf"
EXCEL = f"{FOLDER}excel/"
_MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "rdf": "application/rdf+xml",
    "sqlite": "application/vnd.sqlite3",
    "ttl": "text/turtle",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
FileRole = Literal["whole", "table", "excel", "funding", "description", "entry"]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of the open data by its path below the site's root.

    `table` is the one that a CSV holds, `rows` how many rows.
    """

    path: str
    content: bytes
    role: FileRole
    table: str = ""
    rows: int = 0

    @property
    def name(self) -> str:
        """Its path below the folder of this version."""
        return self.path.removeprefix(FOLDER)

    @property
    def ending(self) -> str:
        """What tells its format."""
        return self.path.rpartition(".")[2]

    @property
    def media_type(self) -> str:
        """The format as the web names it."""
        return _MEDIA_TYPES[self.ending]

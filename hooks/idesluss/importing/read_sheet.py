"""Any of the formats that registers and spreadsheets are handed over in, told apart by what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .csv_sheet import read_csv
from .json_sheet import read_json
from .office_sheet import OLD, read_office
from .sheet import SheetForm, UnreadableSheet, refuse_large

if TYPE_CHECKING:
    from .sheet import SourceSheet

_ZIP = b"PK\x03\x04"
# Web pages, documents and pictures, whatever they are called; some registers hand over a page as `.xls`.
_OTHER = (b"<html", b"<!doctype", b"<?xml", b"<table", b"%pdf", b"{\\rtf", b"\x89png", b"\xff\xd8\xff")
_JSON = (".json", ".jsonl", ".ndjson", ".geojson")


def read_sheet(name: str, content: bytes, reading: SheetForm | None = None) -> SourceSheet:
    """The sheet in a file of this name. Raises UnreadableSheet."""
    reading = reading or SheetForm()
    refuse_large(len(content))
    if not content.strip(b"\0 \t\r\n"):
        raise UnreadableSheet("no_rows")
    if content.startswith((_ZIP, OLD)):
        return read_office(content, reading)
    begins = content[:100].lstrip(b"\xef\xbb\xbf \t\r\n")
    if name.casefold().endswith(_JSON) or begins[:1] in {b"{", b"["}:
        return read_json(content, reading)
    if begins.lower().startswith(_OTHER):
        raise UnreadableSheet("not_sheet")
    return read_csv(content, reading)

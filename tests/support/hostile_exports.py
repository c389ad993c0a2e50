"""What a text becomes in each format, by readers that are not ours: it is there whole, and does no harm."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from idesluss.exports.formulas import unprotected
from tests.support import exported, filled

if TYPE_CHECKING:
    from idesluss.catalogue.catalogue import Catalogue

# What XML has no room for.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BEGINS_FORMULA = tuple("=+-@\t\r")
# Columns of free text, each in another table.
TEXTS = {
    "ideas": ("title", "summary", "result", "gaps"),
    "decisions": ("reason",),
    "grants": ("title", "note"),
    "risks": ("risk", "response"),
    "calls": ("summary",),
    "waivers": ("reason", "waives"),
    "catalogue": ("name",),
    "terms": ("title_sv",),
}


def assert_kept_everywhere(catalogue: Catalogue, words: str) -> None:
    """In every text field of the catalogue, in every format."""
    files = exported.files_of(filled.fill(catalogue, words))
    entry = json.loads(files["data/v1/catalogue.json"])["entries"][0]
    assert entry["idea"]["title"] == entry["plan"]["risks"][0]["risk"] == entry["text"] == words
    for path, content in files.items():
        if path.endswith(".csv"):
            assert_harmless_csv(content, ";" if "/excel/" in path else ",")
    for table, columns in TEXTS.items():
        rows = exported.csv_rows(files[f"data/v1/{table}.csv"])
        assert all(any(unprotected(row[column]) == words for row in rows) for column in columns), table
    assert_kept_in_workbook(files["data/v1/catalogue.xlsx"], words)
    with exported.opened(files["data/v1/catalogue.sqlite"]) as database:
        for table, columns in TEXTS.items():
            for column in columns:
                stored = json.dumps([words], ensure_ascii=False) if column == "waives" else words
                query = f"SELECT count(*) FROM [{table}] WHERE [{column}] = ?"  # noqa: S608  # names of ours
                assert database.execute(query, [stored]).fetchone()[0] >= 1, (table, column)


def assert_harmless_csv(content: bytes, delimiter: str) -> None:
    """No cell of text begins as a formula does."""
    rows = exported.csv_rows(content.removeprefix("\ufeff".encode()), delimiter=delimiter)
    for row in rows:
        for cell in row.values():
            is_number = re.fullmatch(r"-?\d+", cell)
            assert is_number or not cell.startswith(_BEGINS_FORMULA), cell
            assert is_number or not cell.lstrip(" \ufeff").startswith(_BEGINS_FORMULA), cell


def assert_kept_in_workbook(content: bytes, words: str) -> None:
    """But for what XML has no room for."""
    kept = _NOT_IN_XML.sub("\ufffd", words)
    sheets = exported.sheets_of(content)
    for table, columns in TEXTS.items():
        head, *rows = sheets[table]
        for column in columns:
            cells = [str(row[head.index(column)]).lstrip() for row in rows]
            assert kept.lstrip() in cells, (table, column, cells[:3])

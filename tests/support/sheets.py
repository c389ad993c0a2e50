"""Sheets made for tests: made-up rows, as each kind of file that other systems hand over."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from idesluss.importing.map_file import judged_with_sheet, read_map, shipped_map
from idesluss.importing.read_sheet import read_sheet
from idesluss.importing.run import run_import
from idesluss.importing.sheet import SheetForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from idesluss.catalogue.catalogue import Catalogue
    from idesluss.importing.import_map import ImportMap
    from idesluss.importing.run import ImportResult

Value = str | int | float | dt.date
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_ZERO = dt.date(1899, 12, 30)
THINGS = [
    "cykelbana",
    "lekplats",
    "bibliotek",
    "badhus",
    "skolgård",
    "trappa",
    "bro",
    "park",
    "brygga",
    "torg",
]
NEEDS = ["tillgänglighet", "belysning", "skugga", "mötesplatser", "trygghet", "lek", "ordning", "blommor"]


def csv_of(rows: Sequence[Sequence[object]], separator: str = ";") -> str:
    """The rows with a separator, quoted where a cell needs it."""

    def cell(value: object) -> str:
        text = str(value)
        return f'"{text.replace(chr(34), chr(34) * 2)}"' if set(text) & {separator, '"', "\n"} else text

    return "".join(separator.join(map(cell, row)) + "\n" for row in rows)


def xlsx_of(rows: Sequence[Sequence[Value]], name: str = "Blad1") -> bytes:
    """The rows as a spreadsheet of Excel's: texts, numbers, and days as the numbers that it keeps."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(_xlsx_cell(value) for value in row)
        lines.append(f'<row r="{number}">{cells}</row>')
    styles = (
        '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
        '<borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    )
    kinds = [
        ("/xl/workbook.xml", "sheet.main"),
        ("/xl/worksheets/sheet1.xml", "worksheet"),
        ("/xl/styles.xml", "styles"),
    ]
    types = "".join(f'<Override PartName="{part}" ContentType="{_TYPE}.{kind}+xml"/>' for part, kind in kinds)
    link = f'<Relationship Id="r{{}}" Type="{_REL}/{{}}" Target="{{}}"/>'
    return _zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
            "_rels/.rels": _links(link.format(1, "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>'
            f'<sheet name="{name}" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _links(
                link.format(1, "worksheet", "worksheets/sheet1.xml") + link.format(2, "styles", "styles.xml")
            ),
            "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}">'
            f"<sheetData>{''.join(lines)}</sheetData></worksheet>",
        }
    )


def _links(inner: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _xlsx_cell(value: Value) -> str:
    if isinstance(value, dt.date):
        return f'<c s="1"><v>{(value - _ZERO).days}</v></c>'
    if isinstance(value, int | float):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def ods_of(rows: Sequence[Sequence[Value]], name: str = "Blad1") -> bytes:
    """The rows as a spreadsheet of OpenDocument."""
    lines = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    spaces = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = (
        f"<office:document-content{spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="{name}">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/></manifest:manifest>'
    )
    return _zipped({"mimetype": _ODS, "content.xml": content, "META-INF/manifest.xml": manifest})


def _ods_cell(value: Value) -> str:
    if isinstance(value, dt.date):
        kind = f'office:value-type="date" office:date-value="{value}"'
        return f"<table:table-cell {kind}><text:p/></table:table-cell>"
    if isinstance(value, int | float):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}"><text:p/></table:table-cell>'
        )
    return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'


def _zipped(files: dict[str, str]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for path, text in files.items():
            xml = text if path == "mimetype" else f'<?xml version="1.0" encoding="UTF-8"?>{text}'
            archive.writestr(path, xml)
    return written.getvalue()


def repacked(content: bytes, path: str, change: Callable[[str], str]) -> bytes:
    """The spreadsheet with one of its files changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, change(text) if name == path else text)
    return written.getvalue()


def many_rows(count: int) -> Iterator[list[str]]:
    """A header and so many rows of a municipality's spreadsheet: all of them differ, and each can be read."""
    yield [
        "Diarienummer",
        "Rubrik",
        "Beskrivning",
        "Belopp",
        "Startdatum",
        "Slutdatum",
        "Organisation",
        "Kommun",
    ]
    for number in range(count):
        thing, need = THINGS[number % 10], NEEDS[number // 10 % 8]
        yield [
            f"KS 2024/{number}",
            f"Mer {need} vid {thing} {number}",
            f"De som bor nära {thing} {number} har bett om {need}. " * (1 + number % 4),
            f"{number % 900 + 100} tkr",
            f"{number % 28 + 1}/{number % 12 + 1} {2015 + number % 10}",
            f"{2026 + number % 3}-12-31",
            f"Bolaget {number % 300} AB",
            "Storby",
        ]


def read_shipped(name: str) -> ImportMap:
    """A map that comes with the program."""
    import_map = read_map(f"{name}.yml", shipped_map(name)).import_map
    assert import_map
    return import_map


def imported(
    catalogue: Catalogue, file: str, content: bytes, map_text: str | bytes, *, adds_terms: bool = False
) -> ImportResult:
    """What an import of the file by the map comes to; the map and the sheet must fit."""
    written = map_text.encode() if isinstance(map_text, str) else map_text
    read = read_map("map.yml", written, catalogue.settings)
    assert read.import_map, [problem.message("en") for problem in read.problems]
    m = read.import_map
    sheet = read_sheet(file, content, SheetForm(m.sheet, m.header, m.separator, m.encoding, m.records))
    errors = [p.message("en") for p in judged_with_sheet(read, sheet) if p.severity == "error"]
    assert errors == []
    return run_import(catalogue, m, sheet, adds_terms=adds_terms)

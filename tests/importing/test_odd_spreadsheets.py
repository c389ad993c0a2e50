"""Spreadsheets that are damaged, made to harm, or half worked out: refused with a reason, or told of."""

from __future__ import annotations

import contextlib
import functools
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.importing.read_sheet import read_sheet
from idesluss.importing.sheet import Lost, UnreadableSheet
from idesluss.importing.spreadsheet_cells import MOST_CELLS, CellScan
from idesluss.words import LANGUAGES, say
from tests.support.sheets import Value, ods_of, repacked, xlsx_of

ROWS: list[list[Value]] = [["Nr", "Rubrik"], [1, "Räcke vid trappan"]]
BOMB = '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal_of(content: bytes) -> UnreadableSheet:
    """Why it cannot be read, for which there are words in each language."""
    with pytest.raises(UnreadableSheet) as refusal:
        read_sheet("ark.xlsx", content)
    for language in LANGUAGES:
        assert say(f"importing.unreadable.{refusal.value.key}", language, **refusal.value.values)
    return refusal.value


def excel(more: str, instead_of: str = "</sheetData>") -> bytes:
    """A sheet of Excel's with something more below its rows."""
    return repacked(
        xlsx_of(ROWS), "xl/worksheets/sheet1.xml", lambda text: text.replace(instead_of, more + instead_of, 1)
    )


def open_document(more: str) -> bytes:
    """A sheet of OpenDocument's with something more below its rows."""
    return repacked(
        ods_of(ROWS), "content.xml", lambda text: text.replace("</table:table>", f"{more}</table:table>", 1)
    )


def row(cell: str, many: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{many}">{cell}</table:table-row>'


FILLED = '<table:table-cell office:value-type="string"{}><text:p xmlns:text="x">a</text:p></table:table-cell>'
WIDE = ' table:number-columns-repeated="16384"'


@pytest.mark.parametrize(
    "content",
    [
        excel('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        excel('<row r="9000000"><c><v>1</v></c></row>'),
        open_document(row(FILLED.format(WIDE), 2000)),
        open_document(row("<table:table-cell/>", 9_000_000) + row(FILLED.format(WIDE))),
    ],
    ids=["cell", "row", "repeated", "below_empty"],
)
def test_a_cell_far_from_the_others_is_told(content: bytes) -> None:
    """What lies between would fill the memory."""
    assert refusal_of(content).key == "wide"


def test_a_sheet_reaches_no_further_than_can_be_read() -> None:
    """Told by the row and the column of what lies far off, as spreadsheets call them."""
    scan = CellScan()
    scan.reach(1, MOST_CELLS)
    with pytest.raises(UnreadableSheet) as refusal:
        CellScan().reach(2_000_000, 28)
    assert refusal.value.values == {"row": 2_000_000, "column": "AB"}


@pytest.mark.parametrize(
    "content",
    [
        excel('<row r="1048576"><c r="XFD1048576" s="1"/></row>'),
        open_document(row(f"<table:table-cell{WIDE}/>", 1_048_570)),
    ],
    ids=["excel", "open_document"],
)
def test_empty_cells_reach_nowhere(content: bytes) -> None:
    """Programs write such for the colours of a whole column."""
    assert [row.cells for row in read_sheet("ark", content).rows] == [
        {"Nr": 1, "Rubrik": "Räcke vid trappan"}
    ]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (excel(BOMB, "<worksheet"), "office"),
        (excel('<row r="3"><c r="A99999999999"><v>1</v></c></row>'), "office"),
        (excel('<row r="-1"><c><v>1</v></c></row>'), "office"),
        (excel("<row"), "office"),
        (repacked(xlsx_of(ROWS), "xl/workbook.xml", lambda _: "<a"), "office"),
        (xlsx_of(ROWS)[:900], "office"),
        (OLD + bytes(600), "old_format"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
    ids=["entities", "reference", "row", "element", "book", "cut", "old", "password"],
)
def test_a_spreadsheet_that_cannot_be_read_is_told(content: bytes, key: str) -> None:
    assert refusal_of(content).key == key


def test_what_is_large_when_unpacked_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """By what the archive says of its files, before anything is unpacked."""
    content = excel(" " * 1_000_000)
    assert len(content) < 10_000
    monkeypatch.setattr("idesluss.importing.sheet.MOST_BYTES", 1_000_000)
    assert refusal_of(content).key == "too_large"


def test_another_packed_file_is_no_spreadsheet() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert refusal_of(written.getvalue()).key == "not_sheet"


def test_formulas_without_a_value_are_lost_and_told() -> None:
    """An error, and one that no program has worked out; one that gives an empty text has a value."""
    cells = (
        '<c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B3"><v>5</v></c>'
        '<c r="C3"><f>B3&amp;"x"</f></c><c r="D3" t="str"><f>""</f><v></v></c>'
        '<c r="E3"><f>1+1</f><v></v></c>'
    )
    last = read_sheet("ark.xlsx", excel(f'<row r="3">{cells}</row>')).rows[-1]
    assert last.cells == {"Rubrik": 5}
    assert [(lost.key, lost.column, lost.before) for lost in last.lost] == [
        ("formula", "Nr", "#DIV/0!"),
        ("formula", "3", '=B3&"x"'),
        ("formula", "5", "=1+1"),
    ]


def test_a_formula_of_open_document_that_is_not_worked_out_is_told() -> None:
    content = open_document(row('<table:table-cell table:formula="of:=[.B2]"/>' + FILLED.format("")))
    last = read_sheet("ark.ods", content).rows[-1]
    assert (last.cells, last.lost) == ({"Rubrik": "a"}, (Lost("formula", "Nr", "=[.B2]"),))


@pytest.mark.parametrize("word", ["#N/A", "#SAKNAS!", "#Referens!", "#VALUE!"])
def test_an_error_that_stands_as_text_is_no_text(word: str) -> None:
    """As it does in a table that a spreadsheet saved."""
    sheet = read_sheet("ark.csv", f"Nr;Rubrik\n1;{word}\n2;#1 i länet\n".encode())
    assert sheet.rows[0].lost == (Lost("formula", "Rubrik", word),)
    assert sheet.rows[1].cells == {"Nr": "2", "Rubrik": "#1 i länet"}


@given(
    st.sampled_from([xlsx_of(ROWS), ods_of(ROWS)]),
    st.lists(
        st.tuples(
            st.integers(0, 5000), st.sampled_from(["", "9", "999999999", "<", '"', 'r="ZZZ9"', "&x;", "\0"])
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_whatever_is_damaged_nothing_breaks(content: bytes, changes: list[tuple[int, str]]) -> None:
    """Each file within is changed at some places: rows come of it, or a reason."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
    for at, sign in changes:
        content = repacked(content, names[at % len(names)], functools.partial(_changed, at=at, sign=sign))
    with contextlib.suppress(UnreadableSheet):
        assert read_sheet("ark", content).rows is not None


def _changed(text: str, at: int, sign: str) -> str:
    at %= len(text) + 1
    return f"{text[:at]}{sign}{text[at + 1 :]}"

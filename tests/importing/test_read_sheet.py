"""Sheets in every form that they are handed over in: the same rows, by their numbers in the sheet."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from idesluss.importing.read_sheet import read_sheet
from idesluss.importing.sheet import SheetForm, UnreadableSheet
from tests.support.sheets import csv_of, ods_of, xlsx_of

ROWS = [
    ["Rubrik", "Beskrivning", "Belopp"],
    ["Färre fallolyckor", "Golven är hala – därför faller folk", "1,2 mkr"],
    ["Öppna förskolan", 'Längre "öppet"; säger Åsa', "250 tkr"],
]
NORWEGIAN = (
    "Tittel;Beskrivelse\nFærre fall på sykehjemmet;Gulvene er våte når det regner, så noen ønsker mer\n"
)


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman", "cp850"]
)
def test_a_table_is_read_whatever_saved_it(encoding: str, separator: str) -> None:
    """Nobody has to say which separator or encoding it is."""
    text = csv_of(ROWS, separator)
    text = text.replace("–", "-") if encoding == "cp850" else text
    sheet = read_sheet("ark.csv", text.encode(encoding))
    assert [row.number for row in sheet.rows] == [2, 3]
    assert [list(row.cells.values()) for row in sheet.rows][1] == ROWS[2]
    assert sheet.rows[0].cells["Rubrik"] == "Färre fallolyckor"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (NORWEGIAN, "cp1252"),
        (NORWEGIAN, "mac_roman"),
        ("Titel;Text\nBürgerbüro;Straßen müssen schöner werden\n", "cp850"),
        ("Tytuł;Opis\nŚcieżki;Zażółć gęślą jaźń w mieście\n", "cp1250"),
        ("題名;説明\n防災マップの改善;住民が避難所を見つけやすくする\n", "shift_jis"),
        ("标题;说明\n智慧城市平台;让市民更容易找到服务并提出建议\n", "gb18030"),
    ],
)
def test_letters_of_other_languages_are_read(text: str, encoding: str) -> None:
    """Of several that could be meant, the one that makes words."""
    sheet = read_sheet("ark.csv", text.encode(encoding))
    assert list(sheet.rows[0].cells.values()) == text.split("\n")[1].split(";")


def test_a_map_may_say_how_it_is_read() -> None:
    content = "Ä:1\n\xc3:2\n".encode("cp1252")
    sheet = read_sheet("a.csv", content, SheetForm(encoding="cp1252", separator=":"))
    assert sheet.columns == ("Ä", "1")


def test_a_title_above_the_headings_is_passed_over() -> None:
    """Rows have the numbers that the spreadsheet shows, also below empty lines and a title."""
    lines = [["Förslag 2024", "", ""], ["", "", ""], *ROWS, ["", "", ""], ["Trappan", "Räcke saknas", "5"]]
    sheet = read_sheet("a.csv", csv_of(lines).encode())
    assert sheet.columns == ("Rubrik", "Beskrivning", "Belopp")
    assert [row.number for row in sheet.rows] == [4, 5, 7]
    assert sheet.taken["header"] == 3


def test_headings_that_are_empty_or_stand_twice_get_names() -> None:
    sheet = read_sheet("a.csv", b"Namn;;Namn\na;b;c\n")
    assert sheet.rows[0].cells == {"Namn": "a", "2": "b", "Namn (2)": "c"}


@pytest.mark.parametrize("form", [xlsx_of, ods_of], ids=["xlsx", "ods"])
def test_a_spreadsheet_keeps_kinds_of_values(form: object) -> None:
    """Days are days, and numbers numbers, however they are shown."""
    assert callable(form)
    rows = [
        ["Rubrik", "Dag", "Belopp", "Antal"],
        ["Åäö & <b>", dt.date(2024, 5, 1), 12.5, 3],
        ["B", "", "", 4],
    ]
    sheet = read_sheet("ark", form(rows))
    assert sheet.rows[0].cells == {
        "Rubrik": "Åäö & <b>",
        "Dag": dt.date(2024, 5, 1),
        "Belopp": 12.5,
        "Antal": 3,
    }
    assert sheet.rows[1].cells == {"Rubrik": "B", "Antal": 4}


RECORDS = [
    {"id": 1, "plats": {"ort": "Storby", "land": None}, "ord": ["a", "b"]},
    {"id": 2, "parter": [{"namn": "X"}]},
]


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(RECORDS),
        json.dumps({"antal": 2, "data": RECORDS}),
        "\n".join(map(json.dumps, RECORDS)),
        "\n\n".join(map(json.dumps, RECORDS)) + "\n",
    ],
    ids=["list", "named", "lines", "lines_apart"],
)
def test_records_in_json_are_rows(content: str) -> None:
    """What lies within another has its name with a dot, and a list of values is one cell."""
    sheet = read_sheet("poster.json", content.encode())
    assert [row.cells for row in sheet.rows] == [
        {"id": 1, "plats.ort": "Storby", "ord": ("a", "b")},
        {"id": 2, "parter.namn": ("X",)},
    ]


@pytest.mark.parametrize(
    ("name", "content", "reading", "key"),
    [
        ("a.csv", b"", SheetForm(), "no_rows"),
        ("a.csv", b"\xff\xfe\x00", SheetForm(encoding="utf-8"), "encoding"),
        ("a.csv", b"a;b", SheetForm(encoding="no-such"), "encoding"),
        ("a.json", b'{"a": 1}\n{"b"', SheetForm(), "json"),
        ("a.json", b"[1, 2]", SheetForm(), "records"),
        ("a.json", b'{"a": [{"x": 1}], "b": [{"x": 1}]}', SheetForm(), "records"),
        ("a.xlsx", b"PK\x03\x04 nothing", SheetForm(), "office"),
        ("a.xlsx", xlsx_of([["a"], ["b"]]), SheetForm(sheet="Annat"), "no_sheet"),
        ("a.csv", b"a;b\n", SheetForm(header=9), "no_rows"),
    ],
)
def test_what_cannot_be_read_is_told(name: str, content: bytes, reading: SheetForm, key: str) -> None:
    with pytest.raises(UnreadableSheet) as refusal:
        read_sheet(name, content, reading)
    assert refusal.value.key == key

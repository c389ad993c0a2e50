"""Tables and records in text that are broken or odd: nothing of them is lost without a word."""

from __future__ import annotations

import json

import pytest

from idesluss.importing.read_sheet import read_sheet
from idesluss.importing.sheet import Lost, SheetForm, UnreadableSheet
from idesluss.words import LANGUAGES, say

HEAD = "Nr;Rubrik;Text\n"
ROW = "2;Räcke;Saknas\n"


@pytest.mark.parametrize(
    ("name", "content", "key", "row"),
    [
        ("a.csv", f'{HEAD}1;"Räcke;Saknas\n{ROW * 9}', "open_quote", 2),
        ("a.csv", f'{HEAD}{ROW}1;"Räcke;Saknas\n{ROW * 9}3;Bänk";x\n{ROW}', "open_quote", 3),
        ("a.csv", f'{HEAD}1;Bänk;"{"a" * 10_000_001}"\n', "long_cell", 2),
        ("a.json", '[{"a": 1},\n {"b": }]', "json", None),
        ("a.json", "[" * 100_000, "deep", None),
        ("a.json", '{"a":' * 20 + "1" + "}" * 20, "deep", None),
        ("a.json", '[{"a": ' + "[" * 20 + "1" + "]" * 20 + "}]", "deep", None),
        ("a.json", "[null]", "records", None),
        ("a.xls", "<html><table><tr><td>Nr</td></tr></table></html>", "not_sheet", None),
        ("a.csv", "%PDF-1.7\n1 0 obj", "not_sheet", None),
        ("a.csv", "\x89PNG\r\n\x1a\n" + "\x00\x01\x02" * 50, "not_sheet", None),
        ("a.csv", "\0" * 500, "no_rows", None),
        ("a.csv", "Nr\n" + "1\n" * 200_000, "many_rows", None),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_what_cannot_be_read_is_told(name: str, content: str, key: str, row: int | None) -> None:
    """With the row, where it is of one, and in words of each language."""
    with pytest.raises(UnreadableSheet) as refusal:
        read_sheet(name, content.encode())
    assert (refusal.value.key, refusal.value.values.get("row")) == (key, row)
    for language in LANGUAGES:
        assert say(f"importing.unreadable.{key}", language, **refusal.value.values)


def test_a_large_file_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("idesluss.importing.sheet.MOST_BYTES", 20)
    with pytest.raises(UnreadableSheet) as refusal:
        read_sheet("a.csv", (HEAD + ROW).encode())
    assert refusal.value.key == "too_large"


def test_the_line_of_broken_json_is_that_of_the_file() -> None:
    """Of the whole where it is written over lines, of the record where each has one."""
    for content, line in (('[\n {"a": 1},\n {"b" 2}\n]', 3), ('{"a": 1}\n{"a": 2}\n{"b" 2}\n', 3)):
        with pytest.raises(UnreadableSheet) as refusal:
            read_sheet("a.json", content.encode())
        assert refusal.value.values == {"line": line}


def test_a_cell_of_several_lines_is_one_cell() -> None:
    """Also where its lines have signs that separate."""
    text = "Först; sedan\nNu; senare\n\nSlut; början"
    sheet = read_sheet("a.csv", f'Nr;Text\n1;"{text}"\n2;x\n'.encode())
    assert [row.cells for row in sheet.rows] == [{"Nr": "1", "Text": text}, {"Nr": "2", "Text": "x"}]


def test_a_name_that_stands_twice_in_a_record_is_told() -> None:
    """The last holds, wherever it stands; the same value twice loses nothing."""
    content = '[{"a": 1, "a": 2, "b": 3, "b": 3, "c": {"d": "x", "d": "y"}}, {"a": 4}]'
    first, second = read_sheet("a.json", content.encode()).rows
    assert first.cells == {"a": 2, "b": 3, "c.d": "y"}
    assert first.lost == (Lost("name_twice", "a", "1", "2"), Lost("name_twice", "c.d", "x", "y"))
    assert second.lost == ()


def test_numbers_that_are_none_are_no_values() -> None:
    """As programs write what they do not know; a number beyond all counting stays as it stands."""
    content = f'[{{"a": NaN, "b": Infinity, "c": 1e400, "d": {"9" * 5000}, "e": 5}}]'
    cells = read_sheet("a.json", content.encode()).rows[0].cells
    assert "a" not in cells
    assert (cells["b"], cells["c"], cells["e"]) == ("Infinity", float("inf"), 5)
    assert cells["d"] == "9" * 5000


def test_lists_keep_the_places_of_their_values() -> None:
    """What a record of a list lacks is an empty place, and lists in lists are one."""
    records = [{"p": [{"n": "A"}, {"n": "B", "m": "x"}], "k": [[1, 2], [3]]}]
    cells = read_sheet("a.json", json.dumps(records).encode()).rows[0].cells
    assert cells == {"p.n": ("A", "B"), "p.m": ("", "x"), "k": (1, 2, 3)}


def test_a_single_record_is_a_row() -> None:
    assert read_sheet("a.jsonl", b'{"a": 1, "b": "x"}\n').rows[0].cells == {"a": 1, "b": "x"}


@pytest.mark.parametrize("encoding", ["utf-32", "utf-16-be", "utf-8-sig"])
def test_signs_that_nobody_sees_are_kept_until_they_are_told(encoding: str) -> None:
    """Those of an encoding are none of the text's."""
    sheet = read_sheet("a.csv", f"{HEAD}1;Rä\0cke\u202e;x\n".encode(encoding))
    assert sheet.columns == ("Nr", "Rubrik", "Text")
    assert sheet.rows[0].cells["Rubrik"] == "Rä\0cke\u202e"


@pytest.mark.parametrize(
    ("lines", "header"),
    [
        ("Idé;;Tid;\nNr;Rubrik;Start;Slut\n1;Räcke;2024;2025\n", 2),
        ("Förslag;;;\nIdé;;Tid;\nNr;Rubrik;Start;Slut\n1;Räcke;2024;2025\n", 3),
        ("Nr;Rubrik;Start;Slut\n1;Räcke;2024;2025\n", None),
        ("Nr;Rubrik;;\n1;Räcke;2024;2025\n", None),
        ("Namn;;Namn\na;b;c\n", None),
    ],
)
def test_words_above_the_headings_are_passed_over(lines: str, header: int | None) -> None:
    """A cell that is merged over several columns names them together."""
    assert read_sheet("a.csv", lines.encode()).taken.get("header") == header


def test_columns_by_the_hundred_are_read() -> None:
    names = [f"K{number}" for number in range(500)]
    content = ";".join(names) + "\n" + ";".join(map(str, range(500))) + "\n"
    sheet = read_sheet("a.csv", content.encode())
    assert (len(sheet.columns), sheet.rows[0].cells["K499"]) == (500, "499")


def test_a_separator_that_the_map_says_is_taken() -> None:
    assert read_sheet("a.csv", b"a|b;c\n1|2;3\n", SheetForm(separator="|")).columns == ("a", "b;c")

"""CSV as the standard library would write it, whatever stands in the cells."""

from __future__ import annotations

import csv
import io
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from idesluss.exports.csv_tables import csv_files
from idesluss.exports.formulas import protected
from idesluss.exports.layout import DataColumn
from idesluss.exports.tables import DataTable
from idesluss.exports.value_kinds import INTEGER, TEXT, TEXTS, ValueKind

KINDS = {"text": TEXT, "list": TEXTS, "number": INTEGER, "answer": ValueKind("boolean")}
TABLE = DataTable("made", (), tuple(DataColumn(name, kind) for name, kind in KINDS.items()))
words = st.text(alphabet=st.sampled_from("=-;,'\"\r\n\t abå–")) | st.text(max_size=9)
rows = st.tuples(
    st.none() | words,
    st.none() | st.lists(words, min_size=1, max_size=3),
    st.none() | st.integers(),
    st.none() | st.booleans(),
)


def by_the_library(lines: list[list[Any]], delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(lines)
    return text.getvalue()


@given(st.lists(rows, max_size=5))
def test_both_are_what_the_standard_library_writes(rows: list[tuple[Any, ...]]) -> None:
    lines: list[list[Any]] = [["text", "list", "number", "answer"]]
    for text, several, number, answer in rows:
        listed = None if several is None else protected(";".join(several))
        said = None if answer is None else str(answer).lower()
        lines.append([text and protected(text), listed, number, said])
    file = csv_files(TABLE, rows)
    assert file.plain.decode() == by_the_library(lines, ",")
    assert file.excel.decode() == "\ufeff" + by_the_library(lines, ";")

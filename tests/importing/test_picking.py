"""What a map picks out of a row: the first column that says something, parts, and nothing of persons."""

from __future__ import annotations

import pytest

from idesluss.importing.finding import Notes
from idesluss.importing.import_map import ImportMap, ValueFrom
from idesluss.importing.picking import legible, picked
from idesluss.importing.sheet import Cell, Row

CELLS: dict[str, Cell] = {"A": "-", "B": "ett; två", "C": ("tre", "fyra"), "D": 5}


@pytest.mark.parametrize(
    ("spec", "is_list", "values"),
    [
        ({"column": "B"}, False, ["ett; två"]),
        ({"column": ["A", "B"]}, False, ["ett; två"]),
        ({"column": "B", "split": ";"}, True, ["ett", "två"]),
        ({"column": ["B", "C"], "split": [";", ","]}, True, ["ett", "två", "tre", "fyra"]),
        ({"column": "A", "otherwise": "annat"}, False, ["annat"]),
        ({"column": "Z", "otherwise": "annat"}, False, ["annat"]),
        ({"value": "alltid"}, False, ["alltid"]),
        ({"column": "C", "terms": {"TRE": "3", "fyra": ""}}, True, ["3"]),
        ({"column": "D", "template": "https://storby.example/{}"}, False, ["https://storby.example/5"]),
        ({"column": "B", "without": "ett; "}, False, ["två"]),
    ],
)
def test_values_of_a_field(spec: dict[str, object], is_list: bool, values: list[object]) -> None:
    assert picked(ValueFrom.model_validate(spec), CELLS, is_list=is_list) == values


def test_columns_of_persons_are_not_read() -> None:
    """Also where the map names one among several; those that are kept on purpose are."""
    fields = {"source": "x", "fields": {"title": ["A", "Namn"], "sector": "B"}, "persons": ["Namn", "B"]}
    row = Row(2, {"A": "a", "B": "b", "C": "c", "Namn": "Kim"})
    assert legible(row, ImportMap.model_validate(fields), Notes(2)) == {"A": "a"}
    kept = ImportMap.model_validate({**fields, "kept_persons": "Namn"})
    assert legible(row, kept, Notes(2)) == {"A": "a", "Namn": "Kim"}

"""Web addresses in cells, one or several, whole or half: what they become, and what is told of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from idesluss.importing.conversion import Conversion, addresses_apart
from idesluss.importing.fields import FieldWay, field_way
from idesluss.importing.finding import Notes
from idesluss.importing.import_map import ImportMap, ValueFrom
from idesluss.importing.terms import Terms
from tests.support import catalogues, project

if TYPE_CHECKING:
    from pathlib import Path

    from idesluss.importing.sheet import Scalar

PATH = "https://storby.example"


@pytest.fixture
def reading(tmp_path: Path) -> Conversion:
    settings = catalogues.read(catalogues.lay(tmp_path, project.BASE)).settings
    import_map = ImportMap.model_validate({"source": "x", "fields": {"title": "A"}})
    return Conversion(import_map, Terms(settings), dt.date(2026, 11, 26), "sv")


def way(path: str) -> FieldWay:
    found = field_way(path)
    assert found
    return found


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        (f"{PATH}/a", f"{PATH}/a"),
        ("storby.example/a", f"{PATH}/a"),
        ("www.storby.example", "https://www.storby.example"),
        (f"Se {PATH}/a.", f"{PATH}/a"),
        (f"{PATH}/Om brygga och bad.pdf", f"{PATH}/Om%20brygga%20och%20bad.pdf"),
        (f"{PATH}/ se även bilaga", f"{PATH}/"),
        (f"{PATH}/brygga-på-ö", f"{PATH}/brygga-på-ö"),
    ],
)
def test_an_address_is_made_whole(reading: Conversion, cell: str, address: str) -> None:
    """And told of, unless it stands as it was."""
    notes = Notes(2)
    assert reading.value(way("sources.url"), cell, ValueFrom(), notes, "Länk") == address
    assert [(f.key, f.before, f.after) for f in notes.findings] == (
        [] if cell == address else [("address", cell, address)]
    )


@pytest.mark.parametrize("cell", ["javascript:alert(1)", "saknas", "ftp://storby.example/a", "http://"])
def test_what_is_no_web_address_is_left_out(reading: Conversion, cell: str) -> None:
    notes = Notes(2)
    assert reading.value(way("sources.url"), cell, ValueFrom(), notes, "Länk") is None
    assert [(f.group, f.key) for f in notes.findings] == [("left", "address")]


@pytest.mark.parametrize(
    ("cells", "apart"),
    [
        ([f"{PATH}/a\n{PATH}/b"], [f"{PATH}/a", f"{PATH}/b"]),
        ([f"{PATH}/a, {PATH}/b;", "c"], [f"{PATH}/a", f"{PATH}/b", "c"]),
        ([f"{PATH}/a och mer"], [f"{PATH}/a och mer"]),
    ],
)
def test_several_addresses_in_a_cell_are_several(cells: list[Scalar], apart: list[str]) -> None:
    """Where the field is one of a list; a single one is left as it is."""
    assert addresses_apart(way("sources.url"), cells) == apart
    assert addresses_apart(way("title"), cells) == cells
